"""All that a workspace has published, and what earlier publications may have left in `public/`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.publish.addresses import PAGE, folder_of
from workflow.publish.standing import card, last_formats
from workflow.publish.web.index import Card
from workflow.workspace.article import SOURCE, Article
from workflow.workspace.events import Renamed
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

_ARCHIVE = "_archive"

Place = tuple[str, str]
"""A language and a slug: what names the folder of a published article."""


@dataclass(frozen=True, kw_only=True)
class Survey:
    """What is published: `cards` for the index of each language that has a page.

    `stale` are folders and pages, relative to `public/`, that no published article has any longer:
    it was renamed or archived, or its publication was undone. Nothing else in `public/` is named.
    `renamed` are published targets that may stand in the folder of an earlier slug.
    """

    cards: Mapping[str, Sequence[Card]]
    stale: tuple[str, ...]
    renamed: tuple[Target, ...]


def survey(workspace: Workspace) -> Survey:
    """Return what stands published, as the journals of all articles tell it."""
    cards: dict[str, list[Card]] = defaultdict(list)
    languages = set(workspace.settings.workspace.targets)
    known: set[Place] = set()
    out: set[Place] = set()
    renamed: list[Target] = []
    for target in _targets(workspace.articles()):
        tag, slug, former = target.tag, target.article.slug, _former_slugs(target)
        languages.add(tag)
        known.update((tag, name) for name in (slug, *former))
        if last_formats(target):
            out.add((tag, slug))
            renamed.extend([target] if former else [])
        if found := card(target):
            cards[tag].append(found)
    for target in _targets(_archived(workspace)):
        known.update((target.tag, name) for name in (target.article.slug, *_former_slugs(target)))
    folders = [folder_of(tag, slug) for tag, slug in sorted(known - out)]
    indexes = [f"{folder_of(tag)}/{PAGE}" for tag in sorted(languages - set(cards))]
    return Survey(cards=dict(cards), stale=(*folders, *indexes), renamed=tuple(renamed))


def _targets(articles: Iterable[Article]) -> Iterator[Target]:
    return (article.target(tag) for article in articles for tag in article.targets)


def _archived(workspace: Workspace) -> Iterator[Article]:
    for path in sorted((workspace.translations / _ARCHIVE).glob(f"*/{SOURCE}")):
        yield Article(workspace, path.parent.name, path.parent)


def _former_slugs(target: Target) -> set[str]:
    payloads = (event.payload for event in target.events)
    return {payload.old for payload in payloads if isinstance(payload, Renamed)}
