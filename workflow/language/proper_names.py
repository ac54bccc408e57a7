"""Which words of a text are proper names, for alphabets with capitals.

A name is a word with a capital where grammar asks for none, and that the language's dictionary does
not know in small letters: `Grande Albanie` and `White House` are translated word by word and are
none here.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from workflow.language.cognates import folded
from workflow.language.function_words import function_words
from workflow.language.lexicon import lexicon
from workflow.language.locales import cldr
from workflow.language.tags import language

WORD = re.compile(r"(?<!\w)(?:[A-Za-z]{1,6}['’](?=[A-ZÀ-Þ]))?([^\W\d_]+)")
"""A word, without the article that is elided before a name (`l'Irak`)."""
_BEGINS = re.compile(r"(?:^|[.!?…:;–—•]\s|[\"“”„«»‘’'(\[¿¡])[\"“”„«»‘’'(\[\s¿¡]*$")
_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Where every noun has a capital, only a name beside a name is one for sure: “Anna Muster”."""
_FULL_DICTIONARIES = frozenset({"en"})
"""Other dictionaries leave out words that are their own lemma: a first word may be any word."""
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
SHORTEST = 3
"""Shorter words are no names that could be told from others."""
_BEFORE = 3
"""How many signs before a word tell whether a sentence or a quotation begins with it."""


@dataclass(frozen=True)
class Name:
    """A word that is or may be a name; `span` counts code points."""

    text: str
    span: tuple[int, int]


def proper_names(text: str, tag: str) -> Iterator[Name]:
    """Yield the proper names of a text, word by word; abbreviations in capitals are none."""
    base = language(tag)
    line = list(words_of_names(text))
    for index, word in enumerate(line):
        if not word.text[0].isupper() or not _may_be_name(word.text, base):
            continue
        needs_company = base in _CAPITAL_NOUNS or (
            base not in _FULL_DICTIONARIES and _begins_sentence(text, word.span[0])
        )
        if not needs_company or _is_beside_name(text, line, index, base):
            yield word


def words_of_names(text: str) -> Iterator[Name]:
    """Yield the words of a text, as names are cut."""
    for match in WORD.finditer(text):
        yield Name(match[1], match.span(1))


@lru_cache(maxsize=50_000)
def _may_be_name(word: str, base: str) -> bool:
    if len(word) < SHORTEST or not word[0].isupper() or _ABBREVIATION.fullmatch(word):
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


def _is_beside_name(text: str, line: list[Name], index: int, base: str) -> bool:
    """Whether only a space parts a word from one that may be a name too."""
    for first, second in ((index - 1, index), (index, index + 1)):
        if first >= 0 and second < len(line):
            other = line[second if first == index else first].text
            between = text[line[first].span[1] : line[second].span[0]]
            if between == " " and _may_be_name(other, base):
                return True
    return False


def _begins_sentence(text: str, place: int) -> bool:
    return _BEGINS.search(text, max(0, place - _BEFORE), place) is not None


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
