"""Reading a text for its numbers."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from workflow.language.numbers.digits import DIGITS, read_digits
from workflow.language.numbers.han import HAN, HAN_SIGNS, SCALES, han_value, is_counted, is_measure
from workflow.language.numbers.months import month
from workflow.language.numbers.quantity import Quantity, Value, Weight
from workflow.language.numbers.words import NumberWord, Spelling, number_word
from workflow.language.sieve import Sieve
from workflow.language.tags import language

_LETTER = r"[^\W\d_\u3040-\u9fff]"
_WORD = re.compile(rf"{_LETTER}+(?:['’ʼ]{_LETTER}+)?")
_SIGN = rf"[\d½⅓⅔¼¾⅕⅛{HAN_SIGNS}]"
_ARABIC_SIGNS = str.maketrans("٬٫", ",.")
_HAS_SIGN = re.compile(_SIGN)
_SIGNS = re.compile(rf"(?={_SIGN})(?:{DIGITS}|(?P<han>{HAN}))", re.VERBOSE)
_ROMAN = re.compile(r"(X{0,3}(?:IX|IV|V?I{0,3}))(?:e|er|ème|o)?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_CENTURY = re.compile(
    r"[.\s-]*(?:th|st|nd|rd|го|й|му|м|ом|є)?[\s.-]*(?:centur|jahrh?u|jh\b|siècle|siglo|secol|século"
    r"|век|столет|століт|wiek|stulec|eeuw|stolet|århundra|世纪|世紀)",
    re.IGNORECASE,
)
_LATEST_CENTURY = 21
_MOST_KEPT = 100_000
_RANGE = re.compile(
    r"\s?(?:–|—|-|to|and|or|bis|und|oder|à|et|ou|a|y|o|до|и|или|по|і|або|do|lub|e|至|到)\s?"
)


def quantities(text: str, tag: str) -> list[Quantity]:
    """Return the numbers of a text in a language (a BCP 47 tag), in reading order."""
    base = language(tag)
    if "٬" in text or "٫" in text:
        text = text.translate(_ARABIC_SIGNS)
    atoms = list(_words(text, base))
    if _HAS_SIGN.search(text):
        atoms += _SIGNS.finditer(text)
        atoms.sort(key=re.Match.start)
    if not atoms:
        return []
    spelling = Spelling(text, base)
    found: list[Quantity] = []
    for atom in atoms:
        if found and atom.start() < found[-1].end:  # a scale that was read with its digits
            continue
        if atom.re is _WORD:
            _read_word(atom, base, spelling, found)
            continue
        found += spelling.close()
        if atom.lastgroup == "han":
            _read_han(atom, found)
        else:
            found += read_digits(atom)
    found += spelling.close()
    return _related([_with_decades(quantity, text) for quantity in found], text)


def may_tell_numbers(text: str, words: Set[str], tag: str) -> bool:
    """Whether a text may have a number that must be kept: the quick answer.

    `words` are those of the text as they are written, parted by spaces and signs other than
    hyphens and apostrophes.
    """
    return _HAS_SIGN.search(text) is not None or bool(_senses(language(tag)).telling.of(words))


@dataclass(frozen=True)
class _Sense:
    """What a word has to do with numbers: it is one, or it has the values of one."""

    word: NumberWord | None = None
    values: frozenset[Value] = frozenset()
    weight: Weight = Weight.HINT


class _Senses(dict[str, _Sense | None]):
    """What each word of a language says, found out when it is first met.

    `chunks` keeps back what stands between two spaces if there is any such word in it, `telling`
    the words that say more than “one”.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self.chunks = Sieve(lambda chunk: any(self._senses_in(chunk)))
        self.telling = Sieve(lambda word: any(map(_says_more_than_one, self._senses_in(word))))

    def _senses_in(self, chunk: str) -> Iterator[_Sense | None]:
        return map(self.__getitem__, _WORD.findall(chunk))

    def __missing__(self, written: str) -> _Sense | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[written] = sense = _sense(written, self._base)
        return sense


@cache
def _senses(base: str) -> _Senses:
    return _Senses(base)


