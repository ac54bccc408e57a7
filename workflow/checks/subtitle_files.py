"""Lone subtitle files: the paragraphs that their cues make, and what each cue shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workflow.document.importing.blocks import Block
from workflow.document.importing.subtitles import shown_cues
from workflow.document.subtitles.captions import Caption, Screen
from workflow.document.subtitles.limits import usual_limits
from workflow.document.subtitles.marks import ADDRESS, cues_above
from workflow.document.subtitles.spoken import Spoken


@dataclass(frozen=True)
class ScreenOfFile(Screen):
    """Cues with the very lines that a file has for them."""

    shown: tuple[Caption, ...] = ()

    def captions(self, markdown: str) -> tuple[Caption, ...]:  # noqa: ARG002 - the lines are known
        """Return what stands on the screen in each cue."""
        return self.shown


def screen_of(shown: tuple[Caption, ...], tag: str) -> ScreenOfFile:
    """Return the screen of a paragraph; readers of the language `tag` set the limits."""
    return ScreenOfFile(tuple(caption.cue for caption in shown), usual_limits(tag), shown)


def paragraphs(
    data: bytes, name: str, blocks: Iterable[Block]
) -> Iterator[tuple[str, tuple[Caption, ...]]]:
    """Yield the words of each paragraph that was made of a file, with what its cues show."""
    shown = {
        (cue.start, cue.end): Caption(cue, tuple(Spoken("", line) for line in lines))
        for cue, lines in shown_cues(data, name)
        if lines
    }
    for block in blocks:
        lines = block.markdown.split("\n")
        marks = sum(f"]: {ADDRESS}" in line for line in lines)
        captions = (shown.get((cue.start, cue.end)) for cue in cues_above(lines, marks))
        yield block.text, tuple(caption for caption in captions if caption)
