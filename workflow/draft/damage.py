"""What an engine can break in a sentence: text that nobody need read to know that it is wrong.

The detectors are those of the checks, so that a draft is tried again for what a check would say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from workflow.draft.translation import Range
from workflow.language.doubled import doubled_words
from workflow.language.lengths import unlikely_ratio
from workflow.language.name_pairs import ComparedNames, are_comparable, compare_names
from workflow.language.numbers import ComparedQuantities, compare_quantities, rewritten
from workflow.language.places import is_place, place_name
from workflow.language.proper_names import Name
from workflow.language.repeats import repeats
from workflow.language.tags import language


class Damage(StrEnum):
    """A kind of damage, in words for a reader of the draft."""

    EMPTY = "nothing came back"
    LOOP = "it repeats itself"
    SHORT = "much of it is missing"
    LONG = "it goes on too long"
    COPIED = "it is not translated"
    NUMBER = "a number is lost or made up"
    NAME = "a name is lost"


@dataclass(frozen=True)
class Lost:
    """Words from `start` to `end` of a source that its translation lost, as the target has them."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Harm:
    """How a translation is damaged, and what of its source could be put back."""

    kinds: frozenset[Damage]
    lost: tuple[Lost, ...] = ()


_WORD = re.compile(r"\w+")
_COMMON_WORDS = 3
_WORDS_APART = 2
"""Engines loop with commas too, and another try does no harm where a person would have meant it."""


def harm(
    source: str, text: str, source_tag: str, target_tag: str, known: Sequence[Range] = ()
) -> Harm:
    """Return how `text` is damaged as a translation of the sentence `source` (BCP 47 tags).

    Names in a place that is `known` are the glossary's, and may become any other.
    """
    if not _WORD.search(text):
        return Harm(frozenset([Damage.EMPTY] if _WORD.search(source) else []))
    numbers = compare_quantities(source, text, source_tag, target_tag)
    compared = ComparedNames()
    if are_comparable(source_tag, target_tag):
        compared = compare_names(source, text, source_tag, target_tag)
    names = [name for name in compared.lost if not _touches(name.span, known)]
    kinds = set(_broken_text(source, text, target_tag))
    if numbers.changed or numbers.surely_added or numbers.surely_missing:
        kinds.add(Damage.NUMBER)
    if names:
        kinds.add(Damage.NAME)
    lost = [
        *_lost_numbers(source, numbers, source_tag, target_tag),
        *_lost_names(source, compared, names, (language(source_tag), language(target_tag))),
    ]
    return Harm(frozenset(kinds), tuple(sorted(lost, key=lambda one: one.start)))


def _broken_text(source: str, text: str, tag: str) -> Iterator[Damage]:
    if any(repeats(text, source, apart=_WORDS_APART)) or any(doubled_words(text, tag, source)):
        yield Damage.LOOP
    ratio = unlikely_ratio(source, text)
    if ratio is not None:
        yield Damage.SHORT if ratio < 1 else Damage.LONG
    ordinary = [word for word in _WORD.findall(text) if word.islower()]
    if text.strip() == source.strip() and len(ordinary) >= _COMMON_WORDS:
        yield Damage.COPIED


def _lost_numbers(
    source: str, numbers: ComparedQuantities, source_tag: str, target_tag: str
) -> Iterator[Lost]:
    for one in [*(there for _, there in numbers.changed), *numbers.surely_missing]:
        words = rewritten(one, source[one.start : one.end], source_tag, target_tag)
        if words:
            yield Lost(one.start, one.end, words)


def _lost_names(
    source: str, compared: ComparedNames, names: Sequence[Name], bases: tuple[str, str]
) -> Iterator[Lost]:
    """Yield the whole names of which a word is lost: of `Ana Prueba` both, where one is.

    A country has another name in every language; a city whose name is not known is left to the
    engine.
    """
    lost = {name.span for name in names}
    spans = sorted({*lost, *(there.span for there, _ in compared.same)})
    runs = [[span] for span in spans[:1]]
    for before, span in pairwise(spans):
        if source[before[1] : span[0]] == " ":
            runs[-1].append(span)
        else:
            runs.append([span])
    for run in runs:
        missing = lost.intersection(run)
        start, end = run[0][0], run[-1][1]
        words = source[start:end]
        if missing and (place := place_name(words, *bases)):
            yield Lost(start, end, place)
        elif missing and not all(is_place(source[slice(*span)], bases[0]) for span in missing):
            yield Lost(start, end, words)


def _touches(span: Range, others: Sequence[Range]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