def _words(text: str, base: str) -> Iterator[re.Match[str]]:
    """Yield the words that have to do with numbers."""
    senses, chunks = _senses(base), text.split(" ")
    if not (found := senses.chunks.of(frozenset(chunks))):
        return
    start = 0
    for chunk in chunks:
        end = start + len(chunk)
        if chunk in found:
            for match in _WORD.finditer(text, start, end):
                if senses[match[0]] is not None:
                    yield match
        start = end + 1


def _says_more_than_one(sense: _Sense | None) -> bool:
    if sense is None:
        return False
    return sense.weight > Weight.HINT or (sense.word is not None and sense.word.value != 1)


def _sense(written: str, base: str) -> _Sense | None:
    word = number_word(written.lower(), base)
    if word is not None:
        return _Sense(values=frozenset({word.value})) if word.hint else _Sense(word)
    if (named := month(written, base)) is not None:
        return _Sense(values=frozenset({("month", named[0])}), weight=named[1])
    if written[0] in _ROMAN_VALUES and (numeral := _ROMAN.fullmatch(written)) and numeral[1]:
        weight = Weight.WORD if len(numeral[1]) > 1 else Weight.HINT
        return _Sense(values=frozenset({float(_roman(numeral[1]))}), weight=weight)
    return None


def _read_word(atom: re.Match[str], base: str, spelling: Spelling, found: list[Quantity]) -> None:
    sense = _senses(base)[atom.group()]
    if sense is not None and sense.word is not None:
        _read_number_word(atom, sense.word, spelling, found)
    elif not spelling.joins(atom.group().lower()):
        found += spelling.close()
        if sense is not None:
            found.append(Quantity(*atom.span(), sense.values, sense.weight))


def _read_number_word(
    atom: re.Match[str], word: NumberWord, spelling: Spelling, found: list[Quantity]
) -> None:
    start, end = atom.span()
    if not spelling.takes(word, start):
        found += spelling.close()
        if word.scale and found and spelling.follows(found[-1].end, start):
            found[-1] = found[-1].scaled(word.value, end)
            return
    spelling.take(word, start, end)


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _read_han(atom: re.Match[str], found: list[Quantity]) -> None:
    """Read a Chinese numeral, or the sign that multiplies the digits before it."""
    signs, text, end = atom.group(), atom.string, atom.end()
    if signs in SCALES and found and found[-1].end == atom.start():
        if not is_measure(text, end):
            found[-1] = found[-1].scaled(SCALES[signs], end)
        return
    if signs[0] in SCALES and (len(signs) == 1 or SCALES[signs[0]] > 1000):
        return
    value = han_value(signs)
    sure = value > 1 and (len(signs) > 1 or is_counted(text, end))
    if text.startswith("分之", end):
        sure = False
    values: frozenset[Value] = frozenset({value})
    if text.startswith("月", end):
        values = frozenset({("month", int(value))})
    found.append(Quantity(*atom.span(), values, Weight.WORD if sure else Weight.HINT))


def _with_decades(quantity: Quantity, text: str) -> Quantity:
    """Let the number of a century stand for its years too: the 19th is the 1800s, and the 1850s."""
    century = next((v for v in quantity.values if isinstance(v, float)), 0.0)
    if not 1 <= century <= _LATEST_CENTURY or not _CENTURY.match(text, quantity.end):
        return quantity
    return quantity.also({(century - 1) * 100 + decade for decade in range(0, 100, 10)})


def _related(found: list[Quantity], text: str) -> list[Quantity]:
    """Spread scales over ranges (“5 to 10 million”), and join “2 million 300 thousand”."""
    related = list(found)
    for index, (first, second) in enumerate(pairwise(found)):
        between = text[first.end : second.start]
        if second.scale > 1 == first.scale and _RANGE.fullmatch(between):
            related[index] = first.also(first.scaled(second.scale, first.end).values)
        elif first.scale > second.scale > 1 and not between.strip():
            sums = {a + b for a in _floats(first) for b in _floats(second)}
            parts = (first.values, second.values)
            whole = first._replace(end=second.end, values=frozenset(sums), parts=parts)
            related[index] = whole
            related[index + 1] = second._replace(weight=Weight.HINT)
    return related


def _floats(quantity: Quantity) -> list[float]:
    return [value for value in quantity.values if isinstance(value, float)]
