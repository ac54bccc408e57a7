"""Old units and new ones when a source text has changed, matched as gettext's msgmerge does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.document.units import Unit

SIMILAR = 60.0
"""The least similarity, in per cent, at which an old translation is worth correcting.

The measure and the value are those of msgmerge (FUZZY_THRESHOLD in gettext's `message.h`): the
share of characters that two texts have in common in the same order.
"""


@dataclass(frozen=True)
class Match:
    """The older unit that a new unit continues; `exact` where the text is the same."""

    old_id: str
    exact: bool


def match_units(old: Mapping[str, str], new: Sequence[Unit]) -> dict[str, Match]:
    """Return for each new unit, by id, the older one that it continues; new text has none.

    `old` maps ids to texts in reading order. Each older unit is used once: first where the id is
    the same, then the text, then the most similar text; of equals the nearest by position.
    """
    matches = {unit.id: Match(unit.id, exact=True) for unit in new if unit.id in old}
    for exact, candidates in ((True, _same), (False, _similar)):
        taken = {match.old_id for match in matches.values()}
        left_old = {key: text for key, text in old.items() if key not in taken}
        left_new = [unit for unit in new if unit.id not in matches]
        if left_old and left_new:
            places = _Places(old, new)
            ranked = sorted(candidates(left_old, left_new), key=places.rank)
            for old_id, new_id in _one_to_one(ranked):
                matches[new_id] = Match(old_id, exact)
    return matches


@dataclass(frozen=True)
class _Candidate:
    old_id: str
    unit: Unit
    score: float


class _Places:
    def __init__(self, old: Mapping[str, str], new: Sequence[Unit]) -> None:
        self._old = {key: index for index, key in enumerate(old)}
        self._new = {unit.id: index for index, unit in enumerate(new)}

    def rank(self, candidate: _Candidate) -> tuple[float, bool, int]:
        """Return a key that sorts the best first: similar, of the same kind, near."""
        unit = candidate.unit
        another_kind = not candidate.old_id.startswith(f"{unit.kind}-")
        distance = abs(self._old[candidate.old_id] - self._new[unit.id])
        return -candidate.score, another_kind, distance


def _same(old: Mapping[str, str], new: Sequence[Unit]) -> Iterator[_Candidate]:
    by_text: dict[str, list[str]] = {}
    for key, text in old.items():
        by_text.setdefault(text, []).append(key)
    for unit in new:
        for key in by_text.get(unit.text, ()):
            yield _Candidate(key, unit, 100.0)


def _similar(old: Mapping[str, str], new: Sequence[Unit]) -> Iterator[_Candidate]:
    from rapidfuzz import fuzz, process

    for unit in new:
        # The cutoff lets rapidfuzz skip by length and stop early: few pairs are compared in full.
        for _, score, key in process.extract(
            unit.text, old, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=None
        ):
            yield _Candidate(key, unit, score)


def _one_to_one(ranked: Sequence[_Candidate]) -> Iterator[tuple[str, str]]:
    used_old: set[str] = set()
    used_new: set[str] = set()
    for candidate in ranked:
        if candidate.old_id not in used_old and candidate.unit.id not in used_new:
            used_old.add(candidate.old_id)
            used_new.add(candidate.unit.id)
            yield candidate.old_id, candidate.unit.id
