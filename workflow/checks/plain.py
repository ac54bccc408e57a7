"""Inline Markdown as a reader sees it, with the way back to the characters that were written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workflow.document.inline import Segment, SegmentKind, has_markup, plain, segments

OBJECT = "\ufffc"
"""Stands for what is not words: an address, code, a bare picture. (Unicode: object replacement.)"""

ADDRESS = (
    r"(?:https?://|ftp://|www\.)[^\s<>\"'«»“”„]*[^\s<>\"'«»“”„.,;:!?)\]\u2026。，、]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_WRITTEN = re.compile(r"\\.|&#?\w{1,31};|.", re.DOTALL)
_REPLACED = re.compile(r"[\\&<]")
"""What escapes, entities and tags begin with."""
_OBJECTS = frozenset({SegmentKind.CODE, SegmentKind.AUTOLINK})


@dataclass(frozen=True)
class Plain:
    """What a reader sees of a raw text.

    `starts` and `ends` say which part of the raw text each character stands for; both are None
    where nothing was left out.
    """

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def raw(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return where the characters of `span` stand in the raw text."""
        if self.starts is None or self.ends is None:
            return span
        start, end = span
        if start == end:
            place = self.starts[start] if start < len(self.starts) else max(self.ends, default=0)
            return place, place
        return self.starts[start], self.ends[end - 1]

    @staticmethod
    def of(raw: str) -> Plain:
        """Return `raw` inline Markdown without its markup."""
        may_hold_address = _may_hold_address(raw)
        if not has_markup(raw) and not may_hold_address:
            return Plain(raw)
        found = segments(raw, any_address=True)
        is_text = all(segment.kind is SegmentKind.TEXT for segment in found)
        if is_text and not may_hold_address and not _REPLACED.search(raw):
            return Plain(raw)
        shown = list(_shown(found))
        return Plain(
            "".join(text for text, _, _ in shown),
            tuple(start for _, start, _ in shown),
            tuple(end for _, _, end in shown),
        )


def _may_hold_address(raw: str) -> bool:
    return "@" in raw or "://" in raw or "www." in raw.lower()


_Shown = tuple[str, int, int]
"""One character as a reader sees it, and the part of the raw text that it stands for."""


def _shown(found: Iterable[Segment]) -> Iterator[_Shown]:
    position = 0
    for segment in found:
        yield from _segment(segment, position)
        position += len(segment.raw)


def _segment(segment: Segment, start: int) -> Iterator[_Shown]:
    end = start + len(segment.raw)
    if segment.kind is SegmentKind.TEXT:
        yield from _text(segment.raw, start)
    elif segment.kind in _OBJECTS:
        yield OBJECT, start, end
    elif segment.kind is SegmentKind.BREAK:
        yield segment.text, start, end
    elif segment.kind is SegmentKind.IMAGE:
        yield from ((letter, start, end) for letter in segment.text or OBJECT)


def _text(raw: str, start: int) -> Iterator[_Shown]:
    """Yield the characters of text without markup; HTML tags of other tools are passed over."""
    hidden = {match.start(): (match.end(), "") for match in _TAG.finditer(raw)}
    hidden |= {match.start(): (match.end(), OBJECT) for match in _ADDRESS.finditer(raw)}
    position = 0
    while position < len(raw):
        if position in hidden:
            end, text = hidden[position]
            if text:
                yield text, start + position, start + end
            position = end
            continue
        written = _WRITTEN.match(raw, position)
        end = written.end() if written else position + 1
        yield from _unescaped(raw[position:end], start + position)
        position = end


def _unescaped(written: str, start: int) -> Iterator[_Shown]:
    if len(written) == 1:
        yield written, start, start + 1
        return
    shown = plain(written)
    if len(shown) == 1:
        yield shown, start, start + len(written)
    else:
        yield from ((letter, start + at, start + at + 1) for at, letter in enumerate(written))
