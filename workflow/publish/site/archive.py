"""All articles of a language: what search engines follow, and what works without a script."""

from collections.abc import Iterator

from workflow.publish.addresses import ARCHIVE, PAGE, folder_of
from workflow.publish.site.batch import Batch
from workflow.publish.site.desk import Desk
from workflow.publish.site.listing import Listing
from workflow.publish.site.scope import Scope


def batches(desk: Desk, language: str, scope: Scope) -> Iterator[Batch]:
    """Yield the pages of the archive."""
    yield from Listing(
        name=language,
        language=language,
        folder=folder_of(language, ARCHIVE),
        template="archive",
        twins={tag: f"{folder_of(tag, ARCHIVE)}/{PAGE}" for tag in desk.languages},
    ).batches(desk, scope)
