"""The front page of a language: the newest articles, and the ways into all others."""

from collections.abc import Iterator, Mapping

from workflow.publish.addresses import ARCHIVE, PAGE, PEOPLE, PODCAST, TOPICS, folder_of
from workflow.publish.site.batch import Page
from workflow.publish.site.desk import Desk
from workflow.publish.site.lists import AUDIBLE
from workflow.publish.site.topics import by_frequency, topic_links

COUNT = 13
"""How many articles a front page shows."""
_TOPICS = 12


def pages(desk: Desk, language: str) -> Iterator[Page]:
    """Yield the front page; that of a preview leads to nothing that a preview has not."""
    lists, path = desk.index.lists, f"{folder_of(language)}/{PAGE}"
    newest = lists.newest(language, COUNT + 1)
    rows, more = newest[:COUNT], len(newest) > COUNT
    topics = [] if desk.draft else lists.entries(folder_of(language, TOPICS))
    links = topic_links(by_frequency(topics)[:_TOPICS], f"{TOPICS}/")
    people = not desk.draft and bool(lists.entries(folder_of(language, PEOPLE)))
    audible = lists.entry(f"{language}/{AUDIBLE}") is not None

    def values() -> Mapping[str, object]:
        return {
            "cards": desk.teasers(language, rows, path),
            "more": f"{ARCHIVE}/{PAGE}" if more else None,
            "topics": links,
            "topics_href": f"{TOPICS}/{PAGE}" if topics else None,
            "people": f"{PEOPLE}/{PAGE}" if people else None,
            "podcast": PODCAST if audible and desk.has_feeds() else None,
        }

    made_from = (rows, more, links, people, audible)
    yield desk.page("front", path, language, made_from, values, twins=twins(desk))


def twins(desk: Desk) -> dict[str, str]:
    """Return the front pages of all languages, and the front door for readers of any other."""
    fronts = {tag: f"{folder_of(tag)}/{PAGE}" for tag in desk.languages}
    return {**fronts, "x-default": PAGE} if fronts else {}
