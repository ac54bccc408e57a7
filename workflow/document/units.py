"""Units: the translatable pieces of an article, each with an id that is the same on every clone."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.document.source import Source


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
    PARTICIPANT = "participant"
    PART = "part"
    MUSIC = "music"
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
    """One translatable piece of an article.

    `text` is inline Markdown on one line, where a hard break is a backslash and a line end.
    `id` is the kind, six hexadecimal digits of the SHA-256 of the normalised text, and `.2`, `.3` …
    where the same text comes again in the same kind.
    """

    id: str
    kind: UnitKind
    text: str


class Numbering:
    """Gives units their ids, in the order in which they are read."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def unit(self, kind: UnitKind, text: str) -> Unit:
        """Return the next unit of an article."""
        return Unit(self.id(kind, text), kind, text)

    def id(self, kind: UnitKind, text: str) -> str:
        """Return the id of the next unit of an article."""
        digest = hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()
        base = f"{kind}-{digest[:6]}"
        count = self._seen[base] = self._seen.get(base, 0) + 1
        return base if count == 1 else f"{base}.{count}"


def source_units(source: "Source") -> tuple[Unit, ...]:
    """Return the units of an article in the order in which they are read."""
    from workflow.document.markdown import parse
    from workflow.document.visiting import visit

    numbering = Numbering()
    units: list[Unit] = []
    visit(source, parse(source.body), lambda kind, text: units.append(numbering.unit(kind, text)))
    return tuple(units)


def source_hash(units: Iterable[Unit]) -> str:
    """Return the SHA-256, in hexadecimal digits, of the units' ids and texts in their order."""
    content = [[unit.id, unicodedata.normalize("NFC", unit.text)] for unit in units]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()
