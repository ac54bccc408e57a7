"""Runs of one direction: Word wants each marked, and takes letters and fonts from the mark."""

import unicodedata
from collections.abc import Iterator

from workflow.language.direction import Direction

_STRONG = {"L": Direction.LTR, "R": Direction.RTL, "AL": Direction.RTL, "AN": Direction.RTL}


def directional_runs(text: str, base: Direction) -> Iterator[tuple[Direction, str]]:
    """Yield the stretches of `text` with their direction; together they are `text`.

    Spaces and signs between two strong characters of one direction belong to them, others to
    `base`, the direction of the paragraph: UAX 9 without its explicit marks.
    """
    start, current, pending = 0, base, 0
    for place, character in enumerate(text):
        side = _STRONG.get(unicodedata.bidirectional(character))
        if side is None:
            continue
        if side is not current:
            cut = pending if current is not base else place
            if cut > start:
                yield current, text[start:cut]
            start, current = cut, side
            if cut < place and side is not base:
                yield base, text[cut:place]
                start = place
        pending = place + 1
    if current is not base and pending < len(text):
        yield current, text[start:pending]
        start, current = pending, base
    if start < len(text):
        yield current, text[start:]
