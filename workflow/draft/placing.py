"""Where the spans of a sentence belong in its translation."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from workflow.draft.masking import Masked, Place
from workflow.draft.translation import STOPS, SURE, Range, Translation, without_stops, word_ranges

_SAME, _ALIKE = 95, 75
"""Likeness out of 100 from which words are the same, and the same in another form."""
_INVERTED = "¿¡"
"""Where Spanish asks or calls out, with no mark in other languages to match."""
_MOST_WORDS = 200
"""In longer sentences nothing is looked for, which would take long."""


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
        holders = [i for i, other in enumerate(source.places[:index]) if _holds(other, place)]
        outer = source.places[holders[-1]] if holders else _whole(source.text)
        around = found[holders[-1]] if holders else _whole(translation.text)
        span = _span(source.text, place, outer, translation, around, alone)
        if span is not None:
            span = _with_own_stops(source.text[place.start : place.end], span, translation, around)
        others = [other for i, other in enumerate(found) if i not in holders]
        if span is None or any(span[0] < o.end and o.start < span[1] for o in others):
            return None
        found.append(Place(*span, place.opening, place.closing))
    return found


def _holds(outer: Place, inner: Place) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _span(
    source: str,
    place: Place,
    outer: Place,
    translation: Translation,
    around: Place,
    alone: Mapping[str, str],
) -> Range | None:
    """Find one span of `outer` within `around`, which is what `outer` has become."""
    if (place.start, place.end) == (outer.start, outer.end):
        return around.start, around.end
    words = _words(translation.text, around)
    if len(words) > _MOST_WORDS:
        return None
    text = source[place.start : place.end]
    share = (place.start - outer.start) / (outer.end - outer.start)
    wanted = {text, alone.get(text, text)}
    likeness, like = _most_like(wanted, translation.text, words, share)
    if likeness >= _SAME:
        return like
    return _aligned(source, place, translation, words) or (like if likeness >= _ALIKE else None)


def _with_own_stops(source: str, span: Range, translation: Translation, around: Place) -> Range:
    """Return a span with the marks beside it, as far as the source's has its own inside."""
    (start, end), text = span, translation.text
    before = source[: len(source) - len(source.lstrip(STOPS))]
    behind = source[len(source.rstrip(STOPS)) :]
    opens, asks = len(before.strip(_INVERTED)), "?" in behind or "!" in behind
    while start > around.start and (mark := text[start - 1]) in STOPS:
        if not (asks if mark in _INVERTED else opens):
            break
        start, opens = start - 1, opens - (mark not in _INVERTED)
    closes = len(behind)
    while closes and end < around.end and text[end] in STOPS:
        end, closes = end + 1, closes - 1
    return start, end


def find_words(wanted: str, text: str, share: float) -> Range | None:
    """Return where `wanted` or words like these stand in `text`, near this share of the way."""
    words = word_ranges(text)
    if len(words) > _MOST_WORDS:
        return None
    likeness, place = _most_like({wanted}, text, words, share)
    return place if likeness >= _ALIKE else None


def _words(text: str, around: Place) -> list[Range]:
    return word_ranges(text, around.start, around.end)


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
                span = without_stops(text, words[first][0], words[last][1])
                likeness = fuzz.ratio(_comparable(text[slice(*span)]), _comparable(candidate))
                distance = abs(first / len(words) - share)
                if (likeness, -distance) > best:
                    best, place = (likeness, -distance), span
    return best[0], place


def _aligned(
    source: str, place: Place, translation: Translation, words: Sequence[Range]
) -> Range | None:
    """Return the words that a span's words are aligned to; None where the model is not sure."""
    starts = [start for start, _ in _words(translation.text, _whole(translation.text))]
    if len(starts) != len(translation.alignment):
        return None
    links = {word: translation.alignment[bisect_right(starts, word[0]) - 1] for word in words}
    own = {
        number
        for number, (start, end) in enumerate(_words(source, _whole(source)))
        if place.start < end and start < place.end
    }
    sure = [word for word in words if links[word].weight >= SURE]
    mine = [word for word in sure if links[word].source in own]
    if not mine:
        return None
    start, end = mine[0][0], mine[-1][1]
    if any(start < word[0] < end for word in sure if word not in mine):
        return None
    return without_stops(translation.text, start, end)


def _whole(text: str) -> Place:
    return Place(0, len(text), "", "")


def _comparable(text: str) -> str:
    return text.strip(STOPS).casefold()
