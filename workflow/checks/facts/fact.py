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
        """The kind of the fact, as the source has it where there is one."""
        fact = self.source or self.target
        if fact is None:
            raise ValueError("an entry of a ledger needs a fact")
        return fact.kind
