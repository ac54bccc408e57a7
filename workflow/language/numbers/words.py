"""Numbers in words: what a word says, and how words add up to a number."""

from dataclasses import dataclass
from functools import cache, cached_property

from workflow.language.locales import cldr
from workflow.language.numbers.quantity import Quantity, Weight
from workflow.language.numbers.tables import JOINING, TABLES

_SCALES = frozenset({1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12})
"""What a word may multiply by: besides thousand, million … the Korean 만 and the Indian lakh."""
_SHORTEST_PREFIX = 3
_FILLERS = frozenset({"a", "de"})
_GERMAN_UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_GERMAN_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
_GERMAN_TEENS = {
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "dreizehn": 13,
    "vierzehn": 14,
    "fünfzehn": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "neunzehn": 19,
}


@dataclass(frozen=True)
class NumberWord:
    """What a number word says; a `hint` (“both”, “decade”) only explains another number."""

    value: float
    hint: bool = False

    @property
    def scale(self) -> bool:
        """Whether the word multiplies the number before it, as “million” does."""
        return self.value in _SCALES


@dataclass(frozen=True)
class _Lexicon:
    exact: dict[str, NumberWord]
    prefixes: dict[str, NumberWord]

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What prefixes begin with: the quick answer for most words."""
        return frozenset(prefix[:_SHORTEST_PREFIX] for prefix in self.prefixes)

    def find(self, word: str) -> NumberWord | None:
        found = self.exact.get(word)
        length = len(word) if word[:_SHORTEST_PREFIX] in self.beginnings else 0
        while found is None and length >= _SHORTEST_PREFIX:
            found = self.prefixes.get(word[:length])
            length -= 1
        return found


@cache
def _lexicon(base: str) -> _Lexicon:
    exact: dict[str, NumberWord] = {}
    prefixes: dict[str, NumberWord] = {}
    for entry in filter(None, TABLES.get(base, "").split(";")):
        value, forms = entry.split(":")
        word = NumberWord(float(value.strip().rstrip("~")), hint="~" in value)
        for form in forms.split():
            (prefixes if form.endswith("*") else exact)[form.rstrip("*")] = word
    if base not in TABLES:
        exact = _cldr_scales(base)
    return _Lexicon(exact, prefixes | (_german_compounds() if base == "de" else {}))


def _cldr_scales(base: str) -> dict[str, NumberWord]:
    """Return the words for thousand, million … with which CLDR abbreviates (“5 milyon”)."""
    locale = cldr(base)
    if locale.language != base:
        return {}
    found = {}
    formats = locale.compact_decimal_formats
    for forms in (formats.get("long") or formats.get("short", {})).values():
        for power, pattern in forms.items():
            word = pattern.pattern.strip("0 \u00a0\u200f'.").lower()
            value = float(power) / 10 ** (pattern.pattern.count("0") - 1)
            if word.isalpha() and value in _SCALES:
                found[word] = NumberWord(value)
    return found


def _german_compounds() -> dict[str, NumberWord]:
    """Return the German numbers from 13 to 9,000 that are written in one word."""
    units = {unit: number for number, unit in enumerate(_GERMAN_UNITS, 1)}
    numbers = {word: value for word, value in _GERMAN_TEENS.items() if value > 12} | _GERMAN_TENS
    for ten, tens in _GERMAN_TENS.items():
        numbers |= {f"{unit}und{ten}": tens + one for unit, one in units.items()}
    below_hundred = numbers | units | _GERMAN_TEENS
    for unit, one in units.items():
        numbers |= {f"{unit}tausend": one * 1000, f"{unit}hundert": one * 100}
        numbers |= {
            f"{unit}hundert{word}": one * 100 + value for word, value in below_hundred.items()
        }
    return {word: NumberWord(float(value)) for word, value in numbers.items()}


def number_word(word: str, base: str) -> NumberWord | None:
    """Return what a lower-case word says as a number in a language, None if it is no number."""
    return _lexicon(base).find(word.replace("ё", "е").replace("’", "'").replace("ʼ", "'"))


class Spelling:
    """A number in words while it is being read: take words, then close it."""

    def __init__(self, text: str, base: str) -> None:
        self._text, self._joining = text, JOINING.get(base, frozenset())
        self._words = 0
        self._start = self._end = 0
        self._total = self._group = 0.0

    @property
    def open(self) -> bool:
        """Whether a number has begun."""
        return self._words > 0

    def joins(self, word: str) -> bool:
        """Whether `word`, which is no number, may stand inside the number that has begun."""
        return self.open and word in self._joining

    def follows(self, end: int, start: int) -> bool:
        """Whether nothing that parts numbers stands between two places of the text."""
        return self._between(end, start) in _FILLERS or self._adjoins(end, start)

    def _adjoins(self, end: int, start: int) -> bool:
        between = self._between(end, start)
        return not between or between in self._joining

    def _between(self, end: int, start: int) -> str:
        return self._text[end:start].strip(" -\u00a0\u202f.‐").lower()

    def takes(self, word: NumberWord, start: int) -> bool:
        """Whether `word` at `start` goes on with the number that has begun."""
        if not self.open or not self._adjoins(self._end, start):
            return False
        if word.scale:
            return self._group > 0
        return self._group == 0 or _fits(self._group, word.value)

    def take(self, word: NumberWord, start: int, end: int) -> None:
        """Go on with `word`, or begin with it."""
        self._start = self._start if self.open else start
        self._end = end
        self._words += 1
        if word.scale:
            self._total += (self._group or 1) * word.value
            self._group = 0
        else:
            self._group = _joined(self._group, word.value) if self._group else word.value

    def close(self) -> list[Quantity]:
        """End the number and return it; nothing if none has begun.

        A lone “one”, “half” or “millions” says too little to be held against a translation.
        """
        if not self.open:
            return []
        value = self._total + self._group
        vague = self._words == 1 and (value <= 1 or value % 1 != 0 or value in _SCALES)
        weight = Weight.HINT if vague else Weight.WORD
        found = Quantity(self._start, self._end, frozenset({value}), weight)
        self._words, self._total, self._group = 0, 0.0, 0.0
        return [found]


def _fits(group: float, value: float) -> bool:
    """Whether `value` continues a number below a thousand of which `group` has been said."""
    if value == 100:
        return 0 < group < 10
    if value < 100 and group >= 100 and group % 100 == 0:
        return True
    if group == 4 and value == 20:  # quatre-vingts
        return True
    rest = group % 100
    if 1 <= value < 10:
        return rest >= 20 and rest % 10 == 0
    return 10 <= value < 20 and rest in (60, 80)


def _joined(group: float, value: float) -> float:
    """Return the number that two words make: 5 and 100 are 500, 40 and 2 are 42."""
    if value == 100 or (group == 4 and value == 20):
        return group * value
    return group + value
