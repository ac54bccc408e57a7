"""What a document says of an article, in the order of the web page."""

from collections.abc import Iterator
from pathlib import Path

from docx.oxml.xmlchemy import BaseOxmlElement

from workflow.document.source import ArticleKind
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import Picture, Text
from workflow.publish.correcting import correction_line, updated_line
from workflow.publish.docx.blocks import BlockWriter
from workflow.publish.docx.elements import group
from workflow.publish.docx.manuscript import Manuscript
from workflow.publish.labels.label import Label
from workflow.publish.line import Part


def writer_of(manuscript: Manuscript, article: PublishedArticle, media: Path) -> BlockWriter:
    """Return what writes `article` into a document."""
    return manuscript.writer(
        media,
        foreign=article.facts.source_language,
        footnotes=article.body.footnotes,
        interview=article.kind is ArticleKind.INTERVIEW,
    )


def article_content(
    article: PublishedArticle, write: BlockWriter, *, with_credits: bool = True
) -> Iterator[BaseOxmlElement]:
    """Yield an article."""
    yield from opening(article, write)
    yield from write.blocks(article.body.blocks)
    yield from _corrections(article, write)
    yield from _notes(article, write)
    yield from topics(article, write)
    if with_credits:
        yield from credits(article, write)


def opening(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    """Yield what stands above the text."""
    yield from group(_first_lines(article, write))
    if article.cover:
        picture = Picture(article.cover.path, article.cover.alt)
        yield from write.figure(picture, article.cover.credit)
    yield from group(_audio(article, write))


def _first_lines(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
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
    if updated := updated_line(article):
        yield write.line("Dateline", updated)
    if article.source:
        yield write.line("Source Line", article.source)
    if article.notice:
        yield write.line("Note", article.notice)


def _corrections(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    if article.corrections:
        yield write.line("Section Label", article.labels.line(Label.CHANGES))
        yield from (write.line("Note", correction_line(change)) for change in article.corrections)


def _notes(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    if article.notes:
        yield write.line("Section Label", article.labels.line(Label.NOTES))
        yield from (write.inlines("Note", note) for note in article.notes)


def topics(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    """Yield what the article is about."""
    if article.tags:
        yield write.line("Section Label", article.labels.line(Label.TOPICS))
        yield write.line("Note", (Part(" · ".join(article.tags)),))


def credits(article: PublishedArticle, write: BlockWriter) -> Iterator[BaseOxmlElement]:
    """Yield who made the translation, and how."""
    if article.credits:
        yield write.line("Section Label", article.labels.line(article.credits_label))
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
    yield from (write.line("Note", line) for line in article.episode)
    if article.parts:
        yield write.line("Section Label", article.labels.line(Label.PARTS))
    for part in article.parts:
        yield write.inlines("Note", (Text(f"{part.time} "), *part.title))
