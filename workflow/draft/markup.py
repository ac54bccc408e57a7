"""Spans put back around the words that they belong to, and a translation written as Markdown."""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from workflow.document.inline import escape
from workflow.draft.masking import Mask, Masked, Place

_LEAST_LIKENESS = 75
"""Out of 100: below it, words of the whole translation are not taken for a span's own."""
_FIRST_MARK = 0xE000  # a private-use character: in no text that an engine has to do with
_MARK = re.compile("([\ue000-\uf8ff])")
_STOPS = ".,;:!?¿¡…"


def place_spans(source: Masked, translation: str, inner: Mapping[str, str]) -> list[Place] | None:
    """Find the spans of a source sentence in its translation.

    `inner` has, by its source text, the translation of a span's text alone: the words of the whole
    that are most like it are the span's. None where a span is not found, or where two overlap.
    """
    found: list[Place] = []
    for index, place in enumerate(source.places):
        holder = _holder(source.places[:index], place)
        around = found[holder] if holder is not None else Place(0, len(translation), "", "")
        outer = source.places[holder] if holder is not None else Place(0, len(source.text), "", "")
        if (place.start, place.end) == (outer.start, outer.end):
            span: tuple[int, int] | None = (around.start, around.end)
        else:
            text = source.text[place.start : place.end]
            share = (place.start - outer.start) / (outer.end - outer.start)
            span = _most_like({text, inner.get(text, text)}, translation, around, share)
        if span is None or _overlaps(span, found, holder):
            return None
        found.append(Place(*span, place.opening, place.closing))
    return found


def render(translation: str, places: Sequence[Place], masks: Mapping[str, Mask]) -> str:
    """Return a translation as Markdown: what is behind its masks in their places, words escaped."""
    marks: dict[str, str] = {}

    def mark(markdown: str) -> str:
        character = chr(_FIRST_MARK + len(marks))
        marks[character] = markdown
        return character

    text = _MARK.sub("", translation) if not places else translation
    openings = {place.start: "" for place in places}
    closings = {place.end: "" for place in places}
    for place in places:  # holders come first, so that theirs are the outermost marks
        openings[place.start] += mark(place.opening)
        closings[place.end] = mark(place.closing) + closings[place.end]
    text = "".join(
        closings.get(index, "") + openings.get(index, "") + text[index : index + 1]
        for index in range(len(text) + 1)
    )
    for name, masked in masks.items():
        before = r"\s?" if masked.glued else ""
        text = re.sub(before + re.escape(name), mark(masked.markdown), text)
    pieces = _MARK.split(text)
    written = [marks.get(piece, "") or piece for piece in pieces]
    return "".join(
        piece if pieces[index] in marks else escape(piece, following="".join(written[index + 1 :]))
        for index, piece in enumerate(written)
    )


def _holder(places: Sequence[Place], place: Place) -> int | None:
    holding = (i for i, p in enumerate(places) if p.start <= place.start and place.end <= p.end)
    return max(holding, default=None)


def _overlaps(span: tuple[int, int], found: Sequence[Place], holder: int | None) -> bool:
    start, end = span
    holders = [] if holder is None else [found[holder]]
    others = [p for p in found if p not in holders and not (p.start <= start and end <= p.end)]
    return any(start < p.end and p.start < end for p in others)


def _most_like(
    wanted: set[str], translation: str, around: Place, share: float
) -> tuple[int, int] | None:
    words = [
        (around.start + match.start(), around.start + match.end())
        for match in re.finditer(r"\S+", translation[around.start : around.end])
    ]
    best: tuple[float, float, tuple[int, int]] | None = None
    for text in sorted(wanted):
        length = len(text.split())
        for first in range(len(words)):
            for last in range(first + max(0, length - 2), min(len(words), first + length + 1)):
                span = _without_stops(translation, words[first][0], words[last][1])
                likeness = fuzz.ratio(_comparable(translation[slice(*span)]), _comparable(text))
                distance = abs((span[0] - around.start) / (around.end - around.start) - share)
                if likeness >= _LEAST_LIKENESS and (
                    best is None or (likeness, -distance) > best[:2]
                ):
                    best = (likeness, -distance, span)
    return best and best[2]


def _without_stops(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return (
        start + len(words) - len(words.lstrip(_STOPS)),
        end - len(words) + len(words.rstrip(_STOPS)),
    )


def _comparable(text: str) -> str:
    return text.strip(_STOPS).casefold()
