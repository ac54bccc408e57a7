"""Words that two languages share: names, and what both took from Latin or Greek.

Words are compared by their beginnings in a spelling that forgets how each language writes a sound:
`Kommission`, `commission` and `комиссия` begin alike. That is no proof of anything for
one word; of a whole sentence and its translation nearly always some words do.
"""

import re
from functools import cache
from itertools import chain
from operator import itemgetter

from rapidfuzz.fuzz import ratio

from workflow.language.chunks import Chunks
from workflow.language.function_words import function_words

SHORTEST = 3
"""From so many letters on a word can be told from others."""
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_TWO_LETTERS = (("sch", "sh"), ("ph", "f"), ("th", "t"), ("cz", "ch"), ("sz", "sh"))
_ONE_LETTER = str.maketrans("kqzwyj", "ccsvii")
_TWICE = re.compile(r"(.)\1")
_SHARE = 0.6
_LONG, _ALIKE = 5, 72.0
"""From how many letters on words are alike that share so many percent of them in order."""


def content_words(text: str, language: str) -> frozenset[str]:
    """Return the words of a text that are no small words, in the spelling that is compared."""
    return frozenset(chain.from_iterable(_content(language).of(text)))


@cache
def _content(language: str) -> Chunks[list[str]]:
    small = function_words(language)
    return Chunks(
        lambda chunk: [folded(word) for word in _WORD.findall(chunk) if word.lower() not in small]
    )


def share_a_word(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether any of the words (as `content_words` spells them) begins like one of the others."""
    beginnings: dict[str, list[str]] = {}
    for word in some:
        beginnings.setdefault(word[:SHORTEST], []).append(word)
    return any(
        begin_alike(word, other) or _look_alike(word, other)
        for other in others
        for word in beginnings.get(other[:SHORTEST], ())
    )


def _look_alike(first: str, second: str) -> bool:
    """Whether two long words differ in few letters: `parliament`, `parlamento`."""
    return min(len(first), len(second)) >= _LONG and ratio(first, second) >= _ALIKE


def begin_alike(first: str, second: str) -> bool:
    """Whether two folded words begin alike, for three letters and most of the shorter one."""
    shortest = min(len(first), len(second))
    return common_start(first, second) >= max(SHORTEST, shortest * _SHARE)


def common_start(first: str, second: str) -> int:
    """Return how many letters two words have in common at their beginnings."""
    common = 0
    for mine, theirs in zip(first, second, strict=False):
        if mine != theirs:
            break
        common += 1
    return common


def _folded(word: str) -> str:
    from anyascii import anyascii

    spelt = (word if word.isascii() else anyascii(word)).lower()
    if "h" in spelt or "z" in spelt:
        for written, sound in _TWO_LETTERS:
            spelt = spelt.replace(written, sound)
    return _TWICE.sub(itemgetter(1), spelt.translate(_ONE_LETTER))


folded = Chunks(_folded).__getitem__
"""Returns a word in the spelling that forgets how a language writes a sound.

Remembered in a dict, since it is asked for of every word, and `lru_cache` takes several times as
long.
"""
