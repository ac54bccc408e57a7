"""A text and its changes as stretches of one look each, ready to become runs of a document.

Markdown stays readable as it is written, so that what comes back from any program is the same
text; its marks are only shown paler, and what they emphasise in bold and italics.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from workflow.document.inline import SegmentKind, segments
from workflow.review.diff_text import HunkKind, diff


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a stretch is shown; `markup` are the marks of Markdown and addresses."""

    bold: bool = False
    italic: bool = False
    markup: bool = False


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A piece of text of one look; `kind` is EQUAL, DELETE or INSERT.

    `start` is where it stands in the newer text, in code points; what was deleted stands before it.
    `move` is the number of a move, as in `Hunk`.
    """

    text: str
    look: Look
    kind: HunkKind
    start: int
    move: int = 0


def stretches(old: str, new: str, cuts: Collection[int] = ()) -> Iterator[Stretch]:
    """Yield the stretches from `old` to `new`, cut also at the offsets `cuts` of the newer text."""
    before, after = _Looks(old), _Looks(new)
    gone = come = 0
    for hunk in diff(old, new):
        if hunk.kind is HunkKind.EQUAL:
            yield from after.stretches(come, come + len(hunk.new), HunkKind.EQUAL, cuts)
        else:
            for start, end, look in before.within(gone, gone + len(hunk.old), ()):
                yield Stretch(
                    text=old[start:end],
                    look=look,
                    kind=HunkKind.DELETE,
                    start=come,
                    move=hunk.move,
                )
            for stretch in after.stretches(come, come + len(hunk.new), HunkKind.INSERT, cuts):
                yield replace(stretch, move=hunk.move)
        gone, come = gone + len(hunk.old), come + len(hunk.new)


class _Looks:
    """The looks of a text, by place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = list(_spans(text))

    def within(self, start: int, end: int, cuts: Iterable[int]) -> Iterator[tuple[int, int, Look]]:
        """Yield start, end and look of the pieces between two places, cut at `cuts` too."""
        for first, last, look in self.spans:
            low, high = max(first, start), min(last, end)
            if low >= high:
                continue
            places = sorted({low, high, *(cut for cut in cuts if low < cut < high)})
            yield from ((a, b, look) for a, b in pairwise(places))

    def stretches(
        self, start: int, end: int, kind: HunkKind, cuts: Iterable[int]
    ) -> Iterator[Stretch]:
        for first, last, look in self.within(start, end, cuts):
            yield Stretch(text=self.text[first:last], look=look, kind=kind, start=first)


def _spans(text: str) -> Iterator[tuple[int, int, Look]]:
    place = bold = italic = 0
    for segment in segments(text):
        opening = {SegmentKind.OPEN: 1, SegmentKind.CLOSE: -1}.get(segment.kind, 0)
        bold += opening * (segment.tag == "strong")
        italic += opening * (segment.tag == "em")
        markup = segment.kind not in (SegmentKind.TEXT, SegmentKind.BREAK)
        look = Look(bold=bold > 0 and not markup, italic=italic > 0 and not markup, markup=markup)
        yield place, place + len(segment.raw), look
        place += len(segment.raw)
