"""Where a text is cut: for the cues that share a sentence, and for the lines of one cue.

Lines end after a stop or a comma rather than between words that belong together, and are about as
long as one another (https://www.bbc.co.uk/accessibility/forproducts/guides/subtitles/#Line-breaks).
Both are one question: cut a text into so many pieces, each near its share of the length. The best
of all answers is found by dynamic programming over the places where a cut may be.
"""

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

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
    total = sum(shares) or 1.0
    length = max(width(text), 1)
    last = len(shares)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    cost = partial(_cost, text, chunks, room)
    for number, share in enumerate(shares, start=1):
        ideal = max(length * share / total, 1.0)
        ends = [len(chunks)] if number == last else range(number, len(chunks) - last + number + 1)
        best.append(
            {
                end: min(
                    (before + cost(start, end, ideal), start)
                    for start, (before, _) in best[-1].items()
                    if start < end
                )
                for end in ends
            }
        )
    cuts = [len(chunks)]
    for row in reversed(best[1:]):
        cuts.append(row[cuts[-1]][1])
    return cuts[::-1]


def _cost(text: str, chunks: list[Span], room: int, start: int, end: int, ideal: float) -> float:
    piece = text[chunks[start][0] : chunks[end - 1][1]]
    length = width(piece)
    cost = ((length - ideal) / ideal) ** 2 + _TOO_LONG * max(0, length - room)
    if end == len(chunks) or _STOP.search(piece):
        return cost
    return cost + (_AFTER_COMMA if _COMMA.search(piece) else _AFTER_WORD)
