"""Translations that are too short or too long for their source."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.scripts import script_of

_WEIGHT = {"Hani": 3.1, "Kana": 1.5, "Hang": 2.0}
"""How many letters of an alphabet one character of these scripts stands for, on average."""
_DENSE = re.compile(r"[\u1100-\u11ff\u3005-\u30ff\u3130-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_SHORTEST = 24
_LONGEST_LABEL = 12
_SENTENCE = re.compile(r"[.!?…。！？।۔։።]\W*$")
_SLACK = 20
_LEAST, _MOST = 0.42, 2.3


@check("length", Severity.WARNING, bilingual=True)
def length(pair: Pair, _: Context) -> Iterator[Mark]:
    """The translation is much shorter or much longer than such a text can be.

    Why: an engine that stops half-way, a sentence that was overlooked, a note that slipped in.
        Lengths are compared in letters, and a Chinese character counts as three.

    Fails (en → es): He was arrested on Monday at his home, and nobody was told where he is. ⇒ Lo
        detuvieron.
    Fails (zh → en): 他们被拘留了。 ⇒ They were detained, and after that there came a long
        story which no one had told, about other people, in another town, in quite another year.
    Passes (ru → en): СИЗО ⇒ a pre-trial detention centre of the ministry of the interior
    Passes (zh → en): 他们昨天在首都被拘留，没有人知道他们现在在哪里。 ⇒ They were
        detained in the capital yesterday, and nobody knows where they are now.
    """
    there, here = weight(pair.original), weight(pair.text)
    if max(there, here) < _SHORTEST or min(there, here) == 0 or _is_label(pair):
        return
    if here + _SLACK / 3 < there * _LEAST:
        yield Mark(f"The translation has only {here / there:.0%} of the source's length.")
    elif here > there * _MOST + _SLACK:
        yield Mark(f"The translation is {here / there:.1f} times as long as the source.")


def _is_label(pair: Pair) -> bool:
    """Whether one of the texts is a few letters and no sentence: an abbreviation, initials."""
    return any(
        len(text.strip()) < _LONGEST_LABEL and not _SENTENCE.search(text)
        for text in (pair.original, pair.text)
    )


def weight(text: str) -> float:
    """Return the length of `text` in letters of an alphabet."""
    if _DENSE.search(text) is None:
        return float(len(text))
    return sum(_WEIGHT.get(script_of(letter) or "", 1.0) for letter in text)
