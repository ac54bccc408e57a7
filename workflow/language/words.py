"""The words of a text, each in the one spelling under which it is compared.

Two spellings of one word must become equal here: `за́мок` and `замок`, `ещё` and `еще`,
`об’єднання` and `об'єднання`, a word with a soft hyphen in it and the same word without. Signs of
scripts that put no spaces between words are words of their own, so that a term is found by its
signs in a row.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from workflow.language.scripts import is_alphabetic

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, joiners and direction marks: they change how a word looks, not which word it is."""
_APOSTROPHES = "'’ʼ‘‛`´ʹ＇"
_HAN_KANA = "\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
_SPACELESS = "\u0e00-\u0e4f\u0e80-\u0ecf\u1000-\u109f\u1780-\u17d3"
"""Thai, Lao, Burmese and Khmer, with their vowels and tones."""
_DIGITS = r"\d(?:\d|[.,](?=\d))*"
_MARK = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0962\u0963\u0980-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0c00-\u0c04"
    "\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d81-\u0d83\u0dca-\u0ddf"
    "\u135d-\u135f"
)
"""Accents and vowel signs that belong to the letter before them; Python's `\\w` leaves them out."""
_INSIDE = rf"[{_MARK}{_INVISIBLE}]"
_PLAIN_WORD = rf"[^\W\d_]+(?:{_INSIDE}+[^\W\d_]*)*"
_LETTER = rf"(?![{_HAN_KANA}{_KATAKANA}{_SPACELESS}])[^\W\d_]"
_WORD_AMONG_SIGNS = rf"(?:{_LETTER})(?:{_LETTER}|{_INSIDE})*"
_SIGN = rf"[{_KATAKANA}]+|[{_HAN_KANA}]|[{_SPACELESS}]{_INSIDE}*"
_ANY_SIGN = rf"[{_KATAKANA}{_HAN_KANA}{_SPACELESS}]"


@cache
def _pattern(*, signs: bool, apostrophes: bool) -> re.Pattern[str]:
    word = _WORD_AMONG_SIGNS if signs else _PLAIN_WORD
    inner = rf"(?:[{_APOSTROPHES}]{word})*" if apostrophes else ""
    return re.compile(rf"{_DIGITS}|{_SIGN + '|' if signs else ''}{word}{inner}")


_APOSTROPHE_IS_A_LETTER = frozenset({"be", "uk", "uz", "br"})
_CIRCUMFLEX = str.maketrans("âîûÂÎÛ", "aiuaiu")
"""Turkish writes it or leaves it out: `hâkim`, `hakim`."""
_DOTTED_I = frozenset({"tr", "az", "kk", "crh"})

_STRIPPED = re.compile(
    rf"[{_INVISIBLE}\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
)
"""Vowel points of Hebrew and Arabic, and the stroke that only stretches a word."""
_STRESS = re.compile(r"(?<=[\u0400-\u052f])[\u0300\u0301\u0341]")
_SAME = str.maketrans(
    {"ё": "е", "ѐ": "е", "ѝ": "и", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ک": "ك", "ی": "ي"}
    | dict.fromkeys(_APOSTROPHES, "'")
)
_FOLDED_BY_LOWER = re.compile(r"[a-zà-öø-ÿа-яіїєґў0-9]+")


class Word(NamedTuple):
    """One word of a text: `form` is how it is compared, the span counts code points of the text."""

    form: str
    start: int
    end: int


def words(text: str, language: str) -> Iterator[Word]:
    """Yield the words of a text in `language` (a language subtag such as `uk`), in reading order.

    An apostrophe parts two words (`l'homme`, `Torture's`, `Ankara'da`) unless it is a letter of the
    language, and so does a hyphen.
    """
    signs = not is_alphabetic(text) and re.search(_ANY_SIGN, text) is not None
    pattern = _pattern(signs=signs, apostrophes=language in _APOSTROPHE_IS_A_LETTER)
    for match in pattern.finditer(text):
        yield Word(folded(match.group(), language), match.start(), match.end())


def spelling(text: str, language: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: equal for two spellings of one text."""
    return tuple(word.form for word in words(text, language))


def shared_beginning(first: str, second: str) -> int:
    """Return how many letters two words have in common from the first on."""
    count = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        count += 1
    return count


def folded(word: str, language: str) -> str:
    """Return the spelling under which a word of `language` is compared."""
    if language in _DOTTED_I:
        word = word.replace("İ", "i").replace("I", "ı").translate(_CIRCUMFLEX)
    lowered = word.lower()
    if _FOLDED_BY_LOWER.fullmatch(lowered):
        return lowered
    composed = unicodedata.normalize("NFC", _STRIPPED.sub("", lowered))
    return _STRESS.sub("", composed).translate(_SAME)
