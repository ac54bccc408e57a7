"""Markdown, with or without front matter; its body is taken as it is written."""

import re

from workflow.document import inline
from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.clutter import Keep
from workflow.document.importing.context import Context
from workflow.document.importing.encoding import decode, refuse_endless
from workflow.document.importing.foreign_front import take_front_matter
from workflow.document.importing.imported import About, Reading
from workflow.document.markdown import parse
from workflow.errors import InputError

EXTENSIONS: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")

_SIGNS = re.compile(r"[\\`*_\[\]<&]")
_MOST_SIGNS = 3_000
_PARTED = re.compile(r"[\s>]*(?:$|\||[-+*]\s|\d+[.)]\s)")
"""How a line begins that ends a paragraph: it is empty, an item, or the row of a table."""

_KINDS = {
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "blockquote_open": BlockKind.QUOTE,
    "table_open": BlockKind.TABLE,
    "hr": BlockKind.RULE,
}


def read(data: bytes, name: str, keep: Keep, context: Context) -> Reading:  # noqa: ARG001 - as it is
    """Read a Markdown file: front matter as in `source.md`, or what other programs put there."""
    text = decode(data, name)
    refuse_endless(len(text), name)
    _refuse_laborious(text, name)
    about, ignored, rest = take_front_matter(text, name)
    blocks = _blocks(rest)
    if not about.title and blocks and blocks[0].markdown.startswith("# "):
        title, *blocks = blocks
        about = About(title=title.markdown.removeprefix("# ").strip(" #")).over(about)
    return Reading(blocks=tuple(blocks), about=about, claimed=about.language, dropped=ignored)


def _refuse_laborious(text: str, name: str) -> None:
    """Refuse a paragraph of nothing but signs: a parser's work grows with the square of them."""
    signs = 0
    for number, line in enumerate(text.split("\n"), start=1):
        signs = 0 if _PARTED.match(line) else signs
        signs += len(_SIGNS.findall(line))
        if signs > _MOST_SIGNS:
            raise InputError(
                f"{name}:{number}: a paragraph has more than {_MOST_SIGNS:,} signs of markup",
                hint="Part it with empty lines, or save it as plain text (.txt).",
            )


def _blocks(text: str) -> list[Block]:
    """Cut a body into its blocks; between them stand definitions, which no reader sees."""
    lines = text.split("\n")
    result: list[Block] = []
    end = 0
    for token in parse(text):
        if token.level or token.nesting < 0 or token.map is None:
            continue
        first, last = token.map
        result.extend(_definitions(lines[end:first]))
        written = "\n".join(lines[first:last]).rstrip()
        kind = _KINDS.get(token.type, BlockKind.CODE)
        result.append(Block(kind, written, _shown(kind, written)))
        end = last
    return [*result, *_definitions(lines[end:])]


def _definitions(lines: list[str]) -> list[Block]:
    text = "\n".join(lines).strip("\n")
    return [Block(BlockKind.DEFINITION, text, "")] if text.strip() else []


def _shown(kind: BlockKind, written: str) -> str:
    if kind in (BlockKind.RULE, BlockKind.CODE):
        return "" if kind is BlockKind.RULE else written
    return "\n".join(
        inline.plain(token.content).replace("\n", " ")
        if kind is not BlockKind.PARAGRAPH
        else inline.plain(token.content)
        for token in parse(written)
        if token.type == "inline"
    )
