"""A text in pieces, each with at most one mark: what a page can show without nesting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workflow.document.inline import SegmentKind, has_markup, segments

_QUIET = frozenset({SegmentKind.OPEN, SegmentKind.CLOSE, SegmentKind.FOOTNOTE})


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Words at `span` (code points) that are something: `kind` becomes classes of the element.

    `note` says what it is, `insert` is what a click puts into the translation.
    """

    span: tuple[int, int]
    kind: str
    note: str = ""
    insert: str = ""


@dataclass(frozen=True)
class Piece:
    """A part of a text, and the mark that it bears."""

    text: str
    mark: Mark | None = None


def marked(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """Return `text` in pieces. Of marks that overlap the first one stays; empty ones are left out.

    Markdown's signs are marked as `markup` where nothing else is.
    """
    chosen: list[Mark] = []
    for mark in (*marks, *_markup(text)):
        start, end = mark.span
        if 0 <= start < end <= len(text) and all(
            end <= other.span[0] or other.span[1] <= start for other in chosen
        ):
            chosen.append(mark)
    return list(_cut(text, sorted(chosen, key=lambda mark: mark.span)))


def _cut(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    done = 0
    for mark in marks:
        start, end = mark.span
        if done < start:
            yield Piece(text[done:start])
        yield Piece(text[start:end], mark)
        done = end
    if done < len(text):
        yield Piece(text[done:])


def _markup(text: str) -> Iterator[Mark]:
    if not has_markup(text):
        return
    place = 0
    for segment in segments(text):
        end = place + len(segment.raw)
        if segment.kind in _QUIET:
            yield Mark(span=(place, end), kind="markup")
        place = end
