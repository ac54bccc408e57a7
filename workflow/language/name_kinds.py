"""How surely a word is a name, whatever text it stands in, and what German makes of places."""

import re
from collections.abc import Collection
from enum import IntEnum
from functools import cache, lru_cache

from workflow.language.cognates import SHORTEST
from workflow.language.function_words import function_words
from workflow.language.lexicon import Lexicon, lexicon
from workflow.language.locales import cldr
from workflow.language.name_words import COMMON_ABBREVIATIONS, NO_NAMES
from workflow.language.places import is_place, place_codes

CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Where every noun has a capital, a name is what no dictionary of that language has as a noun."""
_NUMERAL = re.compile(r"[IVXLC]+(?:e|er|ème|ego)?")


class NameKind(IntEnum):
    """Whether a word is a name; an unsure one may be translated word by word."""

    NONE = 0
    UNSURE = 1
    SURE = 2


@lru_cache(maxsize=50_000)
def name_kind(word: str, base: str) -> NameKind:
    """Return how surely a word is a name, wherever it stands."""
    lower = word.lower()
    if lower == word or len(word) == 1 or not word[0].isupper() or _NUMERAL.fullmatch(word):
        return NameKind.NONE
    if word.isupper():
        return NameKind.NONE if word in COMMON_ABBREVIATIONS else NameKind.UNSURE
    if lower in NO_NAMES or lower in _calendar(base) or lower in function_words(base):
        return NameKind.NONE
    if any(map(str.isupper, word[1:])) or len(word) < SHORTEST:
        return NameKind.UNSURE
    if is_place(word, base):
        return NameKind.SURE
    return _kind_by_dictionary(word, base, lexicon(base))


def _kind_by_dictionary(word: str, base: str, dictionary: Lexicon | None) -> NameKind:
    if dictionary is None:
        return NameKind.SURE
    is_known = word.lower() in dictionary.lemmas
    if base in CAPITAL_NOUNS:
        return NameKind.NONE if is_known or dictionary.is_common_noun(word) else NameKind.SURE
    return NameKind.UNSURE if is_known else NameKind.SURE


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


def is_made_of_place(word: str, base: str) -> bool:
    """Whether a German word is made of a place: `Grazer`, `Berliner`; `Trainer` is none."""
    home = lexicon(base)
    known = home is not None and word in home.lemmas
    return word.endswith("er") and (not known or bool(place_codes(word, base)))


def is_owning_place(word: str, base: str) -> bool:
    """Whether this is a German name of a place in the genitive: “Portugals Hauptstadt”."""
    return base in CAPITAL_NOUNS and word.endswith("s") and is_place(word[:-1], base)
