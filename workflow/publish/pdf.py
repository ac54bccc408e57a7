"""An article as a tagged PDF. WeasyPrint makes it, which is installed apart."""

from base64 import b64encode
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from workflow.errors import MissingPart
from workflow.publish.addresses import folder_of
from workflow.publish.article import PublishedArticle
from workflow.publish.media import media_content, media_type
from workflow.publish.output import OutputFile
from workflow.publish.web.html import HtmlWriter, media_url
from workflow.publish.web.rendering import Renderer
from workflow.workspace.templates import find_template


class PortableDocument:
    """The output `pdf`: `<slug>.pdf`, PDF/UA-1. WeasyPrint 70 is known to do it."""

    def __init__(self, templates: Path | None = None) -> None:
        self._weasyprint = _weasyprint()
        self._templates = templates
        self._renderer = Renderer(templates, HtmlWriter(_address))

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        """Yield the PDF. See `Output`."""
        path = f"{folder_of(article.language, article.slug)}/{article.slug}.pdf"
        page = self._renderer.page(
            self._renderer.template("pdf", article.kind),
            path,
            article.site,
            article.labels,
            {"article": article},
            draft=article.draft,
        )
        yield OutputFile(path, self._printed(_with_pictures(page.decode(), article, media)))

    def _printed(self, page: str) -> bytes:
        fetch = self._weasyprint.urls.URLFetcher(allowed_protocols=["data"])
        document = self._weasyprint.HTML(string=page, url_fetcher=fetch)
        style = find_template("pdf/style.css", self._templates)
        sheets = []
        if style is not None:
            text = style.read_text(encoding="utf-8")
            sheets = [self._weasyprint.CSS(string=text, url_fetcher=fetch)]
        made: bytes = document.write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1")
        return made


def _weasyprint() -> Any:
    try:
        found = import_module("weasyprint")
        _ = found.urls.URLFetcher  # by which fetching is restricted; older versions have none
    except (ImportError, OSError, AttributeError) as error:
        raise MissingPart(
            f"a PDF needs WeasyPrint, which cannot be used here ({error})",
            hint="Install it: pip install 'newsroom-workflow[pdf]'. It needs Pango: "
            "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html",
        ) from None
    return found


def _is_picture(name: str) -> bool:
    return media_type(name).startswith("image/")


def _address(name: str) -> str | None:
    """Return the address of a picture; paper plays no sound, and a file beside it is not there."""
    return media_url(name) if _is_picture(name) else None


def _with_pictures(page: str, article: PublishedArticle, media: Path) -> str:
    """Return a page that holds its pictures, so that nothing at all has to be fetched."""
    for name in filter(_is_picture, article.media):
        data = b64encode(media_content(media, name)).decode()
        page = page.replace(f'="{media_url(name)}"', f'="data:{media_type(name)};base64,{data}"')
    return page
