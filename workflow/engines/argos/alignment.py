"""Which word comes from which, read from the attention of a model.

A model whose attention was trained with guided alignment (the starter's was) says it well; of
others only what they are sure of is worth anything, and the weights tell.
"""

from collections.abc import Sequence
from itertools import pairwise

from workflow.engines.engine import Link

WORD_START = "▁"
"""SentencePiece's mark on the first piece of a word."""


def aligned_words(
    source: Sequence[str], target: Sequence[str], attention: Sequence[Sequence[float]], text: str
) -> tuple[Link, ...]:
    """Return a link for each word of `text`, which the pieces `target` were joined to.

    `attention` has a row for each piece of the target. A word's weight for a source word is the
    mean over its pieces of the sum over that word's. Empty where pieces and words do not fit.
    """
    source_words, target_words = _words(source), _words(target)
    if not source_words or len(target_words) != len(text.split()) or len(attention) != len(target):
        return ()
    links = []
    for number, (first, end) in enumerate(target_words):
        pieces = [sum(column) for column in zip(*attention[first:end], strict=True)]
        weights = [sum(pieces[start:stop]) for start, stop in source_words]
        weight = max(weights)
        links.append(Link(number, weights.index(weight), weight / (end - first)))
    return tuple(links)


def chained(first: Sequence[Link], second: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links of two translations made one after the other; empty where one has none."""
    if not first or any(link.source >= len(first) for link in second):
        return ()
    return tuple(
        Link(link.target, middle.source, link.weight * middle.weight)
        for link in second
        for middle in [first[link.source]]
    )


def _words(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each word begins and ends among the pieces."""
    starts = [i for i, piece in enumerate(pieces) if i == 0 or piece.startswith(WORD_START)]
    return list(pairwise([*starts, len(pieces)]))
