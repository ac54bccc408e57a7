"""A transcript to be read: the passages of one speaker, put together to paragraphs.

What belongs together is decided by the source alone, so that all translations have the same
paragraphs, and a reader can lay them side by side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workflow.document.edition import Edition
from workflow.document.markdown import clean
from workflow.document.subtitles.marks import cues_above, has_marks
from workflow.document.subtitles.spoken import COLONS, spoken

if TYPE_CHECKING:
    from markdown_it.token import Token

_PAUSE = 3_000
"""A silence, in milliseconds, after which a new paragraph begins."""

_LONGEST = 600
"""No passage is added to a paragraph of more characters than this."""


def to_be_read(edition: Edition) -> "list[Token]":
    """Return the tokens of a body; those of a transcript in paragraphs of more than a sentence."""
    if not has_marks(edition.source.body):
        return edition.tokens
    lines = clean(edition.source.body).split("\n")
    result: list[Token] = []
    speaker, length, end = "", 0, None
    for block in _blocks(edition.tokens):
        begin, until = block[0].map or (0, 0)
        cues = cues_above(lines, begin) if block[0].type == "paragraph_open" else ()
        said = spoken(" ".join(lines[begin:until])) if cues else None
        goes_on = said and said.speaker in ("", speaker) and length <= _LONGEST
        if said and goes_on and end is not None and cues[0].start - end <= _PAUSE:
            result[-2] = _together(result[-2], block[1], repeated=bool(said.speaker))
            length, end = length + len(said.text), cues[-1].end
            continue
        result.extend(block)
        speaker, length = (said.speaker, len(said.text)) if said else ("", 0)
        end = cues[-1].end if cues else None
    return result


def _blocks(tokens: "Sequence[Token]") -> "Iterator[list[Token]]":
    """Yield the tokens of each block at the top."""
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []


def _together(first: "Token", second: "Token", *, repeated: bool) -> "Token":
    """Return the text of two paragraphs as one; a speaker who is named again is left out."""
    from markdown_it.token import Token

    added = list(second.children or ())
    if repeated:
        added = _without_speaker(added)
    space = Token("softbreak", "", 0)
    return replace(
        first,
        content=f"{first.content}\n{second.content}",
        children=[*(first.children or ()), space, *added],
    )


def _without_speaker(tokens: "list[Token]") -> "list[Token]":
    """Leave out bold words with a colon at the beginning of a text."""
    visible = [token for token in tokens if token.type != "text" or token.content]
    ends = [n for n, token in enumerate(visible) if token.type == "strong_close"]
    if not ends or visible[0].type != "strong_open":
        return tokens
    name, rest = visible[1 : ends[0]], visible[ends[0] + 1 :]
    written = "".join(token.content for token in name)
    if rest and rest[0].type == "text":
        if not written.endswith(COLONS):
            if not rest[0].content.startswith(COLONS):
                return tokens
            rest[0] = replace(rest[0], content=rest[0].content[1:])
        return [replace(rest[0], content=rest[0].content.lstrip()), *rest[1:]]
    return rest if written.endswith(COLONS) else tokens
