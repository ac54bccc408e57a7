"""The front page of a language: the newest articles, and the ways into all others."""

from collections.abc import Iterator, Mapping, Sequence

from workflow.publish.addresses import ARCHIVE, PAGE, PEOPLE, PODCAST, TOPICS, folder_of
from workflow.publish.site.desk import Desk, Page, Shelf, newest
from workflow.publish.site.index import PEOPLE as PERSONS
from workflow.publish.site.index import TOPICS as SUBJECTS
from workflow.publish.site.index import Entry
from workflow.publish.site.topics import topic_links

COUNT = 13
"""How many articles a front page shows."""
_TOPICS = 12


def pages(desk: Desk, shelf: Shelf) -> Iterator[Page]:
    """Yield the front page."""
    language = shelf.language
    rows = newest(shelf.rows, COUNT)
    topics = desk.index.entries(SUBJECTS, language)
    frequent = sorted(topics, key=lambda entry: (-len(entry.rows), entry.key))[:_TOPICS]
    people = bool(desk.index.entries(PERSONS, language))
    path = f"{folder_of(language)}/{PAGE}"

    def values() -> Mapping[str, object]:
        return {
            "cards": desk.teasers(language, rows, path),
            "more": f"{ARCHIVE}/{PAGE}" if len(shelf.rows) > len(rows) else None,
            "topics": topic_links(frequent, f"{TOPICS}/"),
            "topics_href": f"{TOPICS}/{PAGE}" if topics else None,
            "people": f"{PEOPLE}/{PAGE}" if people else None,
            "podcast": PODCAST if shelf.audible and desk.has_feeds() else None,
        }

    made_from = (rows, len(shelf.rows) > len(rows), _counts(frequent), people, bool(shelf.audible))
    yield desk.page("front", path, language, made_from, values, twins=twins(desk))


def twins(desk: Desk) -> dict[str, str]:
    """Return the front pages of all languages, and the front door for readers of any other."""
    fronts = {tag: f"{folder_of(tag)}/{PAGE}" for tag in desk.languages}
    return {**fronts, "x-default": PAGE} if fronts else {}


def _counts(entries: Sequence[Entry]) -> list[tuple[str, str, int]]:
    return [(entry.key, entry.name, len(entry.rows)) for entry in entries]
