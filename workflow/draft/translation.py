"""A translation with the links of its words, and how a part of it is replaced."""

import re
from dataclasses import dataclass, replace

from workflow.engines import Link

SURE = 0.5
"""The weight from which an alignment is relied on."""
STOPS = '.,;:!?¿¡…"“”„«»'
_WORD = re.compile(r"\S+")

Range = tuple[int, int]
"""Where something starts and ends in a text."""


@dataclass(frozen=True)
class Translation:
    """The translation of a masked sentence: its text, and its words' links where they are known."""

    text: str
    alignment: tuple[Link, ...] = ()

    def with_words(self, span: Range, words: str, source: int) -> "Translation":
        """Return this translation with `words` in place of a span.

        They come from the source's word number `source`; what stands around keeps its links.
        """
        start, end = span
        text = self.text[:start] + words + self.text[end:]
        old, new = word_ranges(self.text), word_ranges(text)
        if len(old) != len(self.alignment):
            return Translation(text)
        before = sum(word_end <= start for _, word_end in old)
        after = sum(word_start >= end for word_start, _ in old)
        middle = len(new) - before - after
        links = [
            *self.alignment[:before],
            *(Link(0, source, 1.0) for _ in range(middle)),
            *self.alignment[len(old) - after :],
        ]
        numbered = (replace(link, target=number) for number, link in enumerate(links))
        return Translation(text, tuple(numbered))


def word_ranges(text: str, start: int = 0, end: int | None = None) -> list[Range]:
    """Return where the words of a text, or of a part of it, start and end."""
    return [
        match.span() for match in _WORD.finditer(text, start, len(text) if end is None else end)
    ]


def without_stops(text: str, start: int, end: int) -> Range:
    """Return where the words of a span are, less the marks before and behind them."""
    words = text[start:end]
    if not words.strip(STOPS):
        return start, end
    return (
        start + len(words) - len(words.lstrip(STOPS)),
        end - len(words) + len(words.rstrip(STOPS)),
    )
