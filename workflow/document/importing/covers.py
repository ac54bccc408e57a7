"""The picture above a text becomes its cover; a caption without its picture means nothing."""

from collections.abc import Sequence

from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.clutter import Keep
from workflow.document.importing.imported import Dropped
from workflow.document.importing.phrases import Clutter
from workflow.document.importing.sentence_ends import ends_sentence
from workflow.document.source import Cover

_LEAST_PROSE = 80
"""A paragraph of more characters than this belongs to the text, not to what stands above it."""

_LEAST_SENTENCE = 40


def take_cover(
    head: Sequence[Block], blocks: Sequence[Block], keep: Keep
) -> tuple[Cover | None, tuple[Block, ...], tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the cover, `head` and `blocks` without it, and the captions that were dropped.

    `head` are short pieces above the text. The cover's credit is all that stood below the picture.
    """
    start = _first_prose(blocks)
    lead = [*head, *blocks[:start]]
    found = next((b for b in lead if b.picture), None)
    if found is None and start < len(blocks) and blocks[start].picture:
        found = blocks[start]
    bare = [b for b in lead if b.kind is BlockKind.FIGURE and not b.picture and not keep(b.text)]
    gone = [*bare, *([found] if found else [])]
    return (
        _cover(found),
        tuple(b for b in head if b not in gone),
        tuple(b for b in blocks if b not in gone),
        tuple(Dropped(b.text, Clutter.MEDIA) for b in bare if b.text),
    )


def _cover(block: Block | None) -> Cover | None:
    if block is None or block.picture is None:
        return None
    picture = block.picture
    return Cover(file=picture.path, alt=picture.alt or None, credit=picture.caption or None)


def _first_prose(blocks: Sequence[Block]) -> int:
    return next((index for index, block in enumerate(blocks) if _is_prose(block)), 0)


def _is_prose(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    is_sentence = len(block.text) > _LEAST_SENTENCE and ends_sentence(block.text)
    return is_sentence or len(block.text) > _LEAST_PROSE
