"""Who wrote and who translated: a page for everybody who is named, and one that lists them all."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workflow.language.collation import sort_key
from workflow.publish.addresses import PAGE, PEOPLE, folder_of
from workflow.publish.site.batch import Batch, Page
from workflow.publish.site.desk import Desk
from workflow.publish.site.listing import Listing
from workflow.publish.site.lists import Entry
from workflow.publish.site.model import PersonLink
from workflow.publish.site.page_keys import Span
from workflow.publish.site.scope import Scope


def pages(desk: Desk, language: str) -> Iterator[Page]:
    """Yield the page that lists all authors and translators; nothing where nobody is named."""
    folder = folder_of(language, PEOPLE)
    entries = desk.index.lists.entries(folder)
    if not entries:
        return
    links = [
        replace(_person(desk, entry), href=f"{entry.key}/{PAGE}", count=entry.count)
        for entry in entries
    ]

    def values() -> Mapping[str, object]:
        return {"people": sorted(links, key=lambda link: sort_key(link.name, language))}

    yield desk.page("people", f"{folder}/{PAGE}", language, links, values)


def batches(desk: Desk, language: str, scope: Scope) -> Iterator[Batch]:
    """Yield the pages of every author and translator."""
    for name in scope.lists(folder_of(language, PEOPLE)):
        entry = desk.index.lists.entry(name)
        if entry is None:
            yield Batch(Span(name))
            continue
        values = {"person": _person(desk, entry)}
        listing = Listing(
            name=name, language=language, folder=name, template="person", values=values
        )
        yield from listing.batches(desk, scope)


def _person(desk: Desk, entry: Entry) -> PersonLink:
    link = desk.links.get(entry.name)
    return PersonLink(name=entry.name, roles=entry.roles, href=None, link=link)
