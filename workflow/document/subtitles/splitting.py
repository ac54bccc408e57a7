"""Where a text is cut: for the cues that share a sentence, and for the lines of one cue.

Lines end after a stop or a comma rather than between words that belong together, and are about as
long as one another (https://www.bbc.co.uk/accessibility/forproducts/guides/subtitles/#Line-breaks).
Both are one question: cut a text into so many pieces, each near its share of the length. The best
of all answers is found by dynamic programming over the places where a cut may be.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from workflow.document.subtitles.spoken import Span, width

_WIDE = "\u2e80-\u2fdf\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
_SMALL_KANA = "ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
_CLOSING = _SMALL_KANA + r",.!?:;)\]}”’»%…、。，．！？：；）」』】〉》・"
_OPENING = r"（「『【〈《(\[{“‘«"
_CHUNK = re.compile(rf"[{_OPENING}]*[{_WIDE}][{_CLOSING}]*|(?:(?![{_OPENING}]*[{_WIDE}])\S)+")
"""What is never cut: a word, or one sign of a script without spaces and the marks around it."""

_STOP = re.compile(r"[.!?…。！？؟۔।։]['\"”’»)\]]*$")
_COMMA = re.compile(r"[,;:—–،؛，、；：]['\"”’»)\]]*$")
_AFTER_WORD, _AFTER_COMMA = 0.25, 0.05
"""What a cut costs there, in squares of a piece's share; one after a stop is free."""

_WINDOW = 24
"""How many words, or signs, a cut may be away from where it should be; no text takes longer."""

_TOO_LONG = 4.0
"""What each sign beyond the room of a piece costs."""


def split(text: str, shares: Sequence[float], room: int) -> tuple[Span, ...]:
    """Cut a text into one piece for each of `shares`, of about that part of its length.

    `room` is how many signs a piece should have at most. No piece is empty as long as there are
    words enough; the last ones are, where there are not.
    """
    chunks = [match.span() for match in _CHUNK.finditer(text)]
    pieces = min(len(shares), len(chunks))
    if not pieces:
        return ((0, 0),) * len(shares)
    cuts = _cuts(text, chunks, shares[:pieces], room)
    spans = [(chunks[a][0], chunks[b - 1][1]) for a, b in pairwise(cuts)]
    return (*spans, *[(len(text), len(text))] * (len(shares) - pieces))


def lines(text: str, room: int, most: int) -> tuple[Span, ...]:
    """Cut a text into as few lines as it needs, `most` at most."""
    for count in range(1, most + 1):
        spans = split(text, [1.0] * count, room)
        if all(width(text[a:b]) <= room for a, b in spans):
            break
    return tuple(span for span in spans if span[0] < span[1])


def _cuts(text: str, chunks: list[Span], shares: Sequence[float], room: int) -> list[int]:
    """Return the chunks with which the pieces begin, and the number of all chunks."""
    total, length = sum(shares) or 1.0, _Measure(text, chunks)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    before = 0.0
    for number, share in enumerate(shares, start=1):
        ideal = max(length.whole * share / total, 1.0)
        before += ideal
        left = len(shares) - number
        ends = length.around(before, number, len(chunks) - left) if left else [len(chunks)]
        row = {}
        for end in ends:
            starts = [
                (cost + length.cost(start, end, ideal, room), start)
                for start, (cost, _) in best[-1].items()
                if start < end
            ]
            if starts:
                row[end] = min(starts)
        best.append(row)
    cuts = [len(chunks)]
    for row in reversed(best[1:]):
        cuts.append(row[cuts[-1]][1])
    return cuts[::-1]


class _Measure:
    """How long stretches of a text are, and what it costs to end a piece with one of them."""

    def __init__(self, text: str, chunks: list[Span]) -> None:
        words = [text[start:end] for start, end in chunks]
        gaps = [text[a[1] : b[0]] for a, b in pairwise(chunks)]
        self._starts = list(
            accumulate((width(w) + width(g) for w, g in zip(words, gaps, strict=False)), initial=0)
        )
        self._ends = [at + width(word) for at, word in zip(self._starts, words, strict=True)]
        self._after = [_price(word) for word in words]
        self._after[-1] = 0.0
        self.whole = max(self._ends[-1], 1)

    def cost(self, start: int, end: int, ideal: float, room: int) -> float:
        """Return what a piece of the chunks from `start` to before `end` costs."""
        length = self._ends[end - 1] - self._starts[start]
        far = ((length - ideal) / ideal) ** 2
        return far + _TOO_LONG * max(0, length - room) + self._after[end - 1]

    def around(self, length: float, least: int, most: int) -> range:
        """Return the numbers of chunks after which a cut near `length` may be, within limits."""
        middle = bisect_left(self._ends, length)
        start = max(least, min(middle - _WINDOW, most))
        return range(start, max(start, min(middle + _WINDOW, most)) + 1)


def _price(word: str) -> float:
    if _STOP.search(word):
        return 0.0
    return _AFTER_COMMA if _COMMA.search(word) else _AFTER_WORD
