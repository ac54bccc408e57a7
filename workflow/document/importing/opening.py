"""The title of a text that does not say which of its lines that is."""

from collections.abc import Sequence

from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.runs import BREAK

_LONGEST = 250


def first_line(blocks: Sequence[Block]) -> tuple[str | None, tuple[Block, ...]]:
    """Take the title off: the first line, where it is short and more follows."""
    if len(blocks) < 2 or len(blocks[0].text) > _LONGEST or BREAK in blocks[0].text:
        return None, tuple(blocks)
    if blocks[0].kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or not blocks[0].text:
        return None, tuple(blocks)
    if blocks[0].kind is BlockKind.PARAGRAPH and blocks[0].markdown.startswith("**"):
        return None, tuple(blocks)  # bold goes without saying in a title: see assemble
    return blocks[0].markdown.lstrip("# "), tuple(blocks[1:])
