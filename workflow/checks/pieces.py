"""What a lone file in one language is cut into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workflow.checks.places import Place
from workflow.document.units import UnitKind

if TYPE_CHECKING:
    from workflow.document.subtitles.captions import Caption


@dataclass(frozen=True)
class Piece:
    """A part of a text in one language, and where it stands in its file.

    `shown` is what the cues show of it, if it is of subtitles.
    """

    text: str
    place: Place
    kind: UnitKind | None = None
    shown: tuple[Caption, ...] = ()


def heading_kind(tag: str) -> UnitKind | None:
    """Return the kind of a text by its element of HTML, `h1` for the title; None for no heading."""
    if tag in ("title", "h1"):
        return UnitKind.TITLE
    return UnitKind.HEADING if tag in ("h2", "h3", "h4", "h5", "h6") else None


@dataclass(frozen=True)
class Text:
    """A text in one language; `language` is what the file itself says, if it does."""

    pieces: tuple[Piece, ...]
    language: str | None = None
