"""Digits as a language writes them: `2024` is `۲۰۲۴` in Persian."""

from functools import cache

from workflow.language.locales import cldr

_ZEROS = {
    "adlm": "𞥐",
    "arab": "٠",
    "arabext": "۰",
    "beng": "০",
    "cakm": "𑄶",
    "deva": "०",
    "mymr": "၀",
    "olck": "᱐",
    "tibt": "༠",
}
"""The zero of each of CLDR's numbering systems that a language has as its usual one."""


def own_digits(text: str, language: str) -> str:
    """Return `text` with its digits 0 to 9 as readers of a BCP 47 tag expect them (CLDR)."""
    return text.translate(_digits(language))


@cache
def _digits(language: str) -> dict[int, str]:
    # Babel's stubs do not know this attribute, which it has since 2.14.
    zero = _ZEROS.get(getattr(cldr(language), "default_numbering_system", "latn"))
    return {ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)} if zero else {}
