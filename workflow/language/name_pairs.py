"""The proper names of a source held against those of its translation.

A name that no translator translates is missed where nothing stands for it (`name_sides` says what
may). Names that may be translated word by word are only missed where the translation has fewer
names than the source, however they are counted; abbreviations, where there is none at all, or
another one without a letter in common.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.language.cognates import folded
from workflow.language.lexicon import lexicon
from workflow.language.locales import cldr
from workflow.language.name_sides import Side
from workflow.language.proper_names import Name, NamedText
from workflow.language.scripts import is_cased, scripts

_CAPITALS = re.compile(r"[^\W\d_]{3,5}")
_JOINS = (" ", "-")


@dataclass(frozen=True)
class ComparedNames:
    """The names that both texts have, and those that only one has."""

    same: tuple[tuple[Name, Name], ...] = ()
    lost: tuple[Name, ...] = ()
    gained: tuple[Name, ...] = ()


def compare_names(source: str, text: str, source_tag: str, tag: str) -> ComparedNames:
    """Return what has become of the names of a source in its translation (BCP 47 tags).

    Nothing where one of the languages has no capitals.
    """
    if not (is_cased(source_tag) and is_cased(tag)):
        return ComparedNames()
    there = Side(NamedText(source, source_tag, tag))
    here = Side(NamedText(text, tag, source_tag))
    if not there.text.names and not here.text.names:
        return ComparedNames()
    there.match(here)
    here.match(there)
    there.guess(here)
    here.guess(there)
    lost = (*_untold(there), *_fewer(there, here), *_replaced(there, here))
    gained = (*_untold(here), *_new_abbreviations(here, there), *_replaced(here, there))
    capitalised = {name.place: name for name in here.text.capitalised}
    same = (
        (name, capitalised.get(at) or here.text.at(at))
        for name in there.text.names
        if (at := there.found.get(name.place)) is not None
    )
    return ComparedNames(tuple(same), tuple(dict.fromkeys(lost)), tuple(dict.fromkeys(gained)))


def are_comparable(source_tag: str, tag: str) -> bool:
    """Whether a name that `compare_names` misses is missing: both languages have Latin letters.

    Between scripts, and with the endings of Slavic cases, too many ways of spelling are right.
    """
    return scripts(source_tag) == scripts(tag) == {"Latn"}


def _untold(side: Side) -> Iterator[Name]:
    """Yield the names that no translator translates and that the other text has not."""
    sure = [name for name in side.text.names if name.sure]
    kept = [name for name in sure if name.place in side.found]
    for name in sure:
        if name.place not in side.found and not any(_tells(side, rest, name) for rest in kept):
            yield name


def _tells(side: Side, rest: Name, name: Name) -> bool:
    """Whether the rest of a name is enough: the family name, or half of a pair (`Daimler-Benz`)."""
    if name.place < rest.place:
        return side.text.text[name.span[1] : rest.span[0]] in _JOINS
    return side.text.text[rest.span[1] : name.span[0]] == "-"


def _fewer(side: Side, other: Side) -> Iterator[Name]:
    """Yield the names that may be translated, if the other text has fewer of all kinds."""
    if len(side.odd_runs) <= len(other.odd_runs):
        return
    if other.most_runs(side) >= len(side.text.runs):
        return
    for run in side.odd_runs:
        if _is_in_brackets(side, run[0], run[-1]):
            continue
        if len(run) > 1 or run[0].text.isupper() or not side.text.translates_single_words:
            yield from (name for name in run if not name.sure)


def _replaced(side: Side, other: Side) -> list[Name]:
    """Return the abbreviations for which the other text has one without a letter in common."""
    others = _odd_abbreviations(other)
    letters = {letter for short in others for letter in folded(short.text)}
    return [
        short
        for short in _odd_abbreviations(side)
        if others and letters.isdisjoint(folded(short.text))
    ]


def _odd_abbreviations(side: Side) -> list[Name]:
    return [
        short
        for short in side.abbreviations
        if short.place not in side.found and _CAPITALS.fullmatch(short.text)
    ]


def _new_abbreviations(side: Side, other: Side) -> Iterator[Name]:
    """Yield the abbreviations of a text, if the other has none of any kind."""
    if any(_CAPITALS.fullmatch(short.text) for short in other.abbreviations):
        return
    words = lexicon(side.base)
    for short in _odd_abbreviations(side):
        is_word = words is not None and short.text.lower() in words.lemmas
        is_currency = short.text in cldr(side.base).currencies
        if not (is_word or is_currency or _is_in_brackets(side, short, short)):
            yield short


def _is_in_brackets(side: Side, first: Name, last: Name) -> bool:
    """Whether brackets hold a name and nothing else: it explains what is before it, `(ODS)`."""
    _, bracket, inside = side.text.text[: first.span[0]].rpartition("(")
    alone = bool(bracket) and ")" not in inside and not inside[:1].islower()
    return alone and side.text.text.startswith(")", last.span[1])
