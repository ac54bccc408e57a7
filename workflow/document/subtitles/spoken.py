"""The text of a subtitle: who speaks, what is said, and what of it stands in italics."""

import unicodedata
from dataclasses import dataclass

from workflow.document.inline import Segment, SegmentKind, segments

Span = tuple[int, int]
"""A stretch of a text, in code points."""

COLONS = (":", "：")
_SPEAKER_WORDS = 8
"""A name with an office has fewer words than this; more are a sentence."""


@dataclass(frozen=True)
class Spoken:
    """Words on one line; `speaker` is empty where the text names nobody, `italics` are in order."""

    speaker: str
    text: str
    italics: tuple[Span, ...] = ()

    def within(self, span: Span) -> "Spoken":
        """Return a stretch of the text with its italics."""
        start, end = span
        cut = ((max(a, start) - start, min(b, end) - start) for a, b in self.italics)
        return Spoken(self.speaker, self.text[start:end], tuple((a, b) for a, b in cut if a < b))

    def after(self, lead: str) -> "Spoken":
        """Return the text with some words before it, and without a speaker."""
        moved = tuple((start + len(lead), end + len(lead)) for start, end in self.italics)
        return Spoken("", lead + self.text, moved)


def spoken(markdown: str) -> Spoken:
    """Read inline Markdown: bold words with a colon at its beginning are the speaker.

    Italics are kept; of other markup, the words.
    """
    parts = segments(markdown)
    speaker, parts = _speaker(parts)
    text, depth, italics = "", 0, list[Span]()
    for part in parts:
        words = _words(part)
        if not text or text.endswith(" "):
            words = words.lstrip(" ")
        if depth and words:
            italics.append((len(text), len(text) + len(words)))
        text += words
        if part.tag == "em":
            depth += 1 if part.kind is SegmentKind.OPEN else -1
    text = text.rstrip(" ")
    kept = ((start, min(end, len(text))) for start, end in italics)
    return Spoken(speaker, text, tuple((start, end) for start, end in kept if start < end))


def width(text: str) -> int:
    """Return how many signs a reader sees: accents and vowel signs stand with their letters."""
    if text.isascii():
        return len(text)
    return sum(unicodedata.category(char) not in ("Mn", "Me", "Cf") for char in text)


def _speaker(parts: list[Segment]) -> tuple[str, list[Segment]]:
    if not parts or (parts[0].kind, parts[0].tag) != (SegmentKind.OPEN, "strong"):
        return "", parts
    ends = (
        n for n, part in enumerate(parts) if (part.kind, part.tag) == (SegmentKind.CLOSE, "strong")
    )
    end = next(ends, len(parts) - 1)
    name = "".join(part.text for part in parts[1:end]).strip()
    rest = parts[end + 1 :]
    if name.endswith(COLONS) and len(name.split()) < _SPEAKER_WORDS:
        return name[:-1].strip(), rest
    after = rest[0].text if rest and rest[0].kind is SegmentKind.TEXT else ""
    if after.startswith(COLONS) and len(name.split()) < _SPEAKER_WORDS:
        said = Segment(kind=SegmentKind.TEXT, raw=rest[0].raw, text=after[1:])
        return name, [said, *rest[1:]]
    return "", parts


def _words(part: Segment) -> str:
    return " ".join(part.text.split("\n")) if part.kind is not SegmentKind.IMAGE else ""
