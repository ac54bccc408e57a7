"""What all pages share: the style sheet, the icon, and the script of the search."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from workflow.publish.site.batch import Page
from workflow.publish.site.desk import Desk
from workflow.workspace.templates import find_template

_ASSETS = {
    "style.css": ("style.css", "house.css"),
    "icon.svg": ("icon.svg",),
    "search.js": ("search.js",),
}
"""The templates that each file is put together from; `house.css` is a newsroom's own."""


def pages(desk: Desk, templates: Path | None) -> Iterator[Page]:
    """Yield the files of `assets/`."""
    for name, sources in _ASSETS.items():
        found = [find_template(f"web/{source}", templates) for source in sources]
        there = [path for path in found if path is not None]
        yield desk.file(f"assets/{name}", None, partial(_together, there))


def _together(paths: Sequence[Path]) -> bytes:
    return b"".join(path.read_bytes() for path in paths)
