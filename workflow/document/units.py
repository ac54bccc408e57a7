"""Units: the translatable pieces of an article, each with an id that is the same on every clone."""

from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is; the value is the prefix of its id."""

    TITLE = "title"
    SUMMARY = "summary"
    AUTHOR = "author"
    PUBLICATION = "publication"
    ORIGINAL = "original"
    ALT = "alt"
    CREDIT = "credit"
    AUDIO = "audio"
    NOTE = "note"
    TAG = "tag"
    HEADING = "h"
    PARAGRAPH = "p"
    ITEM = "li"
    QUOTE = "q"
    CELL = "td"
    CAPTION = "cap"
    FOOTNOTE = "fn"


@dataclass(frozen=True)
class Unit:
    """One translatable piece: `text` is inline Markdown on one line (a hard break is `\\\\` + newline).

    `id` is the kind, six hexadecimal digits of the SHA-256 of the normalised text, and `.2`, `.3` …
    where the same text comes again in the same kind.
    """

    id: str
    kind: UnitKind
    text: str
