"""Phrases that go round in a loop, as neural engines write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from workflow.language.scripts import is_alphabetic
from workflow.language.sieve import Sieve

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"([^\W\d_]{1,12}?)\1{3,}")
_SIGN = r"[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0eff]"
_UNSPACED = rf"({_SIGN}[^\s。！？]{{1,20}}?)(?:[、，]?\1){{2,}}"
_FEWEST_WORDS, _FEWEST_LETTERS = 2, 6
_FEWEST_APART = 4
"""People write shorter phrases twice: “the victims, the victims of torture”."""
_TOO_OFTEN = 3
_LONGEST_PHRASE = 40
_REFRAIN_WORDS, _REFRAIN_TIMES = 5, 4


class RepeatKind(Enum):
    """How something comes again: at once, further on in the text, or within a word."""

    LOOP = "loop"
    REFRAIN = "refrain"
    LETTERS = "letters"


@dataclass(frozen=True)
class Repeat:
    """What is repeated, once, and from where to where it goes on (code points)."""

    kind: RepeatKind
    phrase: str
    span: tuple[int, int]


def repeats(text: str, source: str = "", *, apart: int = _FEWEST_APART) -> Iterator[Repeat]:
    """Yield what comes again and again in a text and does not do so in its `source`.

    A phrase of fewer words than `apart` may come twice with a comma between, but no third time.
    """
    forms = _forms(text)
    comes_again = len(set(pairwise(forms))) < len(forms) - 1  # the quick answer: two words in a row
    loop = _loop(forms) if comes_again else None
    refrain = _refrain(forms) if comes_again else None
    if loop is not None:
        first, size, last = loop
        tokens = list(_WORD.finditer(text))
        between = text[tokens[first + size - 1].end() : tokens[first + size].start()]
        once_more = last - first + 1 >= _TOO_OFTEN * size
        is_said = between.strip() and size < apart and not once_more
        if is_said or _loop(_forms(source)) is not None:
            return
        phrase = text[tokens[first].start() : tokens[first + size - 1].end()]
        yield Repeat(RepeatKind.LOOP, phrase, (tokens[first].start(), tokens[last].end()))
    elif refrain is not None and _refrain(_forms(source)) is None:
        tokens = list(_WORD.finditer(text))
        span = (tokens[refrain].start(), tokens[refrain + _REFRAIN_WORDS - 1].end())
        yield Repeat(RepeatKind.REFRAIN, text[slice(*span)], span)
    if _LOOPING.of(frozenset(forms)):
        yield from _repeated_letters(_LETTERS, text, source)
    if not is_alphabetic(text):
        yield from _repeated_letters(re.compile(_UNSPACED), text, source)


def _repeated_letters(pattern: re.Pattern[str], text: str, source: str) -> Iterator[Repeat]:
    for match in pattern.finditer(text):
        if len(match[0]) >= _FEWEST_LETTERS and not pattern.search(source):
            yield Repeat(RepeatKind.LETTERS, match[1], match.span())


def _may_loop(word: str) -> bool:
    """Whether some piece of a word may come four times: its letters then do so at least."""
    return len(word) >= _FEWEST_LETTERS and any(word.count(letter) > 3 for letter in set(word))


_LOOPING = Sieve(_may_loop)


def _forms(text: str) -> list[str]:
    return list(map(str.lower, _WORD.findall(text)))


def _loop(forms: list[str]) -> tuple[int, int, int] | None:
    """Return the first phrase that follows itself: where, how many words, its last word."""
    places: dict[str, int] = {}
    for index, form in enumerate(forms):
        size = index - places.get(form, -_LONGEST_PHRASE)
        places[form] = index
        if not _FEWEST_WORDS <= size < _LONGEST_PHRASE:
            continue
        start = index - size
        if forms[start:index] != forms[index : index + size] or len(set(forms[start:index])) == 1:
            continue
        if sum(map(len, forms[start:index])) < _FEWEST_LETTERS or _is_counted(forms[start:index]):
            continue
        last = index + size
        while last < len(forms) and forms[last] == forms[last - size]:
            last += 1
        return start, size, last - 1
    return None


def _is_counted(phrase: list[str]) -> bool:
    """Whether this is digits in groups, as in a telephone number."""
    return all(word.isdigit() for word in phrase)


def _refrain(forms: list[str]) -> int | None:
    """Return where a run of words comes for the fourth time, though not in a row."""
    if len(forms) < _REFRAIN_TIMES * _REFRAIN_WORDS or len(set(forms)) > len(forms) * 0.8:
        return None
    seen: dict[tuple[str, ...], int] = {}
    for index in range(len(forms) - _REFRAIN_WORDS + 1):
        run = tuple(forms[index : index + _REFRAIN_WORDS])
        seen[run] = seen.get(run, 0) + 1
        if seen[run] == _REFRAIN_TIMES:
            return index
    return None
