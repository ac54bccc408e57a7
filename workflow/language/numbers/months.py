"""The names of months, in CLDR's forms and with the endings that Slavic languages put to them."""

from functools import cache

from workflow.language.locales import cldr
from workflow.language.numbers.quantity import Weight

_INFLECTED = frozenset(
    {"az", "be", "bs", "cs", "et", "fi", "hr", "hu", "hy", "ka", "kk", "ky", "lt", "lv"}
    | {"pl", "ru", "sk", "sl", "sr", "tr", "uk", "uz"}
)
_WITH_CAPITAL = frozenset({"de", "en"})
_VOWELS = "aeiouyаьйяюіую"
_SHORTEST_STEM, _LONGEST_ENDING = 4, 4


@cache
def _names(base: str) -> tuple[dict[str, tuple[int, Weight]], dict[str, int]]:
    """Return the names of the months, and what their inflected forms begin with."""
    names: dict[str, tuple[int, Weight]] = {}
    stems: dict[str, int] = {}
    locale = cldr(base)
    if locale.language != base:
        return names, stems
    for width, weight in (("abbreviated", Weight.HINT), ("wide", Weight.WORD)):
        for context in ("format", "stand-alone"):
            for number, written in locale.months[context][width].items():
                name = written.rstrip(".").lower()
                if name.isalpha():
                    names[name] = (number, weight)
                    if weight is Weight.WORD and len(name) > _SHORTEST_STEM:
                        stems[name.rstrip(_VOWELS)] = number
    return names, stems


def month(word: str, base: str) -> tuple[int, Weight] | None:
    """Return the month that `word` names in a language, and how sure that is; None for no month.

    A short form (“Mar.”) is no more than a hint.
    """
    names, stems = _names(base)
    lower = word.lower()
    if base in _WITH_CAPITAL and word == lower:
        return None
    if (found := names.get(lower)) is not None or base not in _INFLECTED:
        return found
    for length in range(len(lower), max(_SHORTEST_STEM, len(lower) - _LONGEST_ENDING) - 1, -1):
        if lower[:length] in stems:
            return stems[lower[:length]], Weight.WORD
    return None
