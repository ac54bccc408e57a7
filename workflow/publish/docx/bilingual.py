"""Source and translation side by side, block by block, for readers who want to see both."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.errors import InputError
from workflow.language.direction import Direction
from workflow.language.names import own_name
from workflow.publish.addresses import folder_of
from workflow.publish.article import PublishedArticle, SourceText
from workflow.publish.blocks import Block, Body, Inline, Paragraph, Text
from workflow.publish.docx.blocks import BlockWriter
from workflow.publish.docx.content import credits, opening, topics
from workflow.publish.docx.elements import element
from workflow.publish.docx.manuscript import Manuscript
from workflow.publish.docx.properties import properties_of
from workflow.publish.output import OutputFile

_HALF = "2500"  # fiftieths of a percent
_PADDING = "100"  # twentieths of a point

Words = tuple[Inline, ...]
Row = tuple[tuple[Block, ...], tuple[Block, ...]]
"""What stands side by side: blocks of the source, and of the translation."""


class BilingualDocument:
    """The output `docx-bilingual`: `<slug>.bilingual.docx`."""

    def __init__(self, templates: Path | None = None) -> None:
        self._templates = templates

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the document. See `Output`. Raises InputError where there is no source text."""
        source = article.source_text
        if source is None:
            raise InputError(
                f"there is no source text of {article.slug} to put beside the translation",
                hint="Publish a translation, not a collection or an index.",
            )
        path = f"{folder_of(article.language, article.slug)}/{article.slug}.bilingual.docx"
        yield OutputFile(path, self._document(article, source, media))

    def _document(self, article: PublishedArticle, source: SourceText, media: Path) -> bytes:
        manuscript = Manuscript(article.language, self._templates, article.kind)
        write = manuscript.writer(media, foreign=article.facts.source_language)
        columns = (
            manuscript.column_writer(media, source.direction, source.language),
            manuscript.column_writer(media, article.direction, None),
        )
        manuscript.add(opening(article, write))
        manuscript.add([_table(article, source, columns), write.paragraph("Table Text", ())])
        manuscript.add([*topics(article, write), *credits(article, write)])
        return manuscript.finished(properties_of(article))


def _table(
    article: PublishedArticle, source: SourceText, columns: Sequence[BlockWriter]
) -> BaseOxmlElement:
    style = columns[0].runs.style_id("Article Table")
    properties = element(
        "tblPr",
        element("tblStyle", val=style) if style else None,
        element("bidiVisual") if source.direction is Direction.RTL else None,
        element("tblW", w="5000", type="pct"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", element("top", w=_PADDING, type="dxa")),
        element("tblLook", val="0020", firstRow="1", noHBand="1", noVBand="1"),
    )
    width = str(columns[0].runs.width * 10 // 9 // 635)  # EMU to twentieths of a point
    grid = element("tblGrid", *(element("gridCol", w=width) for _ in columns))
    names = ((Paragraph((Text(source.name),)),), (Paragraph((Text(own_name(article.language)),)),))
    head = _row(names, columns, element("tblHeader"))
    rows = (_row(row, columns) for row in _rows(article, source))
    return element("tbl", properties, grid, head, *rows)


def _rows(article: PublishedArticle, source: SourceText) -> Iterator[Row]:
    yield from _lines([source.title], [article.title])
    if source.summary or article.summary:
        yield from _lines([source.summary], [article.summary])
    for one, other in zip_longest(source.body.blocks, article.body.blocks):
        yield _present(one), _present(other)
    for number, (one, other) in enumerate(_footnotes(source.body, article.body), start=1):
        yield _numbered(number, one), _numbered(number, other)
    yield from _lines(source.notes, article.notes)


def _present(block: Block | None) -> tuple[Block, ...]:
    return (block,) if block else ()


def _lines(
    ones: Iterable[tuple[Inline, ...]], others: Iterable[tuple[Inline, ...]]
) -> Iterator[Row]:
    for one, other in zip_longest(ones, others, fillvalue=()):
        yield (Paragraph(one),), (Paragraph(other),)


def _footnotes(source: Body, target: Body) -> Iterator[Row]:
    return zip_longest(source.footnotes, target.footnotes, fillvalue=())


def _numbered(number: int, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a footnote with its number in front, since in a table it stands by itself."""
    match blocks:
        case (Paragraph(children), *rest):
            return (Paragraph((Text(f"{number}. "), *children)), *rest)
        case _:
            return blocks


def _row(row: Row, columns: Sequence[BlockWriter], *properties: BaseOxmlElement) -> BaseOxmlElement:
    cells = (_cell(blocks, write) for blocks, write in zip(row, columns, strict=True))
    return element("tr", element("trPr", element("cantSplit"), *properties), *cells)


def _cell(blocks: tuple[Block, ...], write: BlockWriter) -> BaseOxmlElement:
    """Return a cell; the last thing in it has to be a paragraph."""
    content = list(write.blocks(blocks))
    if not content or content[-1].tag != qn("w:p"):
        content.append(write.paragraph("Table Text", ()))
    return element("tc", element("tcPr", element("tcW", w=_HALF, type="pct")), *content)
