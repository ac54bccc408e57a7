"""Words that many languages have, and names of places that only one of them has."""

from functools import cache

from workflow.language.lexicon import lexicon
from workflow.language.locales import cldr

_FAMILIES = (frozenset({"es", "fr", "it"}), frozenset({"de", "en", "nl"}), frozenset({"pl", "cs"}))
_NEIGHBOURS = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "sv")
_INTERNATIONAL = 2
_LONGEST_CODE = 3


@cache
def is_international(word: str, out_of: str, into: str) -> bool:
    """Whether languages of all other families have a word too: “leader”, “marketing”."""
    others = (family - {into} for family in _FAMILIES if out_of not in family)
    return all(any(_has(tag, word) for tag in family) for family in others)


def _has(tag: str, word: str) -> bool:
    words = lexicon(tag)
    return words is not None and (word in words.lemmas or word.capitalize() in words.lemmas)


@cache
def is_foreign_place(text: str, out_of: str, into: str) -> bool:
    """Whether only the source language calls a country or a part of the world so: “Südostasien”."""
    if text not in _places(out_of) or text in _places(into):
        return False
    others = sum(text in _places(other) for other in _NEIGHBOURS if other != out_of)
    return others < _INTERNATIONAL


@cache
def _places(tag: str) -> frozenset[str]:
    return frozenset(
        name
        for name in cldr(tag).territories.values()
        if " " not in name and not name.isupper() and len(name) > _LONGEST_CODE
    )
