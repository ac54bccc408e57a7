"""A Word document in the making: the styles of a reference document, and none of its words."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.document.packing import repack
from workflow.document.source import ArticleKind
from workflow.errors import InputError
from workflow.language.direction import Direction, direction
from workflow.publish.blocks import Block
from workflow.publish.docx.blocks import BlockWriter
from workflow.publish.docx.footnotes import add_footnotes
from workflow.publish.docx.foreign import ForeignScript
from workflow.publish.docx.inline import RunWriter
from workflow.publish.docx.lists import ListNumbering
from workflow.publish.docx.properties import Properties, describe, remove_traces, set_language
from workflow.publish.media import media_content
from workflow.workspace.templates import find_template

REFERENCE = "docx/reference.docx"
_MAX_SIZE = 64 * 1024 * 1024
"""The largest reference document that is read, in bytes when unpacked."""


class Manuscript:
    """Collects paragraphs, and writes them as a document in `language`.

    A `kind` of article may have a reference document of its own: `docx/interview.docx`. Raises
    InputError for a reference document that cannot be read.
    """

    def __init__(
        self, language: str, templates: Path | None, kind: ArticleKind = ArticleKind.ARTICLE
    ) -> None:
        self.language, self.direction = language, direction(language)
        self._document = _open_reference(templates, kind)
        self._body = self._document.element.body
        for sample in [child for child in self._body if child.tag != qn("w:sectPr")]:
            self._body.remove(sample)
        self._styles = {style.name: style.style_id for style in self._document.styles}
        self._numbering = ListNumbering(self._document)
        self._footnotes: list[tuple[Block, ...]] = []
        self.width = _text_width(self._document)

    def writer(
        self,
        media: Path,
        *,
        foreign: str | None = None,
        footnotes: Sequence[tuple[Block, ...]] = (),
        interview: bool = False,
    ) -> BlockWriter:
        """Return what writes an article whose text was translated from the language `foreign`.

        Its footnotes are added to those of the document.
        """
        runs = RunWriter(
            self._document.part,
            self.direction,
            self._styles.get,
            partial(media_content, media),
            self.width,
            foreign=ForeignScript.between(self.language, foreign) if foreign else None,
            notes_before=len(self._footnotes),
        )
        self._footnotes.extend(footnotes)
        return BlockWriter(runs, self._numbering, interview=interview)

    def column_writer(self, media: Path, side: Direction, language: str | None) -> BlockWriter:
        """Return what writes into a column of half the width; `language` is not the document's."""
        runs = RunWriter(
            self._document.part,
            side,
            self._styles.get,
            partial(media_content, media),
            self.width * 9 // 20,
            language=language,
            notes_before=None,
        )
        return BlockWriter(runs, self._numbering)

    def add(self, content: Iterable[BaseOxmlElement]) -> None:
        """Add paragraphs and tables at the end."""
        for paragraph in content:
            self._body.insert_element_before(paragraph, "w:sectPr")

    def finished(self, properties: Properties) -> bytes:
        """Return the document, the same for the same content."""
        document = self._document
        if self._footnotes:
            add_footnotes(document, self._footnotes, self.direction, self._styles.get)
        set_language(document, self.language, self.direction)
        describe(document, properties)
        remove_traces(document)
        saved = io.BytesIO()
        document.save(saved)
        return repack(saved.getvalue())


def _open_reference(templates: Path | None, kind: ArticleKind) -> Document:
    path = find_template(f"docx/{kind}.docx", templates) or find_template(REFERENCE, templates)
    if path is None:
        raise InputError(
            f"templates/{REFERENCE} is not there", hint="Install the program again: it is a part."
        )
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size > _MAX_SIZE:
            raise InputError(f"{path} is too large", hint="Use a document without pictures.")
        return docx.Document(str(path))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise InputError(
            f"{path} is not a Word document: {error}",
            hint="Save it in Word as .docx, or remove it to use the one that ships.",
        ) from None


def _text_width(document: Document) -> int:
    """Return how wide a line of text is, in EMU (914,400 to the inch)."""
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        raise InputError(
            f"templates/{REFERENCE} has no page size or margins",
            hint="Set them in Word, under Layout.",
        )
    return page - left - right
