"""Which sentences of a revision were not deleted and written anew, but moved."""

from collections.abc import Sequence

from workflow.review.diff_sentences import Group, Sentence
from workflow.review.tokens import weight

_LEAST = 30
"""What a sentence must weigh, in units of `tokens.weight`: a few words, so that it is no chance."""


def moves(groups: Sequence[Group]) -> dict[int, int]:
    """Return the number of the move, from 1, of each group that is one end of a move, by its place.

    Both ends of a move have the same words in the same order; the space around may differ.
    """
    gone: dict[Sentence, list[int]] = {}
    for place, group in enumerate(groups):
        if group.old and not group.new and sum(map(weight, group.old)) >= _LEAST:
            gone.setdefault(_words(group.old), []).append(place)
    found: dict[int, int] = {}
    for place, group in enumerate(groups):
        if group.new and not group.old and (origins := gone.get(_words(group.new))):
            found[origins.pop(0)] = found[place] = len(found) // 2 + 1
    return found


def _words(sentence: Sentence) -> Sentence:
    return tuple(piece for piece in sentence if not piece.isspace())
