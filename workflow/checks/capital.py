"""The capital at the beginning, and capitals that have gone."""

import re
from collections.abc import Iterator

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.language.scripts import is_cased

_FIRST = re.compile(r"^[\W\d_]*?([^\W\d_][\w'’-]*)")
_STARTS_WITH_LETTER = re.compile(r"^[^\w\ufffc…]*[^\W\d_]")
_SENTENCE = re.compile(r"[.!?…。！？][\s\"'”’»“\)\]）」』]*$")
_FEWEST_WORDS = 12
"""A longer sentence without any name is rare in the news."""


@check("capital", Severity.WARNING, bilingual=True, safe=True)
def capital(pair: Pair, _: Context) -> Iterator[Mark]:
    """The source begins with a capital, or is a sentence, and the translation begins with none.

    Why: a small first letter is a slip, or a piece before it has gone; a sentence with no capital
        at all has lost those of its names.

    Fails (fr → en): Le procès a été reporté. ⇒ the trial was put off.
    Fails (fr → en): En 2020, Anna vivait à Lyon. ⇒ 2020 was the year anna lived in lyon.
    Passes (en → de): iPhones are banned there. ⇒ iPhones sind dort verboten.
    Passes (ru → en): отпущен под залог ⇒ released on bail
    """
    if not is_cased(pair.target_language):
        return
    first = _FIRST.match(pair.text)
    if first is None:
        return
    word = first[1]
    if word[0].islower() and _STARTS_WITH_LETTER.match(pair.text):
        if _begins_high(pair) and word == word.lower() and not _is_small_name(word, pair):
            span = (first.start(1), first.start(1) + 1)
            yield Mark("The beginning has lost its capital.", span, (word[0].upper(),))
    elif pair.text == pair.text.lower() and _has_capitals_to_lose(pair):
        yield Mark("The text has no capitals at all.", (0, len(pair.text)))


def _begins_high(pair: Pair) -> bool:
    """Whether the source begins as a sentence does.

    German with its capital nouns, and a script without capitals, say so only by the last sign.
    """
    is_sentence = _SENTENCE.search(pair.original) is not None
    if pair.out_of == "de" or not is_cased(pair.source_language or ""):
        return is_sentence
    first = _FIRST.match(pair.original)
    if first is None:
        return False
    if not _STARTS_WITH_LETTER.match(pair.original):
        return is_sentence
    return first[1][0].isupper() and (is_sentence or not first[1].isupper())


def _is_small_name(word: str, pair: Pair) -> bool:
    """Whether the word is a name that is written small in the source too: “dpa”, “al-Hayat”."""
    first = _FIRST.match(pair.original)
    if first is not None and first[1] == word:
        return True
    return "-" in word and word in pair.original


def _has_capitals_to_lose(pair: Pair) -> bool:
    """Whether a sentence that begins with a number is likely to have a name in it."""
    if not _SENTENCE.search(pair.original):
        return False
    if pair.out_of == "de" or not is_cased(pair.source_language or ""):
        return len(pair.text.split()) >= _FEWEST_WORDS
    return any(word[0].isupper() for word in pair.original.split()[1:])
