"""Which script a letter belongs to, and which scripts a language is written in.

Ranges are after Scripts.txt of the Unicode Character Database, by blocks: close enough to tell a
Cyrillic word from a Latin one. Names are ISO 15924 codes; Japanese kana are one.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import cache

_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latn"),
    (0x0250, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"),
    (0x0780, 0x07BF, "Thaa"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1800, 0x18AF, "Mong"),
    (0x1C80, 0x1C8F, "Cyrl"),
    (0x1C90, 0x1CBF, "Geor"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2DE0, 0x2DFF, "Cyrl"),
    (0x2E80, 0x2FDF, "Hani"),
    (0x3005, 0x3007, "Hani"),
    (0x3040, 0x30FF, "Kana"),
    (0x3105, 0x312F, "Bopo"),
    (0x3130, 0x318F, "Hang"),
    (0x31F0, 0x31FF, "Kana"),
    (0x3400, 0x9FFF, "Hani"),
    (0xA640, 0xA69F, "Cyrl"),
    (0xA720, 0xA7FF, "Latn"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB00, 0xFB06, "Latn"),
    (0xFB13, 0xFB17, "Armn"),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0xFF21, 0xFF5A, "Latn"),
    (0xFF66, 0xFF9D, "Kana"),
    (0x20000, 0x3FFFF, "Hani"),
)
_STARTS = [block[0] for block in _BLOCKS]
_FAMILIES = {
    "Jpan": {"Hani", "Kana"},
    "Hans": {"Hani", "Bopo"},
    "Hant": {"Hani", "Bopo"},
    "Kore": {"Hang", "Hani"},
}
_BEYOND_ALPHABETS = re.compile("[^\x00-\u0dff]")
UNSPACED = frozenset({"Hani", "Kana", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts that put no space between words."""
CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
"""Scripts whose sentences begin with a capital."""


@cache
def script_of(character: str) -> str | None:
    """Return the script of a letter; None for digits, signs, and letters of no known block."""
    if not character.isalpha():
        return None
    code = ord(character)
    index = bisect_right(_STARTS, code) - 1
    if index >= 0 and code <= _BLOCKS[index][1] and not _is_symbol(character):
        return _BLOCKS[index][2]
    return None


def _is_symbol(character: str) -> bool:
    """Whether a letter serves as a sign of measure or order: µ, º, ª."""
    return unicodedata.decomposition(character).startswith(("<super>", "<compat> 03BC"))


@cache
def scripts(tag: str) -> frozenset[str]:
    """Return the scripts that a language is written in: `ja` → Hani and Kana, `sr-Latn` → Latn.

    Empty for a language that is not known, so that nothing can be said of its letters.
    """
    parts = tag.replace("_", "-").split("-")
    script = next((part.title() for part in parts[1:] if len(part) == 4), None)
    if script is None:
        from babel.core import get_global

        likely = get_global("likely_subtags")
        found = likely.get("_".join(parts)) or likely.get(parts[0].lower())
        script = found.split("_")[1] if found else None
    if script is None:
        return frozenset()
    return frozenset(_FAMILIES.get(script, {script}))


def is_alphabetic(text: str) -> bool:
    """Whether a text has letters of alphabets alone: the quick answer for most texts.

    False for signs that stand for syllables or words, but for some letters too.
    """
    return text.isascii() or not any(map(str.isalpha, _BEYOND_ALPHABETS.findall(text)))


@cache
def is_cased(tag: str) -> bool:
    """Whether sentences of this language begin with a capital letter."""
    return bool(scripts(tag) & CASED)


@cache
def is_spaced(tag: str) -> bool:
    """Whether this language puts spaces between words."""
    written = scripts(tag)
    return "Hang" in written or not written & UNSPACED
