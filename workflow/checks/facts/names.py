"""The proper names of a source held against those of its translation, for alphabets with capitals.

A name is a word with a capital where grammar asks for none, and that the language's dictionary does
not know in small letters: `Grande Albanie` and `White House` are translated word by word and say
nothing here. Two names are one where they begin alike or where only their transliteration differs,
or where CLDR knows both as names of one place. What is left on both sides and begins with the same
sound is taken for one place in two languages (`Neapel`, `Naples`).
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from workflow.checks.check import Pair
from workflow.checks.facts.fact import Entry, Fact, FactKind, Standing
from workflow.language.cognates import begin_alike, folded
from workflow.language.function_words import function_words
from workflow.language.lexicon import lexicon
from workflow.language.locales import cldr
from workflow.language.scripts import scripts
from workflow.language.tags import language

_WORD = re.compile(r"(?<!\w)(?:[A-Za-z]{1,6}['’](?=[A-ZÀ-Þ]))?([^\W\d_]+)")
_BEGINS = re.compile(r"(?:^|[.!?…:;–—•]\s|[\"“”„«»‘’'(\[¿¡])[\"“”„«»‘’'(\[\s¿¡]*$")
_POSSESSIVE = re.compile(r"[’'](?:s\b|(?!\w))")
_SHORTEST = 3
_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Where every noun has a capital, only a name beside a name is one for sure: “Anna Muster”."""
_FULL_DICTIONARIES = frozenset({"en"})
"""Other dictionaries leave out words that are their own lemma: a first word may be any word."""
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{3,5}")
_NUMERAL = re.compile(r"[IVXLC]+")
_ABBREVIATION = re.compile(r"[^\W\d_a-zß-öø-ÿ]+|[IVXLC]+(?:e|er|ème|ego)?|\w*[A-Z]{2}\w*")
_ADDRESSES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "sr",
        "sra",
        "dr",
        "st",
        "mme",
        "sir",
        "lord",
        "pan",
        "pani",
        "herr",
        "frau",
        "don",
    ]
)
_LONG_PART = 5
"""From so many letters on a name may be part of a compound: Südafrika, Africa."""
_ALIKE = 50.0
_BEFORE = 3
"""How many signs before a word tell whether a sentence or a quotation begins with it."""


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
    there, here = list(_words(pair.original)), list(_words(pair.text))
    same, lost, gained = [], [], []
    for name in names(pair.original, pair.source_language or ""):
        match = _counterpart(name, here, pair, flip=False)
        if match is None:
            lost.append(name)
        else:
            same.append((name, match))
    for name in names(pair.text, pair.target_language):
        if _counterpart(name, there, pair, flip=True) is None:
            gained.append(name)
    return ComparedNames(
        tuple(same), tuple(lost), (*gained, *_new_abbreviations(here, there, pair))
    )


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


def _counterpart(name: Fact, others: list[Fact], pair: Pair, *, flip: bool) -> Fact | None:
    """Return the word of the other text that may be this name, None where no one is.

    `flip` says that the name is of the translation, and the words are of the source.
    """
    for other in others:
        first, second = (other, name) if flip else (name, other)
        if _is_one(first.text, second.text, pair):
            return other
    alike = (other for other in others if _sound_alike(name.text, other.text))
    return next(alike, None)


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


def names(text: str, tag: str) -> list[Fact]:
    """Return the proper names of a text, word by word; abbreviations in capitals are none."""
    base = language(tag)
    line = list(_words(text))
    may_be = [_may_be_name(word.text, base) for word in line]
    found = []
    for index, word in enumerate(line):
        beside = any(
            0 <= other < len(line) and may_be[other] and _touch(text, line, index, other)
            for other in (index - 1, index + 1)
        )
        needs_company = base in _CAPITAL_NOUNS or (
            base not in _FULL_DICTIONARIES and _begins_sentence(text, word.span[0])
        )
        if may_be[index] and (beside or not needs_company):
            found.append(word)
    return found


def _may_be_name(word: str, base: str) -> bool:
    if len(word) < _SHORTEST or not word[0].isupper() or _ABBREVIATION.fullmatch(word):
        return False
    if folded(word) in _countries_in_one_word(base):
        return True
    lower = word.lower()
    if lower in _ADDRESSES or lower in _calendar(base) or lower in function_words(base):
        return False
    dictionary = lexicon(base)
    if dictionary is None:
        return True
    is_noun = base in _CAPITAL_NOUNS and dictionary.is_common_noun(word)
    return lower not in dictionary.lemmas and not is_noun


def _touch(text: str, line: list[Fact], index: int, other: int) -> bool:
    """Whether only a space stands between two words."""
    first, second = sorted((line[index].span, line[other].span))
    return text[first[1] : second[0]] == " "


def _words(text: str) -> Iterator[Fact]:
    for match in _WORD.finditer(text):
        yield Fact(FactKind.NAME, match[1], match.span(1))


def _begins_sentence(text: str, place: int) -> bool:
    return _BEGINS.search(text, max(0, place - _BEFORE), place) is not None


def _is_one(there: str, here: str, pair: Pair) -> bool:
    """Whether a word of the source and one of the translation may be one name."""
    first, second = folded(there), folded(here)
    if begin_alike(first, second) or (len(second) >= _LONG_PART and second in first):
        return True
    return bool(_countries(first, pair.out_of) & _countries(second, pair.into))


def _sound_alike(there: str, here: str) -> bool:
    """Whether two words with capitals may be one place in two languages: Neapel, Naples."""
    first, second = folded(there), folded(here)
    if not (there[0].isupper() and here[0].isupper()) or first[:1] != second[:1]:
        return False
    return ratio(first, second) >= _ALIKE


@lru_cache(maxsize=20_000)
def _countries(word: str, base: str) -> frozenset[str]:
    """Return the codes of the countries whose name, or whose people's, a folded word may be."""
    return frozenset(
        code
        for place, codes in _places(base).items()
        if place[:_SHORTEST] == word[:_SHORTEST] and begin_alike(place, word)
        for code in codes
    )


@cache
def _places(base: str) -> dict[str, frozenset[str]]:
    """Return the words that CLDR's names of countries are made of, with the countries' codes."""
    found: dict[str, frozenset[str]] = {}
    for code, name in cldr(base).territories.items():
        for match in _WORD.finditer(name):
            if len(match[1]) > _SHORTEST:
                word = folded(match[1])
                found[word] = found.get(word, frozenset()) | {code}
    return found


@cache
def _countries_in_one_word(base: str) -> frozenset[str]:
    """Return the folded names of countries and continents that are no other word."""
    return frozenset(
        folded(name)
        for name in cldr(base).territories.values()
        if name.isalpha() and not name.isupper()
    )


@cache
def _calendar(tag: str) -> Collection[str]:
    locale = cldr(tag)
    return frozenset(
        name.lower()
        for lists in (locale.months, locale.days)
        for widths in lists.values()
        for named in widths.values()
        for name in named.values()
    )
