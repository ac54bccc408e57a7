"""The direction in which a language is written, for the `dir` attribute and for `w:bidi`."""

import unicodedata
from enum import StrEnum


class Direction(StrEnum):
    """Left to right or right to left; the values are those of HTML's `dir`."""

    LTR = "ltr"
    RTL = "rtl"


_RTL_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)
"""ISO 15924 codes of the scripts in use that run from right to left."""


_RTL_LANGUAGES = frozenset({"ar", "fa", "he"})
_LTR_LANGUAGES = frozenset(
    [
        *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hu", "hy", "it", "ka"),
        *("ko", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "uk"),
    ]
)
"""Languages that have one script, whatever the country."""


def direction(tag: str) -> Direction:
    """Return the direction of a BCP 47 tag by its stated or most likely script."""
    language, _, region = tag.partition("-")
    if len(region) in (0, 2) and language in _RTL_LANGUAGES | _LTR_LANGUAGES:
        return Direction.RTL if language in _RTL_LANGUAGES else Direction.LTR
    from langcodes import Language  # its tables take a tenth of a second

    script = Language.get(tag).maximize().script
    return Direction.RTL if script in _RTL_SCRIPTS else Direction.LTR


def first_direction(text: str) -> Direction | None:
    """Return the direction of the first strong character (UAX 9, P2), None without one."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return Direction.LTR
            case "R" | "AL":
                return Direction.RTL
    return None
