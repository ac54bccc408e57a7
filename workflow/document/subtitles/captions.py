"""Captions: what stands on the screen in each cue, line by line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.document.subtitles.cue import Cue
from workflow.document.subtitles.limits import Limits
from workflow.document.subtitles.splitting import lines, split
from workflow.document.subtitles.spoken import Spoken, spoken, width
from workflow.document.subtitles.timing import Passage

_DASH = "- "


@dataclass(frozen=True)
class Caption:
    """The lines of one cue; each knows its speaker, where the text names one."""

    cue: Cue
    lines: tuple[Spoken, ...]

    @property
    def signs(self) -> int:
        """How many signs there are to read."""
        return sum(width(line.text) for line in self.lines)


@dataclass(frozen=True)
class Screen:
    """The cues in which a text is to be shown, and how much of it can be read there."""

    cues: tuple[Cue, ...]
    limits: Limits

    def captions(self, markdown: str) -> tuple[Caption, ...]:
        """Return what stands on the screen of a text (inline Markdown) in each cue."""
        return tuple(spread(spoken(markdown), self.cues, self.limits))


def captions(
    said: Iterable[Passage], limits: Limits, *, named: bool = False
) -> tuple[Caption, ...]:
    """Spread passages over their cues, in the order of time.

    A cue for which no word is left goes to the one before it, which stands longer. With `named`,
    for players that show nothing else, a speaker's name is part of the text whenever another one
    begins to speak.
    """
    found: list[Caption] = []
    speaker = ""
    for passage in said:
        texts = [spoken(text) for text in passage.texts]
        if named:
            speakers = [speaker, *(text.speaker for text in texts)]
            texts = list(map(_introduced, texts, speakers))
            speaker = speakers[-1]
        if passage.dashed:
            texts = [text if text.speaker else text.after(_DASH) for text in texts]
        if len(texts) == 1:
            found.extend(spread(texts[0], passage.cues, limits))
        else:
            cue = replace(passage.cues[0], end=passage.cues[-1].end)
            found.append(Caption(cue, tuple(texts)))
    return tuple(sorted(found, key=lambda caption: caption.cue.start))


def spread(text: Spoken, cues: Sequence[Cue], limits: Limits) -> Iterator[Caption]:
    """Yield what of a text stands in each of its cues."""
    spans = split(text.text, [cue.seconds for cue in cues], limits.room)
    last: Caption | None = None
    for cue, span in zip(cues, spans, strict=True):
        piece = text.within(span)
        if last and not piece.text:
            last = replace(last, cue=replace(last.cue, end=cue.end))
            continue
        if last:
            yield last
        cut = lines(piece.text, limits.line, limits.lines)
        last = Caption(cue, tuple(piece.within(line) for line in cut))
    if last and last.lines:
        yield last


def _introduced(text: Spoken, before: str) -> Spoken:
    if not text.speaker or text.speaker == before:
        return replace(text, speaker="")
    return text.after(f"{text.speaker}: ")
