"""How long a text is beside what it translates, counted in letters of an alphabet."""

import re

from workflow.language.scripts import is_alphabetic, script_of

_WEIGHT = {"Hani": 3.1, "Kana": 1.5, "Hang": 2.0}
"""How many letters of an alphabet one character of these scripts stands for, on average."""
_SHORTEST = 24
_LONGEST_LABEL = 12
_SENTENCE = re.compile(r"[.!?…。！？।۔።։]\W*$")
_SLACK = 20
_LEAST, _MOST = 0.42, 2.3


def weight(text: str) -> float:
    """Return the length of `text` in letters of an alphabet."""
    if is_alphabetic(text):
        return float(len(text))
    return sum(_WEIGHT.get(script_of(letter) or "", 1.0) for letter in text)


def unlikely_ratio(source: str, text: str) -> float | None:
    """Return how many times as long as its source a translation is, where that cannot be right.

    None where it can. Labels are not measured: an abbreviation may become a whole phrase.
    """
    there, here = weight(source), weight(text)
    if max(there, here) < _SHORTEST or min(there, here) == 0:
        return None
    if _is_label(source) or _is_label(text):
        return None
    fits = here + _SLACK / 3 >= there * _LEAST and here <= there * _MOST + _SLACK
    return None if fits else here / there


def _is_label(text: str) -> bool:
    """Whether this is a few letters and no sentence: an abbreviation, initials."""
    return len(text.strip()) < _LONGEST_LABEL and not _SENTENCE.search(text)
