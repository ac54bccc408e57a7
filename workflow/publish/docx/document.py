"""One article as a Word document, in the styles of the reference document."""

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.errors import InputError
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import Picture
from workflow.publish.docx.blocks import BlockWriter
from workflow.publish.docx.elements import group
from workflow.publish.docx.footnotes import add_footnotes
from workflow.publish.docx.inline import RunWriter
from workflow.publish.docx.lists import ListNumbering
from workflow.publish.docx.packing import repack
from workflow.publish.docx.properties import describe, remove_traces, set_language
from workflow.publish.labels.label import Label
from workflow.publish.line import Part
from workflow.publish.media import picture_content
from workflow.publish.output import OutputFile
from workflow.workspace.templates import find_template

REFERENCE = "docx/reference.docx"
_MAX_SIZE = 64 * 1024 * 1024
"""The largest reference document that is read, in bytes when unpacked."""


class WordDocument:
    """The output `docx`: one Word document."""

    def __init__(self, templates: Path | None = None) -> None:
        self._templates = templates

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the document. See `Output`."""
        path = f"{article.language}/{article.slug}/{article.slug}.docx"
        yield OutputFile(path, document_of(article, media, self._templates))


def document_of(article: PublishedArticle, media: Path, templates: Path | None = None) -> bytes:
    """Return an article as a Word document.

    Raises InputError for a reference document that cannot be read, and for missing media.
    """
    document = _open_reference(templates)
    body = document.element.body
    for sample in [child for child in body if child.tag != qn("w:sectPr")]:
        body.remove(sample)
    styles = {style.name: style.style_id for style in document.styles}
    width = _text_width(document)
    find = partial(picture_content, media)
    runs = RunWriter(document.part, article.direction, styles.get, find, width)
    content = _content(article, BlockWriter(runs, ListNumbering(document)))
    for paragraph in content:
        body.insert_element_before(paragraph, "w:sectPr")
    if article.body.footnotes:
        add_footnotes(document, article.body.footnotes, article.direction, styles.get)
    set_language(document, article.language, article.direction)
    describe(document, article)
    remove_traces(document)
    saved = io.BytesIO()
    document.save(saved)
    return repack(saved.getvalue())


def _open_reference(templates: Path | None) -> Document:
    path = find_template(REFERENCE, templates)
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


def _content(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    """Yield the article in the order of the web page."""
    yield from group(_opening(article, write))
    if article.cover:
        picture = Picture(article.cover.path, article.cover.alt)
        yield from write.figure(picture, article.cover.credit)
    yield from group(_audio(article, write))
    yield from write.blocks(article.body.blocks)
    yield from _ending(article, write)


def _opening(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    if article.draft:
        yield write.line("Draft Notice", article.labels.line(Label.DRAFT))
    yield write.line("Kicker", article.kicker)
    yield write.inlines("Title", article.title)
    if article.summary:
        yield write.inlines("Subtitle", article.summary)
    if article.byline:
        yield write.line("Byline", article.byline)
    if article.date:
        yield write.line("Dateline", (Part(article.date.text),))
    if article.source:
        yield write.line("Source Line", article.source)


def _ending(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    labels = article.labels
    if article.notes:
        yield write.line("Section Label", labels.line(Label.NOTES))
        yield from (write.inlines("Note", note) for note in article.notes)
    if article.tags:
        yield write.line("Section Label", labels.line(Label.TOPICS))
        yield write.line("Note", (Part(" · ".join(article.tags)),))
    if article.credits:
        yield write.line("Section Label", labels.line(Label.CREDITS))
        yield from (write.line("Credit", credit) for credit in article.credits)


def _audio(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    if article.sounds or article.listen:
        yield write.line("Section Label", article.labels.line(Label.AUDIO))
    for sound in article.sounds:
        yield write.inlines("Note", sound.title)
        link = (Part(sound.url, url=sound.url),) if sound.url else ()
        if sound.duration or link:
            gap = (Part(" · "),) if sound.duration and link else ()
            yield write.line("Note", (*sound.duration, *gap, *link))
    if article.listen:
        yield write.line("Note", article.listen)
