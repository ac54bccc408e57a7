"""The title of a text that does not say which of its lines that is."""

from collections.abc import Sequence

from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.runs import BREAK
from workflow.document.importing.sentence_ends import ends_in_stop

_LONGEST = 250


def first_line(blocks: Sequence[Block]) -> tuple[str | None, tuple[Block, ...]]:
    """Take the title off: the first line, where it is like one and more follows."""
    if len(blocks) > 1 and _is_title(blocks[0]):
        return blocks[0].markdown.lstrip("# "), tuple(blocks[1:])
    return None, tuple(blocks)


def _is_title(block: Block) -> bool:
    """Tell a title from the beginning of the text, which ends in a full stop.

    A paragraph in bold is left to `assemble`, since bold goes without saying in a title.
    """
    if not block.text or len(block.text) > _LONGEST or BREAK in block.text:
        return False
    if block.kind is BlockKind.PARAGRAPH:
        return not block.markdown.startswith("**") and not ends_in_stop(block.text)
    return block.kind is BlockKind.HEADING
