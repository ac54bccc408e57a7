"""What is published in a workspace: read from the journals, so that `public/` can be made anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from workflow.document.edition import translated_edition
from workflow.document.source import Place
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.composing import Occasion, compose
from workflow.publish.web.index import Card, card_of
from workflow.review.credits import credits
from workflow.workspace.article import Article
from workflow.workspace.events import Event, Published, Unpublished
from workflow.workspace.fold import in_force
from workflow.workspace.settings import Settings
from workflow.workspace.state import State
from workflow.workspace.target import Target

WEB = "web"
"""The output that makes pages; the others make files that stand beside them."""


def site_of(settings: Settings) -> Site:
    """Return the site that a workspace publishes."""
    licence, url = settings.publish.licence, settings.publish.licence_url
    return Site(
        name=settings.workspace.name,
        url=settings.workspace.url,
        licence=Place(name=licence, url=url) if licence else None,
    )


def composed(
    target: Target, state: State, texts: Mapping[str, str], occasion: Occasion
) -> PublishedArticle:
    """Return the article of a target with the `texts` of its units and the credits of `state`."""
    source = target.article.source
    edition = translated_edition(source, texts, target.tag)
    authors = (*source.authors, *edition.authors)
    found = credits(state, target.article.workspace.settings, source.translators, authors)
    return compose(target.article.slug, edition, found, occasion)


def days_out(events: Iterable[Event], now: datetime | None = None) -> tuple[date, date] | None:
    """Return the days on which a target first and last went out, None where it is not published.

    The same text in one more format is nothing new; `now` counts as another time that it goes out.
    """
    days: list[date] = []
    out: tuple[str, str] | None = None
    for event in in_force(events):
        match event.payload:
            case Published(text=text, source=source) if (text, source) != out:
                days.append(datetime.fromisoformat(event.at).date())
                out = (text, source)
            case Unpublished():
                days.clear()
                out = None
    if now:
        days.append(now.date())
    return (days[0], days[-1]) if days else None


def last_formats(target: Target) -> tuple[str, ...]:
    """Return the formats in which a published target went out last."""
    payloads = [event.payload for event in in_force(target.events)]
    last = [payload for payload in payloads if isinstance(payload, Published)][-1:]
    return last[0].formats if last and target.state.published else ()


def is_current(target: Target) -> bool:
    """Tell whether what was published is what stands in the target now."""
    seal, state = target.state.published, target.state
    return seal is not None and (seal.text, seal.source) == (state.text_hash, state.source_hash)


def has_page(target: Target) -> bool:
    """Tell whether a target stands on the web; it may be out as a document alone."""
    return WEB in last_formats(target)


def languages_on_the_web(article: Article) -> set[str]:
    """Return the targets of an article that have a page."""
    return {tag for tag in article.targets if has_page(article.target(tag))}


def card(target: Target) -> Card | None:
    """Return what the index says of a target, None where it has no page."""
    if not has_page(target):
        return None
    state = target.state if is_current(target) else target.revision("published")
    occasion = Occasion(site=site_of(target.article.workspace.settings))
    return card_of(composed(target, state, _texts_by_place(target.article, state), occasion))


def _texts_by_place(article: Article, published: State) -> dict[str, str]:
    """Return published texts by the ids that the units have now.

    A unit whose source text was changed since has another id: it is found by its place among the
    units of its kind, since what nobody approved must not be shown instead.
    """
    before: dict[str, list[str]] = defaultdict(list)
    for key, old in published.units.items():
        before[_kind(key)].append(old.text)
    now: dict[str, list[str]] = defaultdict(list)
    for unit in article.units:
        now[unit.kind].append(unit.id)
    by_place = {
        key: text
        for kind, keys in now.items()
        for key, text in zip(keys, before[kind], strict=False)
    }
    same = {key: old.text for key, old in published.units.items() if key in article.texts}
    return by_place | same


def _kind(unit: str) -> str:
    return unit.rpartition("-")[0]
