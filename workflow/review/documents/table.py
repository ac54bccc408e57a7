"""The review document: a Word file with a table of sources, translations and room for remarks.

The source is locked, the translation carries its changes since the draft as tracked changes, and
what the checks, the glossary and people remarked stands beside it as comments. Word tracks whatever
an editor changes. Layout follows the bilingual tables that memoQ and Smartcat made familiar.
"""

from collections.abc import Iterator
from pathlib import Path

from workflow.language.names import language_name
from workflow.review.documents.comments import range_end, range_start
from workflow.review.documents.frame import paragraph, run, word_file
from workflow.review.documents.sheet import (
    ALL_READ,
    READ,
    UNREAD,
    Column,
    Form,
    NoteKind,
    Row,
    Sheet,
    bookmark,
)
from workflow.review.documents.tracked import RunWriter
from workflow.review.documents.voice import Voice
from workflow.review.documents.wordml import Element, element, run_content

_WIDTHS = {Column.NUMBER: 1250, Column.SOURCE: 5350, Column.TARGET: 5750, Column.REMARK: 2650}
"""In twentieths of a point: A4 on its side, less the margins."""
_OF_SOURCE = (NoteKind.TERMS, NoteKind.FACTS)
"""Notes that stand beside the source, where the words are that they are about."""
_HOW = (
    "Edit the column “Translation”; Word marks what you change. Changes that are there count "
    "as accepted unless you undo them; to accept or reject them one by one, first stop the "
    "protection (Review, Restrict Editing; there is no password). Write remarks into the last "
    "column, or as comments, or as answers to comments. Tick ☐ where you have read a row and stand "
    "by it. Leave the rows, the numbers and the source as they are. Then send the file back."
)


def review_document(sheet: Sheet, templates: Path | None = None) -> bytes:
    """Return the Word file of a sheet, always the same for the same sheet; see `word_file`."""
    writer = _Writer(sheet)
    body = [*writer.opening(), writer.table(), element("p")]
    return word_file(
        body, writer.runs.comments, sheet.about, upright=False, enforced=True, templates=templates
    )


class _Writer:
    """Writes the paragraphs and the table of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.runs = sheet, RunWriter()
        self.source, self.target = Voice(sheet.source_language), Voice(sheet.target)

    def opening(self) -> Iterator[Element]:
        """Yield what stands above the table."""
        sheet = self.sheet
        yield paragraph("Title", *self.runs.plain(sheet.title, self.source), voice=self.source)
        changed = sum(row.old != row.text for row in sheet.rows)
        languages = (
            f"{language_name(sheet.source_language, 'en')} to {language_name(sheet.target, 'en')}"
        )
        since = f", {changed} changed since {sheet.older}" if changed else ""
        rows = f"{len(sheet.rows)} rows{since}"
        yield paragraph("Line", run(f"{languages} · {sheet.stage} · {rows}"))
        for line in sheet.origins:
            yield paragraph("Line", run(f"Drafts: {line}"))
        yield paragraph("Help", run(_HOW))
        yield paragraph("Line", self._box("all", ticked=False), run(f" {ALL_READ}"))
        yield paragraph("Identity", run(sheet.identity.line(Form.TABLE)))

    def table(self) -> Element:
        """Return the table: a repeated row of headings, and a row for every unit."""
        both_rtl = self.source.rtl and self.target.rtl
        properties = element(
            "tblPr",
            element("tblStyle", val="ReviewTable"),
            element("bidiVisual") if both_rtl else None,
            element("tblW", w=str(sum(_WIDTHS.values())), type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="0020", firstRow="1", noHBand="1", noVBand="1"),
        )
        grid = element("tblGrid", *(element("gridCol", w=str(w)) for w in _WIDTHS.values()))
        heads = [_cell(column, paragraph("Head", run(column.value))) for column in Column]
        head = element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *heads)
        rows = (self._row(number, row) for number, row in enumerate(self.sheet.rows, 1))
        return element("tbl", properties, grid, head, *rows)

    def _row(self, number: int, row: Row) -> Element:
        style = "RowTitle" if row.kind in ("title", "h") else "Row"
        return element(
            "tr",
            element("trPr", element("cantSplit")) if len(row.text) < _SHORT else None,
            _cell(
                Column.NUMBER,
                paragraph("Row", run(f"{number} "), self._box(row.unit, ticked=row.confirmed)),
                paragraph("Identity", run(row.unit)),
            ),
            _cell(Column.SOURCE, self._source_cell(row, style)),
            _cell(Column.TARGET, self._target_cell(row, style)),
            _cell(Column.REMARK, paragraph("Row")),
        )

    def _source_cell(self, row: Row, style: str) -> Element:
        """Return the source as a content control that cannot be edited or removed.

        It stands within the paragraph, and comments around it: LibreOffice 7.4 loses text and looks
        of a control that holds either.
        """
        about = [note for note in row.notes if note.kind in _OF_SOURCE]
        numbers = [self.runs.comments.add(note) for note in about]
        properties = element(
            "sdtPr",
            element("alias", val=Column.SOURCE.value),
            element("tag", val=row.tag),
            element("id", val=self.runs.number()),
            element("lock", val="sdtContentLocked"),
        )
        content = element("sdtContent", *self.runs.plain(row.source, self.source))
        return paragraph(
            style,
            *(range_start(number) for number in numbers),
            element("sdt", properties, content),
            *(mark for number in numbers for mark in range_end(number)),
            voice=self.source,
        )

    def _target_cell(self, row: Row, style: str) -> Element:
        mark = {"id": self.runs.number()}
        runs = self.runs.tracked(
            row.old,
            row.text,
            self.target,
            author=row.author,
            date=row.date,
            notes=[note for note in row.notes if note.kind not in _OF_SOURCE],
        )
        start = element("bookmarkStart", name=bookmark(row.unit), **mark)
        end = element("bookmarkEnd", **mark)
        return paragraph(style, start, *runs, end, voice=self.target)

    def _box(self, of: str, *, ticked: bool) -> Element:
        box = element(
            "w14:checkbox",
            element("w14:checked", **{"w14:val": "1" if ticked else "0"}),
            element("w14:checkedState", **{"w14:val": "2611", "w14:font": _SYMBOLS}),
            element("w14:uncheckedState", **{"w14:val": "2610", "w14:font": _SYMBOLS}),
        )
        properties = element(
            "sdtPr",
            element("alias", val="Read"),
            element("tag", val=f"read:{of}"),
            element("id", val=self.runs.number()),
            element("lock", val="sdtLocked"),
            box,
        )
        run = element(
            "r",
            element("rPr", element("rStyle", val="Box")),
            *run_content(READ if ticked else UNREAD),
        )
        return element("sdt", properties, element("sdtContent", run))


_SYMBOLS = "Segoe UI Symbol"
_SHORT = 250
"""A row with fewer characters is kept on one page."""


def _cell(column: Column, *content: Element) -> Element:
    width = element("tcW", w=str(_WIDTHS[column]), type="dxa")
    return element("tc", element("tcPr", width), *content)
