"""Templates with what every page needs: filters for the article's parts, and labels."""

from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from workflow.language.direction import direction
from workflow.publish.article import Site
from workflow.publish.labels.catalogue import Labels
from workflow.publish.labels.label import Label
from workflow.publish.web.addresses import way_up
from workflow.publish.web.html import blocks_html, inlines_html, line_html, media_url
from workflow.workspace.templates import render, template_environment


class Renderer:
    """Renders pages with a workspace's templates, or those that ship."""

    def __init__(self, templates: Path | None) -> None:
        self._environment = template_environment(templates)
        self._environment.filters.update(
            line=line_html, inline=inlines_html, blocks=blocks_html, media_url=media_url
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
            return line_html(labels.line(Label(text), **inserts))

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
