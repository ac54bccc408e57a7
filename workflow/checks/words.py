"""Words of a text, as the checks see them."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from workflow.language.chunks import Chunks

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‐-][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]")


class Word(NamedTuple):
    """A run of letters and where it stands."""

    text: str
    start: int
    end: int


_WRITTEN: Chunks[list[str]] = Chunks(WORD.findall)
_SMALL = Chunks(lambda chunk: [word.lower() for word in WORD.findall(chunk)])


def written_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` as they are written, in its order."""
    return tuple(chain.from_iterable(_WRITTEN.of(text)))


def small_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in small letters, in its order."""
    return tuple(chain.from_iterable(_SMALL.of(text)))


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text`; a hyphen or an apostrophe inside a word belongs to it."""
    for match in WORD.finditer(text):
        yield Word(match[0], *match.span())


def has_letters(text: str) -> bool:
    """Whether there is a letter of any script in `text`."""
    return _LETTERS.search(text) is not None
