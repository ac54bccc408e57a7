"""Which paragraph of a text without ids is which unit: by likeness and order, never by a guess."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from workflow.errors import InputError
from workflow.review.diff_words import shared_ends

_ALIKE = 0.55
"""Texts that are less alike than this, from 0 to 1, are not taken for versions of each other."""
_MOST_CELLS = 250_000

Pair = tuple[int, int]


def align_paragraphs(paragraphs: Sequence[str], units: Mapping[str, str]) -> dict[str, int]:
    """Return the place in `paragraphs` of each unit, by the unit's id; `units` have their texts.

    A paragraph that is like no unit is a rewritten unit where it alone stands between two that are
    certain, as that unit does. Raises InputError that names every paragraph and unit in doubt.
    """
    keys, texts = list(units), list(units.values())
    pairs = [(-1, -1), *_alike(texts, paragraphs), (len(texts), len(paragraphs))]
    places: dict[str, int] = {}
    problems: list[str] = []
    for (i, j), (k, m) in pairwise(pairs):
        lost, new = range(i + 1, k), range(j + 1, m)
        if len(lost) == len(new) == 1:
            places[keys[lost[0]]] = new[0]
        elif lost or new:
            problems.append(
                _doubt([texts[n] for n in lost], [keys[n] for n in lost], paragraphs, new)
            )
        if k < len(keys):
            places[keys[k]] = m
    if problems:
        raise InputError(
            "the paragraphs cannot be told apart:\n" + "\n".join(f"  - {p}" for p in problems),
            hint="Keep one paragraph for each that was sent, in the same order, or use the table "
            "(`workflow review export` without --plain).",
        )
    return places


def _alike(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of places that are versions of each other, in order."""
    start, end = shared_ends(old, new)
    yield from ((n, n) for n in range(start))
    middle = _best(old[start : len(old) - end], new[start : len(new) - end])
    yield from ((start + i, start + j) for i, j in middle)
    yield from ((len(old) - n, len(new) - n) for n in range(end, 0, -1))


def _best(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return the pairs with the greatest likeness in sum, by dynamic programming."""
    from rapidfuzz.fuzz import ratio

    if len(old) * len(new) > _MOST_CELLS:
        return []
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    gains = [[ratio(a, b) / 100 - _ALIKE for b in new] for a in old]
    for i, row in enumerate(gains, 1):
        for j, gain in enumerate(row, 1):
            best[i][j] = max(best[i - 1][j], best[i][j - 1], best[i - 1][j - 1] + gain)
    pairs = []
    i, j = len(old), len(new)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


def _doubt(texts: list[str], keys: list[str], paragraphs: Sequence[str], new: range) -> str:
    sent = ", ".join(f"{key} ({_opening(text)})" for key, text in zip(keys, texts, strict=True))
    came = ", ".join(f"paragraph {n + 1} ({_opening(paragraphs[n])})" for n in new)
    if not sent:
        return f"{came} was not in the text that was sent"
    if not came:
        return f"{sent} is missing"
    return f"{sent} came back as {came}"


def _opening(text: str) -> str:
    return f"“{text[:30]}…”" if len(text) > 30 else f"“{text}”"
