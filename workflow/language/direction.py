"""The direction in which a language is written, for the `dir` attribute and for `w:bidi`."""

import unicodedata
from enum import StrEnum

from langcodes import Language


class Direction(StrEnum):
    """Left to right or right to left; the values are those of HTML's `dir`."""

    LTR = "ltr"
    RTL = "rtl"


_RTL_SCRIPTS = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)
"""ISO 15924 codes of the scripts in use that run from right to left."""


def direction(tag: str) -> Direction:
    """Return the direction of a BCP 47 tag by its stated or most likely script."""
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
