"""What a fact of a text is, and how it stands in the translation."""

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """What is said by a piece of text that a translation has to keep."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    PERCENTAGE = "percentage"
    AGE = "age"
    MEASURE = "measure"
    LAW = "law"
    WEB = "web"
    EMAIL = "e-mail"
    QUOTATION = "quotation"
    NAME = "name"


class Standing(StrEnum):
    """What has become of a fact.

    `unsure` is for what a translation may say in other words: a small number that is written out.
    """

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    UNSURE = "unsure"


_VAGUE = {FactKind.NUMBER: 2, FactKind.MEASURE: 1}
"""Kinds that the other text may know better: “45 лет” is “aged 45”."""


@dataclass(frozen=True)
class Fact:
    """A fact in a text; `span` counts code points in what a reader sees of it."""

    kind: FactKind
    text: str
    span: tuple[int, int]


@dataclass(frozen=True)
class Entry:
    """A row of the ledger: a fact of the source beside what stands for it in the translation.

    One of the two is None where a fact is missing or was added.
    """

    source: Fact | None
    target: Fact | None
    standing: Standing

    @property
    def kind(self) -> FactKind:
        """The kind of the fact, as the text that says it more clearly has it."""
        kinds = [fact.kind for fact in (self.source, self.target) if fact is not None]
        if not kinds:
            raise ValueError("an entry of a ledger needs a fact")
        return max(kinds, key=lambda kind: -_VAGUE.get(kind, 0))
