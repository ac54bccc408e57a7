"""What a language's printers agree on: dashes, spaces at signs, how digits are grouped.

Groups and decimal signs are those of CLDR; French spaces are after the Imprimerie nationale, dashes
after the usual guides of each language.
"""

from functools import cache

from babel.numbers import get_decimal_symbol, get_group_symbol

from workflow.language.locales import cldr
from workflow.language.tags import language

NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"
_LONG_DASH = frozenset({"be", "bg", "kk", "ky", "mk", "ru", "sr", "uk"})
_CLOSED_DASH = frozenset({"ja", "ko", "zh"})
_COMMA_POINT = frozenset({",", "."})


def dash(tag: str) -> str | None:
    """Return the dash between two parts of a sentence, with its spaces; None where it has none."""
    base = language(tag)
    if base in _CLOSED_DASH:
        return None
    return f"{NO_BREAK}— " if base in _LONG_DASH else " – "


def space_before(sign: str, tag: str) -> str:
    """Return the space that stands before one of `; : ! ?` in a language; most have none."""
    if language(tag) != "fr" or tag == "fr-CA":
        return ""
    return NO_BREAK if sign == ":" else NARROW_NO_BREAK


@cache
def decimal_sign(tag: str) -> str | None:
    """Return `.` or `,`; None for a language that writes numbers in another way."""
    sign = get_decimal_symbol(cldr(tag))
    return sign if sign in _COMMA_POINT else None


@cache
def group_sign(tag: str) -> str:
    """Return what stands between the thousands: `,` in English, a narrow space in French."""
    return get_group_symbol(cldr(tag))
