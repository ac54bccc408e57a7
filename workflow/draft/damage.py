"""What an engine can break in a sentence: text that nobody need read to know that it is wrong."""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from workflow.language.numbers import Quantity, Weight, quantities
from workflow.language.scripts import script_of


class Damage(StrEnum):
    """A kind of damage, in words for a reader of the draft."""

    EMPTY = "nothing came back"
    LOOP = "it repeats itself"
    SHORT = "much of it is missing"
    LONG = "it goes on too long"
    COPIED = "it is not translated"
    NUMBER = "a number is lost or made up"


_WORD = re.compile(r"\w+")
_STUTTER = re.compile(r"([^\W\d_]{2,12}?)\1{3,}|([^\W\d_])\2{5,}|\b([^\W\d_]{2,40}) \3\b")
"""Letters that come again and again, or the same word twice."""
_LONGEST_PHRASE = 40
_FEWEST_LETTERS = 6
_RUN, _RUN_TIMES = 4, 3
_SHORTEST, _SLACK, _LEAST, _MOST = 24, 20, 0.42, 2.3
_WEIGHT = {"Hani": 3.1, "Kana": 1.5, "Hang": 2.0}
_COMMON_WORDS = 3


def damages(source: str, text: str, source_tag: str, target_tag: str) -> frozenset[Damage]:
    """Return how `text` is damaged as a translation of the sentence `source`."""
    return frozenset(_damages(source, text, source_tag, target_tag))


def lost_numbers(source: str, text: str, source_tag: str, target_tag: str) -> list[Quantity]:
    """Return the numbers in digits of the source that a translation does not have."""
    return list(_only_in(quantities(source, source_tag), quantities(text, target_tag)))


def _damages(source: str, text: str, source_tag: str, target_tag: str) -> Iterator[Damage]:
    if not _WORD.search(text):
        if _WORD.search(source):
            yield Damage.EMPTY
        return
    if _loops(text) and not _loops(source):
        yield Damage.LOOP
    long, short = _weight(source), _weight(text)
    if max(long, short) >= _SHORTEST:
        if short + _SLACK / 3 < long * _LEAST:
            yield Damage.SHORT
        elif short > long * _MOST + _SLACK:
            yield Damage.LONG
    ordinary = [word for word in _WORD.findall(text) if word.islower()]
    if text.strip() == source.strip() and len(ordinary) >= _COMMON_WORDS:
        yield Damage.COPIED
    there, here = quantities(source, source_tag), quantities(text, target_tag)
    if any(_only_in(there, here)) or any(_only_in(here, there)):
        yield Damage.NUMBER


def _only_in(these: list[Quantity], others: list[Quantity]) -> Iterator[Quantity]:
    values = frozenset(value for other in others for value in other.values)
    pieces = frozenset(value for other in others for part in other.parts for value in part)
    for one in these:
        if one.weight is not Weight.DIGITS or one.values == {1.0} or one.values & (values | pieces):
            continue
        if not one.parts or not all(part & values for part in one.parts):
            yield one


def _loops(text: str) -> bool:
    forms = [form.lower() for form in _WORD.findall(text)]
    return _has_echo(forms) or _has_refrain(forms) or _STUTTER.search(text) is not None


def _has_echo(forms: list[str]) -> bool:
    """Whether a phrase of two words or more follows itself."""
    places: dict[str, int] = {}
    for index, form in enumerate(forms):
        size = index - places.get(form, -_LONGEST_PHRASE)
        places[form] = index
        phrase = forms[index - size : index] if 2 <= size < _LONGEST_PHRASE else []
        if phrase and phrase == forms[index : index + size] and _is_wordy(phrase):
            return True
    return False


def _is_wordy(phrase: list[str]) -> bool:
    letters = sum(map(len, phrase)) >= _FEWEST_LETTERS
    return letters and not all(word.isdigit() for word in phrase)


def _has_refrain(forms: list[str]) -> bool:
    """Whether a few words come again and again, though not in a row."""
    runs = Counter(tuple(forms[i : i + _RUN]) for i in range(len(forms) - _RUN + 1))
    return any(times >= _RUN_TIMES for times in runs.values())


def _weight(text: str) -> float:
    """Return the length of a text in letters of an alphabet."""
    if text.isascii():
        return float(len(text))
    return sum(_WEIGHT.get(script_of(letter) or "", 1.0) for letter in text)
