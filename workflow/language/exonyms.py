"""Places and people whose names begin otherwise from one language to the next.

CLDR knows countries, languages and the cities of time zones, and what begins alike is found without
a list (`Neapel`, `Naples`). `exonyms.txt` has the others that are often in the news: regions,
rivers, older cities, and the first names that kings, popes and saints have in each language.
"""

from functools import cache
from importlib.resources import files

from workflow.language.cognates import folded

_LONGEST_ENDING = 2
_SHORTEST_STEM = 4
_VOWELS = ("a", "e", "i", "o")
_CODES = frozenset({"US", "CH", "GB", "NL", "PH", "SU"})


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Return what each name stands for: the first name of its line, or CLDR's code there."""
    found: dict[str, set[str]] = {}
    table = files("workflow.language").joinpath("exonyms.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line or line.startswith("#"):
            continue
        first, *others = line.split()
        for name in others if first in _CODES else (first, *others):
            found.setdefault(_stem(folded(name)), set()).add(first)
    return {name: frozenset(groups) for name, groups in found.items()}


def exonyms(word: str) -> frozenset[str]:
    """Return what a word may name, by an English name or a code: `Gand` and `Gent` are `Ghent`."""
    groups, spelt = _groups(), folded(word)
    if spelt in groups or len(spelt) <= _SHORTEST_STEM:
        return groups.get(spelt, frozenset())
    shortest = max(_SHORTEST_STEM, len(spelt) - _LONGEST_ENDING)
    for length in range(len(spelt) - 1, shortest - 1, -1):
        if spelt[:length] in groups:
            return groups[spelt[:length]]
    return frozenset()


def _stem(name: str) -> str:
    """Return a name without the vowel that it ends with in some forms."""
    bare = name[:-1] if name[-1:] in _VOWELS else name
    return bare if len(bare) >= _SHORTEST_STEM else name
