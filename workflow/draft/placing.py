"""Where the spans of a sentence belong in its translation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from workflow.draft.masking import Masked, Place
from workflow.engines import Link

_SAME, _ALIKE = 95, 75
"""Likeness out of 100 from which words are the same, and the same in another form."""
_SURE = 0.5
"""The weight from which an alignment is relied on."""
_STOPS = ".,;:!?¿¡…"

Range = tuple[int, int]
"""Where something starts and ends in a text."""


@dataclass(frozen=True)
class Translation:
    """The translation of a masked sentence: its text, and its words' links where they are known."""

    text: str
    alignment: tuple[Link, ...] = ()


def place_spans(
    source: Masked, translation: Translation, alone: Mapping[str, str]
) -> list[Place] | None:
    """Find the spans of a source sentence in its translation.

    `alone` has, by its source text, the translation of each span's text without the rest. A span
    is where these words stand, else where its own words are aligned to, else where words most like
    these stand. None where a span is not found, or where two overlap.
    """
    found: list[Place] = []
    for index, place in enumerate(source.places):
        holder = _holder(source.places[:index], place)
        outer = source.places[holder] if holder is not None else Place(0, len(source.text), "", "")
        around = found[holder] if holder is not None else Place(0, len(translation.text), "", "")
        if (place.start, place.end) == (outer.start, outer.end):
            span: Range | None = (around.start, around.end)
        else:
            words = _words(translation.text, around)
            text = source.text[place.start : place.end]
            share = (place.start - outer.start) / (outer.end - outer.start)
            likeness, like = _most_like(
                {text, alone.get(text, text)}, translation.text, words, share
            )
            span = like if likeness >= _SAME else _aligned(source.text, place, translation, words)
            span = span or (like if likeness >= _ALIKE else None)
        if span is None or _overlaps(span, found, holder):
            return None
        found.append(Place(*span, place.opening, place.closing))
    return found


def _holder(places: Sequence[Place], place: Place) -> int | None:
    holding = (i for i, p in enumerate(places) if p.start <= place.start and place.end <= p.end)
    return max(holding, default=None)


def _overlaps(span: Range, found: Sequence[Place], holder: int | None) -> bool:
    holders = set() if holder is None else {holder}
    start, end = span
    return any(
        start < other.end and other.start < end
        for index, other in enumerate(found)
        if index not in holders and not (other.start <= start and end <= other.end and holders)
    )


def _words(text: str, around: Place) -> list[Range]:
    return [
        (match.start(), match.end())
        for match in re.compile(r"\S+").finditer(text, around.start, around.end)
    ]


def _most_like(
    wanted: set[str], text: str, words: Sequence[Range], share: float
) -> tuple[float, Range | None]:
    """Return the words most like one of the wanted texts, and how like they are (0 to 100).

    Of several, it is those that stand nearest to the same share of the way through the text.
    """
    best: tuple[float, float] = (0.0, 0.0)
    place: Range | None = None
    for candidate in sorted(wanted):
        length = len(candidate.split())
        for first in range(len(words)):
            for last in range(first + max(0, length - 2), min(len(words), first + length + 1)):
                span = _without_stops(text, words[first][0], words[last][1])
                likeness = fuzz.ratio(_comparable(text[slice(*span)]), _comparable(candidate))
                distance = abs(first / len(words) - share)
                if (likeness, -distance) > best:
                    best, place = (likeness, -distance), span
    return best[0], place


def _aligned(
    source: str, place: Place, translation: Translation, words: Sequence[Range]
) -> Range | None:
    """Return the words that a span's words are aligned to; None where the model is not sure."""
    if not translation.alignment:
        return None
    own = {
        number
        for number, match in enumerate(re.finditer(r"\S+", source))
        if place.start < match.end() and match.start() < place.end
    }
    targets = [match.start() for match in re.finditer(r"\S+", translation.text)]
    if len(targets) != len(translation.alignment):
        return None
    links = dict(zip(targets, translation.alignment, strict=True))
    mine = [n for n, (start, _) in enumerate(words) if links[start].source in own]
    sure = [n for n in mine if links[words[n][0]].weight >= _SURE]
    if not sure:
        return None
    inside = range(sure[0], sure[-1] + 1)
    if any(n not in mine and links[words[n][0]].weight >= _SURE for n in inside):
        return None
    return _without_stops(translation.text, words[sure[0]][0], words[sure[-1]][1])


def _without_stops(text: str, start: int, end: int) -> Range:
    words = text[start:end]
    if not words.strip(_STOPS):
        return start, end
    return (
        start + len(words) - len(words.lstrip(_STOPS)),
        end - len(words) + len(words.rstrip(_STOPS)),
    )


def _comparable(text: str) -> str:
    return text.strip(_STOPS).casefold()
