"""Words of a text, as the checks see them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‐-][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]")


class Word(NamedTuple):
    """A run of letters and where it stands."""

    text: str
    start: int
    end: int


def written_words(text: str) -> list[str]:
    """Return the words of `text` as they are written, in its order."""
    return WORD.findall(text)


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text`; a hyphen or an apostrophe inside a word belongs to it."""
    for match in WORD.finditer(text):
        yield Word(match[0], *match.span())


def has_letters(text: str) -> bool:
    """Whether there is a letter of any script in `text`."""
    return _LETTERS.search(text) is not None
