"""What the articles are about: a page for every topic, and one that lists them all."""

from collections.abc import Iterable, Iterator, Mapping

from workflow.publish.addresses import PAGE, TOPICS, folder_of
from workflow.publish.site.desk import Desk, Page, Shelf
from workflow.publish.site.index import TOPICS as SUBJECTS
from workflow.publish.site.index import Entry
from workflow.publish.site.model import TopicLink
from workflow.publish.site.sheets import list_pages


def pages(desk: Desk, shelf: Shelf) -> Iterator[Page]:
    """Yield the pages of all topics; nothing where no article has one."""
    language = shelf.language
    entries = desk.index.entries(SUBJECTS, language)
    if not entries:
        return
    folder = folder_of(language, TOPICS)
    links = topic_links(sorted(entries, key=lambda entry: (-len(entry.rows), entry.key)), "")

    def values() -> Mapping[str, object]:
        return {"topics": links}

    yield desk.page("topics", f"{folder}/{PAGE}", language, links, values)
    for entry in entries:
        named = {"topic": TopicLink(name=entry.name, href=None)}
        yield from list_pages(desk, "topic", f"{folder}/{entry.key}", language, entry.rows, named)


def topic_links(entries: Iterable[Entry], way: str) -> list[TopicLink]:
    """Return links to topics; `way` leads from the page to the folder of all topics."""
    return [
        TopicLink(name=entry.name, href=f"{way}{entry.key}/{PAGE}", count=len(entry.rows))
        for entry in entries
    ]
