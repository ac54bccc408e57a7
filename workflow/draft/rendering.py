"""A translation written as Markdown: spans and what is behind masks in place, the words escaped."""

import re
from collections.abc import Mapping, Sequence

from workflow.document.inline import escape
from workflow.draft.masking import Mask, Place

_FIRST_MARK = 0xE000  # a private-use character, which no text that comes here holds
_MARK = re.compile("[\ue000-\uf8ff]")


def render(translation: str, places: Sequence[Place], masks: Mapping[str, Mask]) -> str:
    """Return a translation as Markdown: what is behind its masks in their places, words escaped."""
    marks: dict[str, str] = {}

    def mark(markdown: str) -> str:
        character = chr(_FIRST_MARK + len(marks))
        marks[character] = markdown
        return character

    openings = {place.start: "" for place in places}
    closings = {place.end: "" for place in places}
    for place in places:  # holders come first, so that theirs are the outermost marks
        openings[place.start] += mark(place.opening)
        closings[place.end] = mark(place.closing) + closings[place.end]
    text, done = "", 0
    for index in sorted({*openings, *closings}):
        text += translation[done:index] + closings.get(index, "") + openings.get(index, "")
        done = index
    text += translation[done:]
    for name, masked in masks.items():
        before, after = (r"\s?" if side else "" for side in (masked.before, masked.after))
        pattern = f"{before}({_MARK.pattern}*){re.escape(name)}({_MARK.pattern}*){after}"
        text = re.sub(pattern, rf"\1{mark(masked.markdown)}\2", text)
    pieces = re.split(f"({_MARK.pattern})", text)
    written = [marks.get(piece, "") or piece for piece in pieces]
    return "".join(
        piece if pieces[index] in marks else escape(piece, following="".join(written[index + 1 :]))
        for index, piece in enumerate(written)
    )
