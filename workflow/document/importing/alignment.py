"""Which block of a finished translation is the translation of which unit.

The length-based method of W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
Bilingual Corpora" (Computational Linguistics 19(1), 1993), on blocks instead of sentences. What a
translation keeps – numbers, addresses, names, the kind of block – is weighed too, as R. C. Moore
("Fast and Accurate Sentence Alignment of Bilingual Corpora", 2002) does with words.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.document.importing.cutting import cut_in_two
from workflow.document.importing.likeness import Text, cost
from workflow.document.importing.links import host
from workflow.document.source import Place, Source
from workflow.document.units import Unit, UnitKind, source_units

_STANDING = (
    *(UnitKind.TITLE, UnitKind.SUMMARY, UnitKind.AUTHOR, UnitKind.ALT, UnitKind.CREDIT),
    *(UnitKind.AUDIO, UnitKind.PARTICIPANT, UnitKind.PART, UnitKind.MUSIC, UnitKind.CAPTION),
    *(UnitKind.NOTE, UnitKind.TAG),
)
"""Kinds that are paired one by one, in their order, where both texts have as many of them."""

_FLOWING = (
    *(UnitKind.HEADING, UnitKind.PARAGRAPH, UnitKind.ITEM, UnitKind.QUOTE),
    *(UnitKind.CELL, UnitKind.FOOTNOTE),
)
_MOVES = {(1, 1): 0.9, (1, 2): 0.02, (2, 1): 0.02, (1, 0): 0.03, (0, 1): 0.03}
"""How likely it is that so many units stand against so many blocks.

