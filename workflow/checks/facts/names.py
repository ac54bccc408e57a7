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

from workflow.checks.check import Pair
from workflow.checks.facts.fact import Entry, Fact, FactKind, Standing
from workflow.checks.facts.proper import SHORTEST, WORD, names, words
from workflow.language.cognates import begin_alike, folded
from workflow.language.locales import cldr
from workflow.language.scripts import scripts

_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,5}")
_NUMERAL = re.compile(r"[IVXLC]+")
_LONG_PART = 5
"""From so many letters on a name may be part of a compound: Südafrika, Africa."""
_ALIKE = 50.0


@dataclass(frozen=True)
class ComparedNames:
    """The names that both texts have, and those that only one has."""

    same: tuple[tuple[Fact, Fact], ...] = ()
    lost: tuple[Fact, ...] = ()
    gained: tuple[Fact, ...] = ()


def can_compare(pair: Pair) -> bool:
    """Whether the names of these two languages can be held against each other."""
    return scripts(pair.source_language or "") == scripts(pair.target_language) == {"Latn"}


def compare_names(pair: Pair) -> ComparedNames:
    """Return what has become of the names of a unit; nothing where they cannot be compared."""
    if not can_compare(pair):
        return ComparedNames()
    there, here = list(words(pair.original)), list(words(pair.text))
    same, lost = [], []
    for name in names(pair.original, pair.source_language or ""):
        match = _counterpart(name.text, pair.out_of, here, pair.into)
        if match is None:
            lost.append(name)
        else:
            same.append((name, match))
    gained = [
        name
        for name in names(pair.text, pair.target_language)
        if _counterpart(name.text, pair.into, there, pair.out_of) is None
    ]
    gained += _new_abbreviations(here, there, pair)
    return ComparedNames(tuple(same), tuple(lost), tuple(gained))


def _counterpart(name: str, base: str, others: list[Fact], other_base: str) -> Fact | None:
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


def _new_abbreviations(here: list[Fact], there: list[Fact], pair: Pair) -> Iterator[Fact]:
    """Yield the abbreviations of a translation whose source has none of any kind."""
    if any(_CAPITALS.fullmatch(word.text) for word in there):
        return
    for word in here:
        if (
            _CAPITALS.fullmatch(word.text)
            and word.text not in cldr(pair.into).currencies
            and not _NUMERAL.fullmatch(word.text)
        ):
            yield word


@lru_cache(maxsize=20_000)
def _countries(word: str, base: str) -> frozenset[str]:
    """Return the codes of the countries whose name, or whose people's, a folded word may be."""
    return frozenset(
        code
        for place, codes in _places(base).items()
        if place[:SHORTEST] == word[:SHORTEST] and begin_alike(place, word)
        for code in codes
    )


@cache
def _places(base: str) -> dict[str, frozenset[str]]:
    """Return the words that CLDR's names of countries are made of, with the countries' codes."""
    found: dict[str, frozenset[str]] = {}
    for code, name in cldr(base).territories.items():
        for match in WORD.finditer(name):
            if len(match[1]) > SHORTEST:
                word = folded(match[1])
                found[word] = found.get(word, frozenset()) | {code}
    return found


def name_entries(pair: Pair) -> Iterator[Entry]:
    """Yield the rows of the ledger that are names; words that stand together make one row."""
    compared = compare_names(pair)
    waiting: tuple[Fact, Fact] | None = None
    for there, here in compared.same:
        if waiting and _is_next(waiting[0], there) and _is_next(waiting[1], here):
            there = _joined(waiting[0], there, pair.original)
            here = _joined(waiting[1], here, pair.text)
        elif waiting:
            yield Entry(*waiting, Standing.SAME)
        waiting = there, here
    if waiting:
        yield Entry(*waiting, Standing.SAME)
    for there in compared.lost:
        yield Entry(there, None, Standing.MISSING)
    for here in compared.gained:
        yield Entry(None, here, Standing.ADDED)


def _is_next(first: Fact, second: Fact) -> bool:
    return first.span[1] + 1 == second.span[0]


def _joined(first: Fact, second: Fact, text: str) -> Fact:
    span = (first.span[0], second.span[1])
    return Fact(FactKind.NAME, text[slice(*span)], span)
