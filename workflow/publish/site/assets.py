"""What all pages share: the style sheet, the icon, and the script of the search."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from workflow.errors import InputError
from workflow.publish.site.batch import Page
from workflow.publish.site.desk import Desk
from workflow.publish.site.podcast import cover_path
from workflow.workspace.templates import find_template

_ASSETS = {
    "style.css": ("style.css", "house.css"),
    "icon.svg": ("icon.svg",),
    "search.js": ("search.js",),
}
"""The templates that each file is put together from; `house.css` is a newsroom's own."""


def pages(desk: Desk, templates: Path | None) -> Iterator[Page]:
    """Yield the files of `assets/`. Raises InputError where the podcast's picture is not there."""
    for name, sources in _ASSETS.items():
        found = [find_template(f"web/{source}", templates) for source in sources]
        there = [path for path in found if path is not None]
        yield desk.file(f"assets/{name}", None, partial(_together, there))
    if cover := desk.podcast.cover:
        yield desk.file(cover_path(cover), None, partial(_picture, cover, templates))


def _picture(name: str, templates: Path | None) -> bytes:
    from workflow.publish.metadata import without_metadata

    path = find_template(f"web/{name}", templates)
    if path is None:
        raise InputError(
            f"templates/web/{name}, the picture of the podcast, is not there",
            hint="Put it there, or take `cover` out of [publish.podcast].",
        )
    return without_metadata(path.read_bytes(), name)


def _together(paths: Sequence[Path]) -> bytes:
    return b"".join(path.read_bytes() for path in paths)
