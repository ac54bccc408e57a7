"""What all pages share: the style sheet, and the script of the search."""

from collections.abc import Iterator
from pathlib import Path

from workflow.publish.site.desk import Desk, Page
from workflow.workspace.templates import find_template

_ASSETS = ("style.css", "search.js")


def pages(desk: Desk, templates: Path | None) -> Iterator[Page]:
    """Yield the files of `assets/`."""
    for name in _ASSETS:
        found = find_template(f"web/{name}", templates)
        if found is not None:
            yield desk.file(f"assets/{name}", None, found.read_bytes)
