"""What every format is read into: the blocks of a text, each as Markdown and as plain text."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum, auto

_HARD_BREAK = "\\\n"


class BlockKind(StrEnum):
    """What a block is, as far as dropping clutter and finding credits needs to know."""

    HEADING = auto()
    PARAGRAPH = auto()
    LIST = auto()
    QUOTE = auto()
    TABLE = auto()
    CODE = auto()
    FIGURE = auto()
    RULE = auto()
    DEFINITION = auto()
    SAID = auto()
    """What is said in a time, below its time codes."""


@dataclass(frozen=True)
class Picture:
    """A picture below the article's `media/`; `alt` and `caption` are inline Markdown."""

    path: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True)
class Block:
    """One block at the top level of a body.

    `markdown` is CommonMark (with tables and footnotes), `text` what a reader sees, line by line.
    `linked` is the share of its text that stands in links; None where the format cannot say.
    """

    kind: BlockKind
    markdown: str
    text: str
    linked: float | None = None
    picture: Picture | None = None

    def without(self, lines: Collection[int]) -> "Block | None":
        """Return the block without some of the lines of its text, None if no line is left.

        Only paragraphs are taken apart, at their hard breaks.
        """
        texts, written = self.text.split("\n"), self.markdown.split(_HARD_BREAK)
        left = [index for index in range(len(texts)) if index not in lines]
        if not left:
            return None
        if len(left) == len(texts) or len(texts) != len(written):
            return self
        return replace(
            self,
            text="\n".join(texts[index] for index in left),
            markdown=_HARD_BREAK.join(written[index] for index in left),
        )


def body(blocks: Iterable[Block]) -> str:
    """Return the Markdown of a body."""
    return "\n\n".join(block.markdown for block in blocks)
