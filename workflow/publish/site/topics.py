"""What the articles are about: a page for every topic, and one that lists them all."""

from collections.abc import Iterable, Iterator, Mapping

from workflow.publish.addresses import PAGE, TOPICS, folder_of
from workflow.publish.site.batch import Batch, Page
from workflow.publish.site.desk import Desk
from workflow.publish.site.listing import Listing
from workflow.publish.site.lists import Entry
from workflow.publish.site.model import TopicLink
from workflow.publish.site.page_keys import Span
from workflow.publish.site.scope import Scope


def pages(desk: Desk, language: str) -> Iterator[Page]:
    """Yield the page that lists all topics; nothing where no article has one."""
    folder = folder_of(language, TOPICS)
    entries = desk.index.lists.entries(folder)
    if not entries:
        return
    links = topic_links(by_frequency(entries), "")

    def values() -> Mapping[str, object]:
        return {"topics": links}

    yield desk.page("topics", f"{folder}/{PAGE}", language, links, values)


def batches(desk: Desk, language: str, scope: Scope) -> Iterator[Batch]:
    """Yield the pages of every topic."""
    for name in scope.lists(folder_of(language, TOPICS)):
        entry = desk.index.lists.entry(name)
        if entry is None:
            yield Batch(Span(name))
            continue
        values = {"topic": TopicLink(name=entry.name, href=None)}
        listing = Listing(
            name=name, language=language, folder=name, template="topic", values=values
        )
        yield from listing.batches(desk, scope)


def by_frequency(entries: Iterable[Entry]) -> list[Entry]:
    """Return topics with the most frequent ones first."""
    return sorted(entries, key=lambda entry: (-entry.count, entry.key))


def topic_links(entries: Iterable[Entry], way: str) -> list[TopicLink]:
    """Return links to topics; `way` leads from the page to the folder of all topics."""
    return [
        TopicLink(name=entry.name, href=f"{way}{entry.key}/{PAGE}", count=entry.count)
        for entry in entries
    ]
