"""Countries, cities and languages, whatever a language calls them (CLDR, by way of Babel).

`Deutschland`, `German` and `alemán` come to one code each or share one: enough to see that a word
of one language may stand for a word of another.
"""

import re
from functools import cache, lru_cache

from babel.core import get_global

from workflow.language.cognates import SHORTEST, begin_alike, folded
from workflow.language.locales import cldr

_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATIONS = {
    "US": "US",
    "EU": "EU",
    "UE": "EU",
    "EE": "US",
    "UU": "US",
    "UN": "UN",
    "UK": "GB",
}
"""What CLDR does not list among the codes of countries: `EE. UU.`, `UE`."""
_UNITED_NATIONS = frozenset({"UNO", "ONU", "OON", "ONZ", "VN"})


@lru_cache(maxsize=20_000)
def place_codes(word: str, base: str) -> frozenset[str]:
    """Return the codes of what a word in a language may name, or the people of, or the speech of.

    Codes are those of CLDR: `DE` for a country, `150` for Europe, `de` for a language.
    """
    if word.isupper():
        return _codes_of_abbreviation(word)
    spelt = folded(word)
    return frozenset(
        code for place, code in _places(base).get(spelt[:SHORTEST], ()) if begin_alike(place, spelt)
    )


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
def _places(base: str) -> dict[str, list[tuple[str, str]]]:
    """Return the words of the names, folded, with their codes, filed under their first letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    languages = {code: name for code, name in cldr(base).languages.items() if len(code) == 2}
    for names in (cldr(base).territories, languages, _cities(base)):
        for code, name in names.items():
            for word in _WORD.findall(name):
                if len(word) > SHORTEST:
                    spelt = folded(word)
                    found.setdefault(spelt[:SHORTEST], []).append((spelt, code))
    return found


@cache
def _in_one_word(base: str) -> frozenset[str]:
    return frozenset(
        folded(name)
        for name in (*cldr(base).territories.values(), *_cities(base).values())
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
