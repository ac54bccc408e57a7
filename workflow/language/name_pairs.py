"""The proper names of a source held against those of its translation.

Two names are one where they begin alike, where one is a part of the other, or where CLDR knows both
as names of one place. What begins with the same sound and looks alike is taken for one place in two
languages (`Neapel`, `Naples`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from workflow.language.cognates import begin_alike, folded
from workflow.language.locales import cldr
from workflow.language.proper_names import SHORTEST, WORD, Name, proper_names, words_of_names
from workflow.language.scripts import scripts
from workflow.language.tags import language

_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,5}")
_NUMERAL = re.compile(r"[IVXLC]+")
_LONG_PART = 5
"""From so many letters on a name may be part of a compound: Südafrika, Africa."""
_ALIKE = 50.0


@dataclass(frozen=True)
class ComparedNames:
    """The names that both texts have, and those that only one has."""

    same: tuple[tuple[Name, Name], ...] = ()
    lost: tuple[Name, ...] = ()
    gained: tuple[Name, ...] = ()


def _can_compare(source_tag: str, tag: str) -> bool:
    """Whether the names of these two languages can be held against each other."""
    return scripts(source_tag) == scripts(tag) == {"Latn"}


def compare_names(source: str, text: str, source_tag: str, tag: str) -> ComparedNames:
    """Return what has become of the names of a source in its translation (BCP 47 tags).

    Nothing where names cannot be compared.
    """
    if not _can_compare(source_tag, tag):
        return ComparedNames()
    out_of, into = language(source_tag), language(tag)
    there, here = list(words_of_names(source)), list(words_of_names(text))
    same, lost = [], []
    for name in proper_names(source, source_tag):
        match = _counterpart(name.text, out_of, here, into)
        if match is None:
            lost.append(name)
        else:
            same.append((name, match))
    gained = [
        name
        for name in proper_names(text, tag)
        if _counterpart(name.text, into, there, out_of) is None
    ]
    gained += _new_abbreviations(here, there, into)
    return ComparedNames(tuple(same), tuple(lost), tuple(gained))


def _counterpart(name: str, base: str, others: list[Name], other_base: str) -> Name | None:
    """Return the word of the other text that may be this name, None where no one is."""
    mine, countries = folded(name), _countries(folded(name), base)
    near = None
    for other in others:
        theirs = folded(other.text)
        if mine[:SHORTEST] == theirs[:SHORTEST] and begin_alike(mine, theirs):
            return other
        if _is_part(mine, theirs) or (countries and countries & _countries(theirs, other_base)):
            return other
        if near is None and mine[:1] == theirs[:1] and other.text[0].isupper():
            near = other if ratio(mine, theirs) >= _ALIKE else None
    return near


def _is_part(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) >= _LONG_PART and shorter in longer


def _new_abbreviations(here: list[Name], there: list[Name], into: str) -> Iterator[Name]:
    """Yield the abbreviations of a translation whose source has none of any kind."""
    if any(_CAPITALS.fullmatch(word.text) for word in there):
        return
    for word in here:
        if (
            _CAPITALS.fullmatch(word.text)
            and word.text not in cldr(into).currencies
            and not _NUMERAL.fullmatch(word.text)
        ):
            yield word


@lru_cache(maxsize=20_000)
def _countries(word: str, base: str) -> frozenset[str]:
    """Return the codes of the countries whose name, or whose people's, a folded word may be."""
    return frozenset(
        code for place, code in _places(base).get(word[:SHORTEST], ()) if begin_alike(place, word)
    )


@cache
def _places(base: str) -> dict[str, list[tuple[str, str]]]:
    """Return the words that CLDR's names of countries are made of, with the countries' codes.

    They are filed under their first letters.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for code, name in cldr(base).territories.items():
        for match in WORD.finditer(name):
            if len(match[1]) > SHORTEST:
                word = folded(match[1])
                found.setdefault(word[:SHORTEST], []).append((word, code))
    return found
