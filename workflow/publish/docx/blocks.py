"""Blocks as paragraphs and tables."""

from collections.abc import Iterable, Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.language.direction import Direction
from workflow.publish.blocks import (
    Align,
    Block,
    Break,
    Cell,
    CodeBlock,
    Figure,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Table,
    Text,
)
from workflow.publish.docx.elements import element, group
from workflow.publish.docx.inline import Look, RunWriter
from workflow.publish.docx.lists import ListNumbering, list_place
from workflow.publish.line import Line
from workflow.publish.speech import is_question, names_speaker

_FULL_WIDTH = "5000"  # fiftieths of a percent
_STAR_BREAK = "* * *"
_INDENT = 397
"""How far a level of a list stands in, in twentieths of a point, as in the reference document."""
_SIDES = {
    (None, Direction.LTR): None,
    ("start", Direction.LTR): None,
    ("end", Direction.LTR): "right",
    ("center", Direction.LTR): "center",
    (None, Direction.RTL): None,
    ("start", Direction.RTL): None,
    ("end", Direction.RTL): "right",
    ("center", Direction.RTL): "center",
}
"""`w:jc` of a cell. In a right-to-left paragraph Word takes `right` to mean the end of the line."""


class BlockWriter:
    """Writes blocks with `runs`, in the styles of the reference document.

    In an `interview`, questions and the names of speakers have styles of their own.
    """

    def __init__(
        self, runs: RunWriter, numbering: ListNumbering, *, interview: bool = False
    ) -> None:
        self.runs, self.numbering, self.interview = runs, numbering, interview

    def paragraph(
        self,
        style: str,
        content: Iterable[BaseOxmlElement],
        *,
        place: BaseOxmlElement | None = None,
        side: str | None = None,
        indent: int | None = None,
    ) -> BaseOxmlElement:
        """Return a paragraph in the style called `style`; `place` is its place in a list."""
        found = self.runs.style_id(style)
        properties = element(
            "pPr",
            element("pStyle", val=found) if found else None,
            place,
            element("bidi") if self.runs.base is Direction.RTL else None,
            element("ind", left=str(indent)) if indent else None,
            element("jc", val=side) if side else None,
        )
        return element("p", properties, *content)

    def line(self, style: str, line: Line) -> BaseOxmlElement:
        """Return a line around the article as a paragraph."""
        return self.paragraph(style, self.runs.line(line))

    def inlines(self, style: str, inlines: Iterable[Inline]) -> BaseOxmlElement:
        """Return inline content as a paragraph."""
        return self.paragraph(style, self.runs.inlines(inlines))

    def figure(self, picture: Picture, caption: tuple[Inline, ...]) -> Iterator[BaseOxmlElement]:
        """Yield a picture and the caption below it."""
        yield self.paragraph("Figure", self.runs.picture(picture))
        if caption:
            yield self.inlines("Caption", caption)

    def blocks(self, blocks: Sequence[Block], style: str = "Normal") -> Iterator[BaseOxmlElement]:
        """Yield blocks one after the other; paragraphs take `style`."""
        for block in blocks:
            yield from self._block(block, style)

    def _block(self, block: Block, style: str) -> Iterator[BaseOxmlElement]:
        match block:
            case Paragraph(children) if self.interview and is_question(children):
                yield self.inlines("Question", children)
            case Paragraph(children) if self.interview and names_speaker(children):
                yield self.paragraph(style, self._speech(children))
            case Paragraph(children):
                yield self.inlines(style, children)
            case Heading(level, children):
                yield self.inlines(f"Heading {level - 1}", children)
            case Quote(blocks):
                yield from self.blocks(blocks, "Quote")
            case Listing():
                yield from group(self._listing(block, depth=0))
            case Table(head, rows):
                yield self._table(head, rows)
                yield self.paragraph("Table Text", ())
            case CodeBlock(text):
                yield self.inlines("Code", _lines(text))
            case Figure(picture, caption):
                yield from self.figure(picture, caption)
            case Rule():
                yield self.inlines("Scene Break", [Text(_STAR_BREAK)])

    def _speech(self, children: Sequence[Inline]) -> Iterator[BaseOxmlElement]:
        """Yield the words of a speaker, the name first."""
        yield from self.runs.inlines(children[:1], Look(style=self.runs.style_id("Speaker")))
        yield from self.runs.inlines(children[1:])

    def _listing(self, listing: Listing, depth: int) -> Iterator[BaseOxmlElement]:
        number = self.numbering.new_list(listing.start)
        style = "List Bullet" if listing.start is None else "List Number"
        for item in listing.items:
            place: BaseOxmlElement | None = list_place(number, depth)
            for block in item:
                if isinstance(block, Listing):
                    yield from self._listing(block, depth + 1)
                elif isinstance(block, Paragraph):
                    runs = self.runs.inlines(block.children)
                    if place is not None:
                        yield self.paragraph(style, runs, place=place)
                    else:
                        yield self.paragraph("List Paragraph", runs, indent=_INDENT * (depth + 1))
                    place = None
                else:
                    yield from self._block(block, "List Paragraph")

    def _table(self, head: tuple[Cell, ...], rows: Sequence[tuple[Cell, ...]]) -> BaseOxmlElement:
        style = self.runs.style_id("Article Table")
        properties = element(
            "tblPr",
            element("tblStyle", val=style) if style else None,
            element("bidiVisual") if self.runs.base is Direction.RTL else None,
            element("tblW", w=_FULL_WIDTH, type="pct"),
            element("tblLook", val="0020", firstRow="1", noHBand="1", noVBand="1"),
        )
        width = str(self.runs.width // 635 // max(len(head), 1))  # EMU to twentieths of a point
        grid = element("tblGrid", *(element("gridCol", w=width) for _ in head))
        first = self._row(head, element("cantSplit"), element("tblHeader"))
        others = (self._row(row, element("cantSplit")) for row in rows)
        return element("tbl", properties, grid, first, *others)

    def _row(self, cells: Iterable[Cell], *properties: BaseOxmlElement) -> BaseOxmlElement:
        return element("tr", element("trPr", *properties), *(self._cell(cell) for cell in cells))

    def _cell(self, cell: Cell) -> BaseOxmlElement:
        runs = self.runs.inlines(cell.children)
        return element("tc", self.paragraph("Table Text", runs, side=self._side(cell.align)))

    def _side(self, align: Align | None) -> str | None:
        return _SIDES[align, self.runs.base]


def _lines(text: str) -> list[Inline]:
    inlines: list[Inline] = []
    for number, line in enumerate(text.split("\n")):
        inlines.extend([Break(), Text(line)] if number else [Text(line)])
    return inlines
