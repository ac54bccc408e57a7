"""Several articles as one document: a title page with the contents, and one page of credits."""

from collections.abc import Iterator
from pathlib import Path

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.publish.article import PublishedArticle
from workflow.publish.collection import Collection
from workflow.publish.docx.blocks import BlockWriter
from workflow.publish.docx.content import article_content, writer_of
from workflow.publish.docx.elements import element, text_element
from workflow.publish.docx.manuscript import Manuscript
from workflow.publish.docx.properties import Properties
from workflow.publish.labels.label import Label
from workflow.publish.line import Part


def bind(collection: Collection, templates: Path | None) -> bytes:
    """Return a collection as a Word document. Raises InputError as `document_of` does."""
    manuscript = Manuscript(collection.language, templates)
    front = manuscript.writer(collection.entries[0].media)
    manuscript.add(_title_page(collection, front))
    for number, entry in enumerate(collection.entries, start=1):
        write = writer_of(manuscript, entry.article, entry.media)
        content = list(article_content(entry.article, write, with_credits=False))
        _begin_page(content[0])
        _mark_place(content[0], number)
        manuscript.add(content)
    manuscript.add(_credits_page(collection, front))
    return manuscript.finished(_properties(collection))


def _title_page(collection: Collection, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    if any(article.draft for article in collection.articles):
        yield write.line("Draft Notice", collection.labels.line(Label.DRAFT))
    yield write.line("Kicker", (Part(collection.site.name),))
    yield write.line("Title", (Part(collection.title),))
    for number, article in enumerate(collection.articles, start=1):
        yield write.paragraph("Contents Entry", _contents_entry(article, number, write))


def _contents_entry(
    article: PublishedArticle, number: int, write: BlockWriter
) -> Iterator[BaseOxmlElement]:
    """Yield a title that leads to the article, and the number of the page that it is on.

    Word counts the pages: the field is marked as one whose result is not known yet.
    """
    title, place = (Part(article.title_text),), _name(number)
    yield element("hyperlink", *write.runs.line(title), anchor=place)
    yield element("r", element("tab"))
    unknown = element("r", text_element("…"))
    yield element("fldSimple", unknown, instr=f" PAGEREF {place} ", dirty="true")


def _name(number: int) -> str:
    return f"article_{number}"


def _begin_page(paragraph: BaseOxmlElement) -> None:
    properties = paragraph.find(qn("w:pPr"))
    if properties is not None:
        place = 1 if properties.find(qn("w:pStyle")) is not None else 0
        properties.insert(place, element("pageBreakBefore"))


def _mark_place(paragraph: BaseOxmlElement, number: int) -> None:
    paragraph.insert(1, element("bookmarkStart", id=str(number), name=_name(number)))
    paragraph.append(element("bookmarkEnd", id=str(number)))


def _credits_page(collection: Collection, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    title = write.line("Title", collection.labels.line(Label.CREDITS))
    _begin_page(title)
    yield title
    for article in collection.articles:
        yield write.line("Section Label", (Part(article.title_text),))
        yield from (write.line("Credit", credit) for credit in article.credits)


def _properties(collection: Collection) -> Properties:
    facts = [article.facts for article in collection.articles]
    days = [day for fact in facts for day in (fact.published, fact.modified) if day]
    return Properties(
        title=collection.title,
        subject="",
        authors=tuple(dict.fromkeys(name for fact in facts for name in fact.authors)),
        keywords=tuple(dict.fromkeys(tag for a in collection.articles for tag in a.tags)),
        language=collection.language,
        publisher=collection.site.name,
        created=min(days, default=None),
        modified=max(days, default=None),
    )
