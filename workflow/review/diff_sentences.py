"""Which sentences of a revision came from which: kept, rewritten, split, joined, new or gone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.review.diff_words import shared_ends
from workflow.review.tokens import weight

Sentence = tuple[str, ...]

_LIKENESS = 0.3
"""Sentences that share less of their words than this are not versions of each other."""
_JOINT_COST = 6
"""What a split or a join must gain over keeping one sentence, in units of `tokens.weight`."""
_MOST_CELLS = 10_000
_STEPS = ((1, 1), (1, 2), (2, 1), (0, 1), (1, 0))


@dataclass(frozen=True)
class Group:
    """Old sentences and the new ones that came from them, as tokens; one side may be empty."""

    old: Sentence
    new: Sentence


def align(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Group]:
    """Yield the groups that keep the most words in place, in reading order.

    A dynamic programme over sentences in the manner of Gale and Church (1993), "A Program for
    Aligning Sentences in Bilingual Corpora", with shared words in the place of lengths.
    """
    start, end = shared_ends(old, new)
    yield from (Group(sentence, sentence) for sentence in old[:start])
    yield from _align_middle(old[start : len(old) - end], new[start : len(new) - end])
    yield from (Group(sentence, sentence) for sentence in old[len(old) - end :])


def _align_middle(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Group]:
    if len(old) * len(new) > _MOST_CELLS:
        yield Group(_joined(old), _joined(new))
        return
    for (i, j), (di, dj) in _best_path(old, new):
        yield Group(_joined(old[i : i + di]), _joined(new[j : j + dj]))


def _best_path(
    old: Sequence[Sentence], new: Sequence[Sentence]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the steps from the start to the end, each with the place where it begins."""
    bags = [_bag(sentence) for sentence in old], [_bag(sentence) for sentence in new]
    best = {(0, 0): (0, (0, 0))}
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            for di, dj in _STEPS:
                if i < di or j < dj:
                    continue
                gain = _gain(bags[0][i - di : i], bags[1][j - dj : j])
                if gain is None:
                    continue
                score = best[i - di, j - dj][0] + gain
                if (i, j) not in best or score > best[i, j][0]:
                    best[i, j] = score, (di, dj)
    place, path = (len(old), len(new)), []
    while place != (0, 0):
        step = best[place][1]
        place = place[0] - step[0], place[1] - step[1]
        path.append((place, step))
    return path[::-1]


def _gain(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> int | None:
    """Return how much stays when `old` becomes `new`; None where they are not versions."""
    if not old or not new:
        return 0
    before, after = sum(old, Counter[str]()), sum(new, Counter[str]())
    shared = (before & after).total()
    if 2 * shared < _LIKENESS * (before.total() + after.total()):
        return None
    return shared - _JOINT_COST * (len(old) + len(new) - 2)


def _bag(sentence: Sentence) -> Counter[str]:
    bag: Counter[str] = Counter()
    for piece in sentence:
        if not piece.isspace():
            bag[piece.lower()] += weight(piece)
    return bag


def _joined(group: Sequence[Sentence]) -> Sentence:
    return tuple(piece for sentence in group for piece in sentence)
