"""Blocks made of runs and of other blocks: how paragraphs, lists, quotes and tables are written."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workflow.document import inline
from workflow.document.importing.blocks import Block, BlockKind, Picture
from workflow.document.importing.runs import BREAK, Run, markdown, plain, trimmed

_PARAGRAPH_GAP = re.compile(r"\n\s*\n")
_LATE_NUMBER = re.compile(r"(?!1\.)\d+\.")
_ORNAMENT = re.compile(r"(?:([*•·~#_=–—-])\s*)(?:\1\s*){2,}|[⁂❦❧⁎⁑]+")
"""What stands between parts of a text, as `* * *`."""
RULE = Block(BlockKind.RULE, "---", "")


def paragraphs(runs: Iterable[Run]) -> list[Block]:
    """Return the paragraphs of a stretch of runs; two line breaks in a row part them."""
    parts: list[list[Run]] = [[]]
    for run in trimmed(runs):
        first, *others = _PARAGRAPH_GAP.split(run.text)
        parts[-1].append(replace(run, text=first))
        parts.extend([replace(run, text=other)] for other in others)
    return [_paragraph(part) for runs_ in parts if (part := trimmed(runs_))]


def heading(runs: Iterable[Run], level: int) -> list[Block]:
    """Return a heading of the body, below the title's level; its bold goes without saying."""
    line = trimmed(replace(run, text=run.text.replace(BREAK, " "), strong=False) for run in runs)
    if not line:
        return []
    written = re.sub(r"(#+)$", r"\\\1", markdown(line))
    return [
        Block(BlockKind.HEADING, f"{'#' * max(level, 2)} {written}", plain(line), _linked(line))
    ]


def quotation(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks as one quotation."""
    if not blocks:
        return []
    inner = "\n\n".join(block.markdown for block in blocks)
    written = "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    return [_joined(BlockKind.QUOTE, written, blocks)]


def items(contents: Sequence[Sequence[Block]], first: int | None) -> list[Block]:
    """Return a list of items; `first` is the number of the first, None for a list of points."""
    contents = [blocks for blocks in contents if blocks]
    if not contents:
        return []
    loose = any(map(_is_loose, contents))
    gap = "\n\n" if loose else "\n"
    written = []
    for index, blocks in enumerate(contents):
        mark = "- " if first is None else f"{first + index}. "
        inner = gap.join(block.markdown for block in blocks)
        written.append(mark + re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), inner))
    return [_joined(BlockKind.LIST, gap.join(written), [b for blocks in contents for b in blocks])]


def _is_loose(blocks: Sequence[Block]) -> bool:
    """Say whether an item needs empty lines; a number other than 1 begins no list without one."""
    inner = [block for block in blocks if block.kind is BlockKind.LIST]
    return len(blocks) - len(inner) > 1 or any(_LATE_NUMBER.match(b.markdown) for b in inner)


def table(rows: Sequence[Sequence[tuple[str, str]]]) -> Block:
    """Return a table of cells, each as Markdown and as text on one line.

    The first row is its head; short rows are filled up.
    """
    width = max(len(row) for row in rows)
    lines = [
        "| " + " | ".join(_cell(c) for c, _ in [*row, *[("", "")] * (width - len(row))]) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + " --- |" * width)
    text = "\n".join(" ".join(shown for _, shown in row) for row in rows)
    return Block(BlockKind.TABLE, "\n".join(lines), text)


def preformatted(text: str) -> list[Block]:
    """Return text whose line ends and spaces matter."""
    text = text.strip("\n").rstrip()
    if not text:
        return []
    longest = max((len(ticks) for ticks in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return [Block(BlockKind.CODE, f"{fence}\n{text}\n{fence}", text)]


def figure(picture: Picture) -> Block:
    """Return a picture with its caption."""
    caption = picture.caption.replace("\\\n", " ")
    title = re.sub(r'[\\"&]', r"\\\g<0>", caption)
    written = f"![{picture.alt}](media/{picture.path}" + (f' "{title}")' if title else ")")
    return Block(BlockKind.FIGURE, written, inline.plain(caption), 0.0, picture)


def footnote(label: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the text of a footnote, to be marked with `label` where it belongs."""
    if not blocks:
        return []
    inner = "\n\n".join(block.markdown for block in blocks)
    written = f"[^{label}]: " + re.sub(r"\n(?=[^\n])", "\n    ", inner)
    return [replace(_joined(BlockKind.DEFINITION, written, blocks), text="")]


def _paragraph(runs: Sequence[Run]) -> Block:
    if _ORNAMENT.fullmatch(plain(runs)):
        return RULE
    return Block(BlockKind.PARAGRAPH, markdown(runs), plain(runs), _linked(runs))


def _joined(kind: BlockKind, written: str, blocks: Sequence[Block]) -> Block:
    length = sum(len(block.text) for block in blocks)
    linked = sum((block.linked or 0) * len(block.text) for block in blocks) / max(length, 1)
    return Block(kind, written, "\n".join(block.text for block in blocks), linked)


def _cell(written: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", written)


def _linked(runs: Sequence[Run]) -> float:
    length = sum(len(run.text) for run in runs)
    return sum(len(run.text) for run in runs if run.link or run.lost) / length if length else 0.0
