"""Sentences beside their translations, and the units in which a sentence comes again."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from workflow.checks.check import Pair
from workflow.checks.words import written_words
from workflow.language.scripts import is_spaced
from workflow.language.sentences import split_sentences

_CHUNK = re.compile(r"[^.!?…。！？।؟]+")
_TOKEN = re.compile(r"\w+")
_FEWEST_WORDS = 4
_FEWEST_SIGNS = 8
"""A shorter sentence, in a language without spaces, is a stock phrase."""


class SentencePair(NamedTuple):
    """A sentence, its translation, and where this stands in `Pair.text`."""

    source: str
    target: str
    span: tuple[int, int]


def sentence_pairs(pair: Pair) -> list[SentencePair]:
    """Return the sentences of a unit that has as many in both languages; else none."""
    sources = _sentences(pair.original, pair.source_language or "")
    targets = _sentences(pair.text, pair.target_language)
    if len(sources) != len(targets):
        return []
    return [
        SentencePair(source, target, (start, start + len(target)))
        for (source, _), (target, start) in zip(sources, targets, strict=True)
    ]


def with_repeated_sentences(
    pairs: Sequence[Pair], text: Callable[[Pair], str], tag: str
) -> list[Pair]:
    """Return the units of which `text`, in the language `tag`, has a sentence that comes twice."""
    chunks = [{chunk.strip().casefold() for chunk in _CHUNK.findall(text(pair))} for pair in pairs]
    counts = Counter(chain.from_iterable(chunks))
    repeated = {chunk for chunk, count in counts.items() if count > 1 and is_long(chunk, tag)}
    return [
        pair
        for pair, found in zip(pairs, chunks, strict=True)
        if repeated and not repeated.isdisjoint(found)
    ]


def is_long(text: str, tag: str) -> bool:
    """Whether a text in the language `tag` is longer than a stock phrase."""
    if is_spaced(tag):
        return len(written_words(text)) >= _FEWEST_WORDS
    return len(text) >= _FEWEST_SIGNS


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """Return the words and figures of a text alone, in small letters.

    Remembered, since it is asked for of sentences that come again.
    """
    return " ".join(_TOKEN.findall(text.casefold()))


def _sentences(text: str, tag: str) -> list[tuple[str, int]]:
    """Return the sentences of a text, each with the place where it begins."""
    found, place = [], 0
    for piece in split_sentences(text, tag):
        if sentence := piece.strip():
            found.append((sentence, place + piece.index(sentence)))
        place += len(piece)
    return found
