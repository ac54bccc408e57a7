"""Countries, cities and languages, whatever a language calls them (CLDR, by way of Babel).

`Deutschland`, `German` and `alemán` share a code: enough to see that a word of one language may
stand for a word of another.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from babel.core import get_global

from workflow.language.cognates import SHORTEST, common_start, folded
from workflow.language.exonyms import exonyms
from workflow.language.locales import cldr

_WORD = re.compile(r"[^\W\d_]+")
_LOST_END, _ADDED_END = 3, 6
"""How many letters a form may lack of a name, and add to it: Brasilien, brasilianisch."""
_SHORT = 4
"""A name no longer than this loses nothing but a vowel: Kuba, kubański."""
_WORLD = "001"
_VOWELS = "aeiou"
_MANY = 4
"""A word of so many names (South, Islands, Republic) tells none of them in small letters."""
_ABBREVIATIONS = {
    "US": "US",
    "EU": "EU",
    "UE": "EU",
    "EE": "US",
    "EEUU": "US",
    "UU": "US",
    "UN": "UN",
    "UK": "GB",
    "USSR": "SU",
    "URSS": "SU",
    "ZSRR": "SU",
    "SSSR": "SU",
}
"""What CLDR does not list among the codes of countries: `EE. UU.`, `UE`."""
_MORE_COUNTRIES = {"en": ("GB",), "pt": ("PT",)}
"""Where else the people are called as a language is, beside the country that has most of them."""
_ALSO = {"019": "US"}
"""What the name of a larger place may mean: America."""
_CAPITAL_ADJECTIVES = frozenset({"en"})
_UNITED_NATIONS = frozenset({"UNO", "ONU", "OON", "ONZ", "VN"})


@lru_cache(maxsize=20_000)
def place_codes(word: str, base: str) -> frozenset[str]:
    """Return the codes of what a word in a language may name, or the people of, or the speech of.

    Codes are those of CLDR: `DE` for a country, `150` for Europe, `de` for a language, which has
    the code of its country too.
    """
    if word.isupper():
        return _codes_of_abbreviation(word) | exonyms(word)
    small = word.islower()
    if small and base in _CAPITAL_ADJECTIVES:
        return frozenset()
    spelt = folded(word)
    found = frozenset(
        code
        for place, code, is_common in _places(base).get(spelt[:SHORTEST], ())
        if _is_form(spelt, place) and not (is_common and small)
    )
    return found | exonyms(word) | {_ALSO[code] for code in found & _ALSO.keys()}


def _is_form(word: str, place: str) -> bool:
    """Whether a word is the name of a place, in some case, or made of it: Kanada, kanadyjski."""
    common = common_start(word, place)
    lost = len(place) - common
    most = _LOST_END if len(place) > _SHORT else int(place[-1] in _VOWELS)
    return lost <= min(most, len(place) // 3) and len(word) - common <= _ADDED_END


@cache
def is_place(word: str, base: str) -> bool:
    """Whether a word is the whole name of a country, a part of the world or a large city."""
    return folded(word) in _in_one_word(base)


def place_name(word: str, base: str, other: str) -> str | None:
    """Return what the language `other` calls a country or part of the world: `Egypt` → `Egipto`."""
    spelt = folded(word)
    for code in sorted(place_codes(word, base)):
        if folded(cldr(base).territories.get(code, "")) == spelt:
            name: str | None = cldr(other).territories.get(code)
            return name
    return None


def _codes_of_abbreviation(word: str) -> frozenset[str]:
    if word in _UNITED_NATIONS:
        return frozenset({"UN"})
    aliases = get_global("territory_aliases").get(word)
    found = _ABBREVIATIONS.get(word) or (aliases[0] if aliases else None)
    return frozenset({found}) if found else frozenset()


@cache
def _places(base: str) -> dict[str, list[tuple[str, str, bool]]]:
    """Return the words of the names, folded, filed under their first letters.

    Each has its code, and whether it is common to many names.
    """
    words = [
        (folded(word), code, name)
        for code, name in _names(base)
        for word in _WORD.findall(name)
        if len(word) > SHORTEST
    ]
    count = Counter(word for word, _ in {(word, name) for word, _, name in words})
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for word, code, _ in words:
        found.setdefault(word[:SHORTEST], []).append((word, code, count[word] >= _MANY))
    return found


def _names(base: str) -> Iterator[tuple[str, str]]:
    """Yield codes and names of countries, languages and cities."""
    yield from _territories(base).items()
    yield from _cities(base).items()
    for code, name in cldr(base).languages.items():
        if len(code) == 2:
            yield code, name
            country = get_global("likely_subtags").get(code, "").rpartition("_")[2]
            if _language_of(country) == code:
                yield country, name
            yield from ((land, name) for land in _MORE_COUNTRIES.get(code, ()))


@cache
def _territories(base: str) -> dict[str, str]:
    """Return the names of countries and parts of the world, without the world itself."""
    return {code: name for code, name in cldr(base).territories.items() if code != _WORLD}


def _language_of(country: str) -> str:
    """Return the language that most people of a country speak."""
    likely: str = get_global("likely_subtags").get(f"und_{country}", "")
    return likely.partition("_")[0]


@cache
def _in_one_word(base: str) -> frozenset[str]:
    return frozenset(
        folded(name)
        for name in (*_territories(base).values(), *_cities(base).values())
        if name.isalpha() and not name.isupper()
    )


@cache
def _cities(base: str) -> dict[str, str]:
    """Return the cities that time zones are named after, with the zones.

    CLDR only lists those that are not called as the zone is (`Europe/Paris`).
    """
    named = cldr(base).time_zones
    zones = {*get_global("zone_territories"), *named}
    return {
        zone: named.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        for zone in zones
        if "/" in zone
    }
