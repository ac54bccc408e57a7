"""The text of an article as a tree of blocks: what every output is written from.

Only what can stand here can get into an output: there is no raw HTML, every link has a safe address
and every picture a path below the article's `media/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Text in a fixed width, within a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author wants."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words in italics."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in bold."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """Words with a safe address."""

    url: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Download:
    """Words that lead to a file below `media/`: `path` is relative to that folder."""

    path: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture below `media/`: `path` is relative to that folder."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """The place of a footnote, by its number in the article, from 1.

    `earlier` counts the marks of the same footnote before this one.
    """

    number: int
    earlier: int = 0


Inline = Text | Code | Break | Emphasis | Strong | Link | Download | Picture | FootnoteMark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the text: `level` 2 to 6, since the title is the only one of level 1."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set apart."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `start` is the first number, None for bullets. A `tight` list has no space in it."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int | None
    tight: bool


Align = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    children: tuple[Inline, ...]
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of headings."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines in a fixed width."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that stands by itself, with the caption below it."""

    picture: Picture
    caption: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A break between two scenes."""


Block = Paragraph | Heading | Quote | Listing | Table | CodeBlock | Figure | Rule


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article; footnote number 1 is the first of `footnotes`."""

    blocks: tuple[Block, ...]
    footnotes: tuple[tuple[Block, ...], ...] = ()


def words_of(inlines: tuple[Inline, ...]) -> str:
    """Return the text of inline content alone; a picture counts with its alternative text."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Picture(_, alt):
            return alt
        case Break():
            return " "
        case FootnoteMark():
            return ""
        case Emphasis(children) | Strong(children) | Link(_, children) | Download(_, children):
            return words_of(children)


_SHOWN_OR_LED_TO = (Picture, Download)
_WITHOUT_INNER = (Text, Code, Break, Picture, FootnoteMark)
"""Put together once: every piece of every text is held against them."""


def files_in(body: Body) -> Iterator[str]:
    """Yield the paths below `media/` that a text shows or leads to, in reading order."""
    for inline in _all_inlines(body):
        if isinstance(inline, _SHOWN_OR_LED_TO):
            yield inline.path


def pictures_in(body: Body) -> Iterator[Picture]:
    """Yield the pictures of a text, in reading order."""
    return (inline for inline in _all_inlines(body) if isinstance(inline, Picture))


def _all_inlines(body: Body) -> Iterator[Inline]:
    for blocks in (body.blocks, *body.footnotes):
        yield from _inlines_in(blocks)


def _inlines_in(blocks: tuple[Block, ...]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Paragraph(children) | Heading(_, children):
                yield from _with_inner(children)
            case Figure(picture, caption):
                yield from _with_inner((picture, *caption))
            case Quote(inner):
                yield from _inlines_in(inner)
            case Listing(items):
                for item in items:
                    yield from _inlines_in(item)
            case Table(head, rows):
                for cell in (*head, *(cell for row in rows for cell in row)):
                    yield from _with_inner(cell.children)


def _with_inner(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if not isinstance(inline, _WITHOUT_INNER):
            yield from _with_inner(inline.children)
