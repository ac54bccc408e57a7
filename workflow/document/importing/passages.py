"""Subtitles to blocks: a sentence that goes on from cue to cue is one paragraph, with its times."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

from workflow.document import inline
from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.runs import Run, markdown, reads_as, trimmed
from workflow.document.importing.sentence_ends import ends_sentence
from workflow.document.subtitles.cue import Cue
from workflow.document.subtitles.marks import mark

_PAUSE = 2_000
"""A silence, in milliseconds, over which no sentence goes on."""
_MOST_CUES, _LONGEST = 6, 300
"""Where nobody wrote full stops, a passage ends after so many cues or characters all the same."""


@dataclass(frozen=True)
class Speech:
    """What one speaker says in one cue; `dashed` where a dash stands before it."""

    speaker: str
    runs: tuple[Run, ...]
    dashed: bool = False

    @property
    def text(self) -> str:
        """The words without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Caption:
    """What is said in one cue."""

    cue: Cue
    speeches: tuple[Speech, ...]


def passage_blocks(captions: Iterable[Caption]) -> tuple[Block, ...]:
    """Return a paragraph for each sentence, or a list for each dialogue, below its time codes."""
    return tuple(map(_block, _joined(captions)))


def _joined(captions: Iterable[Caption]) -> Iterator[list[Caption]]:
    """Yield captions together that share a sentence."""
    group: list[Caption] = []
    for caption in captions:
        if group and not _goes_on(group, caption):
            yield group
            group = []
        group.append(caption)
    if group:
        yield group


def _goes_on(group: Sequence[Caption], caption: Caption) -> bool:
    first, last = group[0].speeches[0], group[-1]
    said, following = last.speeches[0].text, caption.speeches[0]
    return (
        len(last.speeches) == len(caption.speeches) == 1
        and following.speaker in ("", first.speaker)
        and not following.dashed
        and not ends_sentence(said)
        and not said.rstrip().endswith("♪")
        and caption.cue.start - last.cue.end <= _PAUSE
        and len(group) < _MOST_CUES
        and sum(len(one.speeches[0].text) for one in group) < _LONGEST
    )


def _block(group: Sequence[Caption]) -> Block:
    """Return the paragraph of a passage, or the list of a dialogue, below its time codes."""
    marks = [mark(caption.cue) for caption in group]
    speeches = [speech for caption in group for speech in caption.speeches]
    if len(group) == 1 and len(speeches) > 1:
        written = "\n".join(f"- {_lead(one)}{markdown(one.runs)}" for one in speeches)
    elif speeches[0].dashed:
        written = f"- {_lead(speeches[0])}{_lines(speeches)}".replace("\n", "\n  ")
    else:
        written = _lead(speeches[0]) + _lines(speeches)
    text = " ".join(speech.text for speech in speeches)
    return Block(BlockKind.SAID, "\n".join([*marks, written]), text)


def _lead(speech: Speech) -> str:
    return f"**{inline.escape(speech.speaker)}:** " if speech.speaker else ""


def _lines(speeches: Sequence[Speech]) -> str:
    """Return what is said in several cues, each on a line of its own where that reads the same."""
    written = "\n".join(markdown(speech.runs) for speech in speeches)
    if len(speeches) == 1:
        return written
    wanted = " ".join(speech.text for speech in speeches)
    if reads_as(written, wanted) and not any(map(_is_one_word, speeches, speeches[1:])):
        return written
    runs = list(speeches[0].runs)
    for before, after in pairwise(speeches):
        runs += [*([] if _is_one_word(before, after) else [Run(" ")]), *after.runs]
    return markdown(trimmed(runs))


def _is_one_word(before: Speech, after: Speech) -> bool:
    """Say whether no space belongs between two lines, as in Chinese."""
    return all(east_asian_width(char) in "WF" for char in (before.text[-1], after.text[0]))
