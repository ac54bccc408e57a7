"""What the memory keeps, and what it answers."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple


class Level(IntEnum):
    """What a pair of texts is: a whole unit, or one sentence of a unit."""

    UNIT = 0
    SENTENCE = 1


class Entry(NamedTuple):
    """A confirmed pair of texts; the languages are BCP 47 tags, the texts inline Markdown.

    `before` and `after` are the source texts of the neighbours, empty at the ends of an article.
    `unit` is a unit's id, `by` and `at` say who confirmed it and when (ISO 8601).
    """

    source_language: str
    target_language: str
    source: str
    target: str
    level: Level = Level.UNIT
    before: str = ""
    after: str = ""
    unit: str = ""
    by: str = ""
    at: str = ""

    @property
    def texts(self) -> tuple[str, str, str, str]:
        """The languages and the texts, without where they come from."""
        return self[:4]


@dataclass(frozen=True, kw_only=True)
class Match:
    """A pair that answers a query.

    `score` is 1 for the very same text and less than 1 for any other; `in_context` says that its
    neighbours were the same too. `place` is the article and target, or the file, that it is from.
    """

    entry: Entry
    score: float
    place: str
    in_context: bool = False
