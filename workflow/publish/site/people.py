"""Who wrote and who translated: a page for everybody who is named, and one that lists them all."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workflow.language.collation import sort_key
from workflow.publish.addresses import PAGE, folder_of
from workflow.publish.addresses import PEOPLE as FOLDER
from workflow.publish.site.desk import Desk, Page, Shelf
from workflow.publish.site.index import PEOPLE, Entry
from workflow.publish.site.model import PersonLink
from workflow.publish.site.sheets import list_pages


def pages(desk: Desk, shelf: Shelf) -> Iterator[Page]:
    """Yield the pages of all authors and translators; nothing where nobody is named."""
    language = shelf.language
    entries = desk.index.entries(PEOPLE, language)
    if not entries:
        return
    folder = folder_of(language, FOLDER)
    ordered = sorted(entries, key=lambda entry: sort_key(entry.name, language))
    links = [
        replace(_person(desk, entry), href=f"{entry.key}/{PAGE}", count=len(entry.rows))
        for entry in ordered
    ]

    def values() -> Mapping[str, object]:
        return {"people": links}

    yield desk.page("people", f"{folder}/{PAGE}", language, links, values)
    for entry in entries:
        named = {"person": _person(desk, entry)}
        yield from list_pages(desk, "person", f"{folder}/{entry.key}", language, entry.rows, named)


def _person(desk: Desk, entry: Entry) -> PersonLink:
    link = desk.links.get(entry.name)
    return PersonLink(name=entry.name, roles=entry.roles, href=None, link=link)
