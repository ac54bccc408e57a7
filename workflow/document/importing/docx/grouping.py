"""Paragraphs put together: items to lists, quoted ones to quotations, captions to pictures."""

from collections.abc import Sequence
from itertools import groupby

from workflow.document.importing import compose
from workflow.document.importing.blocks import Block, BlockKind, Picture
from workflow.document.importing.docx.styles import Item

Piece = tuple[Item | None, list[Block], bool]
"""A paragraph or table: its place in a list, its blocks, and whether it is quoted."""


def grouped(pieces: Sequence[Piece]) -> list[Block]:
    """Put items together to lists, quoted paragraphs to quotations, captions to their pictures."""
    result: list[Block] = []
    filled = [piece for piece in pieces if piece[1]]
    for (is_item, quoted), group in groupby(filled, key=lambda p: (p[0] is not None, p[2])):
        members = list(group)
        if is_item:
            result.extend(_lists([(item, blocks) for item, blocks, _ in members if item]))
        elif quoted:
            result.extend(compose.quotation([b for _, blocks, _ in members for b in blocks]))
        else:
            result.extend(block for _, blocks, _ in members for block in blocks)
    return _captioned(result)


def _captioned(blocks: Sequence[Block]) -> list[Block]:
    result: list[Block] = []
    for block in blocks:
        before = result[-1].picture if result else None
        is_caption = block.kind is BlockKind.FIGURE and block.picture is None
        if is_caption and before and not before.caption:
            result[-1] = compose.figure(Picture(before.path, before.alt, block.markdown))
        else:
            result.append(block)
    return result


def _lists(members: Sequence[tuple[Item, list[Block]]]) -> list[Block]:
    """Return the lists that items make, deeper ones inside the item before them."""
    result: list[Block] = []
    index = 0
    while index < len(members):
        top = members[index][0]
        contents: list[list[Block]] = []
        while index < len(members):
            item, blocks = members[index]
            if item.level <= top.level and item.list != top.list and contents:
                break
            if item.level > top.level and contents:
                end = index
                while end < len(members) and members[end][0].level > top.level:
                    end += 1
                contents[-1] = [*contents[-1], *_lists(members[index:end])]
                index = end
                continue
            contents.append(blocks)
            index += 1
        result.extend(compose.items(contents, top.first))
    return result
