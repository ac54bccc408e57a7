"""Templates with what every page needs: filters for the article's parts, and labels."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from workflow.document.source import ArticleKind
from workflow.language.direction import direction
from workflow.publish.addresses import way_up
from workflow.publish.article import Site
from workflow.publish.blocks import Block
from workflow.publish.labels.catalogue import Labels
from workflow.publish.labels.catalogue import labels as labels_in
from workflow.publish.labels.label import Label
from workflow.publish.web.html import HtmlWriter, line_html
from workflow.workspace.templates import find_template, render, template_environment

if TYPE_CHECKING:
    from jinja2.runtime import Context


class Renderer:
    """Renders pages with a workspace's templates, or those that ship.

    `write` turns the article's parts into HTML, and knows the addresses of its media.
    """

    def __init__(self, templates: Path | None, write: HtmlWriter | None = None) -> None:
        self._templates = templates
        self._environment = template_environment(templates)
        self._environment.filters.update(_filters(write or HtmlWriter()))
        self.template = cache(self._template)

    def _template(self, folder: str, kind: ArticleKind) -> str:
        """Return the template for articles of a kind: `web/interview.html`, if there is one."""
        own = f"{folder}/{kind}.html"
        return (
            own if find_template(own, self._templates) else f"{folder}/{ArticleKind.ARTICLE}.html"
        )

    def page(
        self,
        template: str,
        path: str,
        site: Site,
        labels: Labels,
        values: Mapping[str, object],
        *,
        draft: bool = False,
    ) -> bytes:
        """Return the page that stands at `path` below `public/`.

        A template sees `values`, `site`, `language`, `direction`, `root` (the way to the top of the
        site), `draft`, and the functions `label` and `label_text`, which take a label in English.
        Raises InputError, with file and line, for a broken template.
        """

        def label(text: str, **inserts: str) -> Markup:
            if inserts:
                return line_html(labels.line(Label(text), **inserts))
            return _plain_label(text, labels.language)

        def label_text(text: str, **inserts: str) -> str:
            return labels.text(Label(text), **inserts)

        surroundings = {
            "site": site,
            "language": labels.language,
            "direction": direction(labels.language),
            "root": way_up(path),
            "draft": draft,
            "label": label,
            "label_text": label_text,
        }
        return render(self._environment, template, {**surroundings, **values}).encode()


def _filters(write: HtmlWriter) -> Mapping[str, Callable[..., Markup | str | None]]:
    """Return the filters; those of blocks and sizes look for `sizes` among a template's values."""
    from jinja2 import pass_context

    def sized(context: "Context") -> HtmlWriter:
        sizes = context.get("sizes")
        return replace(write, sizes=sizes) if sizes else write

    @pass_context
    def blocks(context: "Context", found: Iterable[Block]) -> Markup:
        return sized(context).blocks(found)

    @pass_context
    def conversation(context: "Context", found: Iterable[Block]) -> Markup:
        return replace(sized(context), conversation=True).blocks(found)

    @pass_context
    def size(context: "Context", path: str) -> Markup:
        return sized(context).size(path)

    return {
        "line": line_html,
        "inline": write.inlines,
        "blocks": blocks,
        "conversation": conversation,
        "media_url": write.address,
        "size": size,
    }


@cache
def _plain_label(text: str, language: str) -> Markup:
    return line_html(labels_in(language).line(Label(text)))
