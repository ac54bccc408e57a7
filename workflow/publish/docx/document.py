"""One article as a Word document, in the order of the web page."""

from collections.abc import Iterator
from pathlib import Path

from workflow.publish.addresses import folder_of
from workflow.publish.article import PublishedArticle
from workflow.publish.collection import Collection
from workflow.publish.docx.binding import bind
from workflow.publish.docx.content import article_content, writer_of
from workflow.publish.docx.manuscript import Manuscript
from workflow.publish.docx.properties import properties_of
from workflow.publish.output import OutputFile


class WordDocument:
    """The output `docx`: `<slug>.docx`. It can also bind several articles into one document."""

    def __init__(self, templates: Path | None = None) -> None:
        self._templates = templates

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the document. See `Output`."""
        path = f"{folder_of(article.language, article.slug)}/{article.slug}.docx"
        yield OutputFile(path, document_of(article, media, self._templates))

    def bound(self, collection: Collection) -> bytes:
        """Return several articles as one document. See `Binder`."""
        return bind(collection, self._templates)


def document_of(article: PublishedArticle, media: Path, templates: Path | None = None) -> bytes:
    """Return an article as a Word document.

    Raises InputError for a reference document that cannot be read, and for missing media.
    """
    manuscript = Manuscript(article.language, templates, article.kind)
    manuscript.add(article_content(article, writer_of(manuscript, article, media)))
    return manuscript.finished(properties_of(article))
