"""Which words of an article belong to which cues."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workflow.document.edition import Edition, translated_edition
from workflow.document.markdown import clean
from workflow.document.source import Source
from workflow.document.subtitles.cue import Cue
from workflow.document.subtitles.marks import cues_above, has_marks
from workflow.document.units import source_units

if TYPE_CHECKING:
    from markdown_it.token import Token

_PARAGRAPH = "paragraph_open"
_SAID = {_PARAGRAPH, "bullet_list_open"}


@dataclass(frozen=True)
class Passage:
    """What is said in a row of cues, as inline Markdown; of a dialogue, each speaker's words.

    `dashed` says that a dash stands before each of the texts.
    """

    cues: tuple[Cue, ...]
    texts: tuple[str, ...]
    dashed: bool = False


def passages(edition: Edition) -> tuple[Passage, ...]:
    """Return what is said in an article, in the edition's language; nothing without time codes.

    A paragraph without time codes goes on with the passage before it; what stands above the first
    time code, or below a heading or a line, is not said.
    """
    if not has_marks(edition.source.body):
        return ()
    lines = clean(edition.source.body).split("\n")
    found: list[Passage] = []
    goes_on = False
    for index, token in enumerate(edition.tokens):
        if token.level or token.nesting < 0 or token.map is None:
            continue
        cues = cues_above(lines, token.map[0]) if token.type in _SAID else ()
        texts = _texts(edition.tokens, index) if cues or goes_on else ()
        if cues:
            found.append(Passage(cues, texts, dashed=token.type != _PARAGRAPH))
        elif goes_on and token.type in _SAID:
            *before, last = found[-1].texts
            found[-1] = replace(found[-1], texts=(*before, " ".join((last, *texts))))
        goes_on = bool(cues) or (goes_on and token.type in _SAID)
    return tuple(found)


def unit_cues(source: Source) -> Mapping[str, tuple[Cue, ...]]:
    """Return the cues of each unit that is said, by the unit's id.

    The time of a dialogue is shared out among its speakers by how much they say in the source.
    """
    if not has_marks(source.body):
        return {}
    lengths = {unit.id: len(unit.text) for unit in source_units(source)}
    edition = translated_edition(source, {key: key for key in lengths}, source.language)
    found: dict[str, tuple[Cue, ...]] = {}
    for passage in passages(edition):
        keys = [key for text in passage.texts for key in text.split() if key in lengths]
        if len(keys) == 1:
            found[keys[0]] = passage.cues
        else:
            found |= _shared(passage.cues, {key: lengths[key] for key in keys})
    return found


def _texts(tokens: "list[Token]", index: int) -> tuple[str, ...]:
    """Return the texts of the block that begins at `index`."""
    found: list[str] = []
    for token in tokens[index + 1 :]:
        if token.level == 0:
            break
        if token.type == "inline":
            found.append(token.content)
    return tuple(found)


def _shared(cues: tuple[Cue, ...], lengths: Mapping[str, int]) -> dict[str, tuple[Cue, ...]]:
    """Share the time of cues out in proportion to the lengths of what is said."""
    start, end = cues[0].start, cues[-1].end
    total, before = sum(lengths.values()), 0
    found: dict[str, tuple[Cue, ...]] = {}
    for key, length in lengths.items():
        after = before + length
        begin, until = (start + (end - start) * part // total for part in (before, after))
        found[key], before = (Cue(begin, until, cues[0].settings),), after
    return found