Translators join blocks less often than the sentences of Gale and Church (table 5), and leave more
of them out.
"""

_SURE = 7.0
"""A pair that costs more than this is for a person to confirm."""

_BAND = 25


@dataclass(frozen=True)
class Pair:
    """A unit, by its id, and the text of its translation; `sure` if nothing speaks against it."""

    unit: str
    text: str
    sure: bool


@dataclass(frozen=True)
class Alignment:
    """What was paired, the units that were left without, and the blocks that fitted nowhere."""

    pairs: tuple[Pair, ...]
    units: tuple[Unit, ...]
    blocks: tuple[Unit, ...]


def align(source: Source, translation: Source) -> Alignment:
    """Pair the units of an article with the texts of its translation."""
    units, blocks = source_units(source), source_units(translation)
    pairs = [
        *_same_places(source, translation, units, blocks),
        *_standing(units, blocks),
        *_flowing(
            [u for u in units if u.kind in _FLOWING],
            [b for b in blocks if b.kind in _FLOWING],
            translation.language,
        ),
    ]
    order = {unit.id: index for index, unit in enumerate(units)}
    paired = {pair.unit for pair, _ in pairs}
    used = {block for _, found in pairs for block in found}
    told = {UnitKind.PUBLICATION, UnitKind.ORIGINAL}  # of the translation's own page
    return Alignment(
        pairs=tuple(sorted((pair for pair, _ in pairs), key=lambda pair: order[pair.unit])),
        units=tuple(unit for unit in units if unit.id not in paired),
        blocks=tuple(b for b in blocks if b.id not in used and b.kind not in told),
    )


_Found = tuple[Pair, tuple[str, ...]]
"""A pair, and the ids of the blocks that its text comes from."""


def _standing(units: Sequence[Unit], blocks: Sequence[Unit]) -> Iterator[_Found]:
    for kind in _STANDING:
        ours = [unit for unit in units if unit.kind is kind]
        theirs = [block for block in blocks if block.kind is kind]
        if len(ours) == len(theirs):
            for unit, block in zip(ours, theirs, strict=True):
                yield Pair(unit.id, block.text, sure=kind is not UnitKind.TAG), (block.id,)


def _same_places(
    source: Source, translation: Source, units: Sequence[Unit], blocks: Sequence[Unit]
) -> Iterator[_Found]:
    """Pair the names of publications that have the same address."""
    for kind, ours, theirs in (
        (UnitKind.PUBLICATION, source.publication, translation.publication),
        (UnitKind.ORIGINAL, source.original, translation.original),
    ):
        if _is_same(ours, theirs):
            unit = next((u for u in units if u.kind is kind), None)
            block = next((b for b in blocks if b.kind is kind), None)
            if unit and block:
                yield Pair(unit.id, block.text, sure=True), (block.id,)


def _is_same(first: Place | None, second: Place | None) -> bool:
    return bool(first and second and host(first.url) and host(first.url) == host(second.url))


def _flowing(units: Sequence[Unit], blocks: Sequence[Unit], language: str) -> Iterator[_Found]:
    ours, theirs = [Text.of(u) for u in units], [Text.of(b) for b in blocks]
    ratio = (sum(t.length for t in theirs) or 1) / (sum(t.length for t in ours) or 1)
    path = _path(ours, theirs, ratio)
    doubtful = _beside_gaps(path, ours, theirs)
    for index, (first, count, start, width, price) in enumerate(path):
        if count == 1 and width:
            text = "\\\n".join(block.text for block in blocks[start : start + width])
            alike = width == 1 and units[first].kind is blocks[start].kind
            sure = alike and price <= _SURE and index not in doubtful
            ids = tuple(block.id for block in blocks[start : start + width])
            yield Pair(units[first].id, text, sure), ids
        elif count == 2 and width:
            halves = cut_in_two(blocks[start].text, ours[first : first + 2], ratio, language)
            for unit, half in zip(units[first : first + 2], halves, strict=False):
                yield Pair(unit.id, half, sure=False), (blocks[start].id,)


def _beside_gaps(
    path: Sequence["_Step"], ours: Sequence["Text"], theirs: Sequence["Text"]
) -> set[int]:
    """Return the steps that a gap beside them makes doubtful: it may as well be one further on.

    Whatever has an anchor in common, or stands behind a block of another kind, is safe. Only the
    text next to a gap never is: it may hold what is missing there as well as its own.
    """
    doubtful: set[int] = set()
    for gap, (first, count, start, width, _) in enumerate(path):
        if count == width == 1:
            continue
        kinds = {
            text.kind for text in (*ours[first : first + count], *theirs[start : start + width])
        }
        for away in (range(gap - 1, -1, -1), range(gap + 1, len(path))):
            for index in away:
                i, one, j, other, _ = path[index]
                if (one, other) != (1, 1) or ours[i].kind not in kinds:
                    break
                if abs(index - gap) > 1 and ours[i].anchors & theirs[j].anchors:
                    break
                doubtful.add(index)
    return doubtful


_Step = tuple[int, int, int, int, float]
"""The first unit and how many, the first block and how many, and what the step costs."""


def _path(ours: Sequence[Text], theirs: Sequence[Text], ratio: float) -> list[_Step]:
    """Return the cheapest way through both texts, by dynamic programming beside the diagonal."""
    slope = len(theirs) / len(ours) if ours else 0
    band = _BAND if ours else len(theirs)
    best: dict[tuple[int, int], tuple[float, _Step | None]] = {(0, 0): (0.0, None)}
    for i in range(len(ours) + 1):
        middle = round(i * slope)
        low = max(0, middle - band)
        high = min(len(theirs), middle + band)
        for j in range(low, high + 1):
            for (count, width), likely in _MOVES.items():
                before = best.get((i - count, j - width))
                if before is None:
                    continue
                own = -math.log(likely) + cost(ours[i - count : i], theirs[j - width : j], ratio)
                if (i, j) not in best or before[0] + own < best[i, j][0]:
                    best[i, j] = (before[0] + own, (i - count, count, j - width, width, own))
    path: list[_Step] = []
    at = (len(ours), len(theirs))
    while (step := best[at][1]) is not None:
        path.append(step)
        at = (step[0], step[2])
    return path[::-1]
