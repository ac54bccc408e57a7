"""All articles of a language: what search engines follow, and what works without a script."""

from collections.abc import Iterator

from workflow.publish.addresses import ARCHIVE, PAGE, folder_of
from workflow.publish.site.desk import Desk, Page, Shelf
from workflow.publish.site.sheets import list_pages


def pages(desk: Desk, shelf: Shelf) -> Iterator[Page]:
    """Yield the pages of the archive."""
    twins = {tag: f"{folder_of(tag, ARCHIVE)}/{PAGE}" for tag in desk.languages}
    folder = folder_of(shelf.language, ARCHIVE)
    yield from list_pages(desk, "archive", folder, shelf.language, shelf.rows, {}, twins)
