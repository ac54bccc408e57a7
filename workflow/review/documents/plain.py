"""A translation alone as a Word file: for whoever wants to read it as readers will."""

from collections.abc import Iterator
from pathlib import Path

from workflow.document.units import UnitKind
from workflow.review.documents.frame import paragraph, run, word_file
from workflow.review.documents.sheet import Form, Row, Sheet
from workflow.review.documents.tracked import RunWriter
from workflow.review.documents.voice import Voice
from workflow.review.documents.wordml import Element

_STYLES = {UnitKind.TITLE: "Title", UnitKind.HEADING: "Heading", UnitKind.QUOTE: "Quote"}


def plain_document(sheet: Sheet, templates: Path | None = None) -> bytes:
    """Return the Word file: one paragraph for each unit, in their order; see `word_file`."""
    runs = RunWriter()
    voice = Voice(sheet.target)
    body = [*_paragraphs(sheet, runs, voice), _identity(sheet)]
    return word_file(
        body, runs.comments, sheet.about, upright=True, enforced=False, templates=templates
    )


def _paragraphs(sheet: Sheet, runs: RunWriter, voice: Voice) -> Iterator[Element]:
    for row in sheet.rows:
        if row.text:
            yield paragraph(_style(row), *runs.plain(row.text, voice), voice=voice)


def _style(row: Row) -> str:
    return _STYLES.get(UnitKind(row.kind), "Text")


def _identity(sheet: Sheet) -> Element:
    return paragraph("Identity", run(sheet.identity.line(Form.TEXT)))
