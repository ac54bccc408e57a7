"""Hunspell dictionaries where they are installed, read by spylls (a port of Hunspell to Python).

The folders are those where Linux distributions, Homebrew and LibreOffice's users put them, and the
ones that the environment variable DICPATH names, as for hunspell itself.
"""

import importlib
import os
import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from workflow.language.locales import cldr
from workflow.language.tags import language

_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "~/Library/Spelling",
    "~/.local/share/hunspell",
)
_ALPHABET_LIMIT = 60
"""A larger alphabet (Korean syllables) makes too many guesses."""
_MOST_SUGGESTIONS = 3
_DOUBLE = re.compile(r"(\w)\1")


_BRITISH = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("ence", "ense"),
    ("mme", "m"),
    ("oe", "e"),
    ("ae", "e"),
    ("re", "er"),
    ("gue", "g"),
)
"""What turns a British spelling into an American one."""


class Speller:
    """Knows which words a dictionary has; the answers are kept.

    `both_englishes` lets a British spelling pass with an American dictionary. `alphabet` are the
    letters that a slip may have left out or changed; Latin ones without marks need not be named.
    """

    def __init__(
        self, dictionary: Any, *, both_englishes: bool = False, alphabet: str = ""
    ) -> None:
        self._dictionary = dictionary
        self._both_englishes = both_englishes
        self._alphabet = frozenset(letter for letter in alphabet if letter.islower())
        self._known: dict[str, bool] = {}
        self._guesses: dict[str, list[str]] = {}

    def knows(self, word: str) -> bool:
        """Whether the dictionary has `word`, in one of its forms."""
        if word not in self._known:
            spelt = word.replace("’", "'")
            self._known[word] = self._has(spelt) or (
                self._both_englishes and self._has_other(spelt)
            )
        return self._known[word]

    def _has(self, word: str) -> bool:
        return bool(self._dictionary.lookup(word))

    def _has_other(self, word: str) -> bool:
        return any(
            british in word and self._has(word.replace(british, american))
            for british, american in _BRITISH
        )

    def suggestions(self, word: str) -> list[str]:
        """Return a few words that differ from `word` by one slip, the likeliest slips first."""
        if word not in self._guesses:
            slips = dict.fromkeys(_one_slip_away(word, self._alphabet))
            guesses = (guess for guess in slips if self.knows(guess))
            self._guesses[word] = list(islice(guesses, _MOST_SUGGESTIONS))
        return self._guesses[word]


def _one_slip_away(word: str, alphabet: Collection[str] = ()) -> Iterator[str]:
    """Yield words as a slip of the hand makes them: a mark left out, turned, doubled, wrong."""
    latin = "abcdefghijklmnopqrstuvwxyz" if word.isascii() else ""
    letters = sorted({*word.lower(), *latin, *alphabet})
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    for left, right in cuts[:-1]:
        marked = (letter for letter in letters if _bare(letter) == _bare(right[0]) != letter)
        yield from (left + letter + right[1:] for letter in marked)
    yield from (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    yield from (left + right[1:] for left, right in cuts if right)
    yield from _other_letter_doubled(word)
    if len(letters) <= _ALPHABET_LIMIT:
        yield from (left + letter + right for left, right in cuts for letter in letters)
        yield from (
            left + letter + right[1:] for left, right in cuts if right for letter in letters
        )
    yield from _letter_moved(word)


@cache
def _bare(letter: str) -> str:
    """Return a letter without its accents: e for é."""
    return unicodedata.normalize("NFD", letter)[0]


def _other_letter_doubled(word: str) -> Iterator[str]:
    """Yield the words in which the doubled letter is single and another one doubled: emmision."""
    for double in _DOUBLE.finditer(word):
        single = word[: double.start()] + word[double.start() + 1 :]
        yield from (single[:place] + single[place - 1 :] for place in range(1, len(single) + 1))


def _letter_moved(word: str) -> Iterator[str]:
    """Yield the words in which one letter stands somewhere else: yersa, years."""
    for place, letter in enumerate(word):
        rest = word[:place] + word[place + 1 :]
        yield from (rest[:other] + letter + rest[other:] for other in range(len(rest) + 1))


@cache
def speller(tag: str) -> Speller | None:
    """Return the speller of a language; None without its dictionary or without spylls."""
    path = _dictionary_file(tag)
    if path is None:
        return None
    try:
        hunspell = importlib.import_module("spylls.hunspell")
    except ImportError:
        return None
    dictionary = hunspell.Dictionary.from_files(str(path.with_suffix("")))
    alphabet = "" if language(tag) == "en" else dictionary.aff.TRY
    return Speller(dictionary, both_englishes=tag == "en", alphabet=alphabet)


def _dictionary_file(tag: str) -> Path | None:
    """Return the .aff file of a language: of the region asked for, of the likeliest, of any."""
    folders = [*os.environ.get("DICPATH", "").split(os.pathsep), *_FOLDERS]
    wanted = tag.replace("-", "_")
    base = wanted.split("_")[0]
    likely = f"{base}_{cldr(tag).territory or base.upper()}"
    for pattern in (wanted, likely, f"{base}_{base.upper()}", f"{base}_US", base, f"{base}_*"):
        for folder in map(os.path.expanduser, filter(None, folders)):
            if folder.startswith("~"):  # nobody knows the user's home
                continue
            for path in sorted(Path(folder).glob(f"{pattern}.aff")):
                if path.with_suffix(".dic").is_file():
                    return path
    return None
