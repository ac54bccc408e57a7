"""What is published in a workspace: read from the journals, so that `public/` can be made anew."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from workflow.document.edition import translated_edition
from workflow.document.source import Place, Source
from workflow.publish.amendments import outings
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.composing import compose
from workflow.publish.occasion import Occasion
from workflow.review.credits import credits
from workflow.workspace.events import Approved, Event, Published, Renamed, Unpublished
from workflow.workspace.fold import in_force
from workflow.workspace.kept_source import kept_source
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
    target: Target,
    state: State,
    texts: Mapping[str, str],
    occasion: Occasion,
    source: Source | None = None,
) -> PublishedArticle:
    """Return the article of a target with the `texts` of its units and the credits of `state`.

    `source` is the source text that the units are of, where it is not the present one.
    """
    source = source or target.article.source
    edition = translated_edition(source, texts, target.tag)
    authors = (*source.authors, *edition.authors)
    found = credits(state, target.article.workspace.settings, source.translators, authors)
    occasion = replace(occasion, subtitles=target.article.workspace.settings.subtitles)
    return compose(target.article.slug, edition, found, occasion)


def times_out(events: Iterable[Event]) -> tuple[str, str] | None:
    """Return when a target first and last went out (ISO 8601), None where it is not published."""
    times = outings(events)
    return (times[0].at, times[-1].at) if times else None


def days_out(events: Iterable[Event]) -> tuple[date, date] | None:
    """Return the days on which a target first and last went out, None where it is not published."""
    times = times_out(events)
    return (_day(times[0]), _day(times[1])) if times else None


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).date()


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


def slugs_out(target: Target) -> list[str]:
    """Return the slugs under which a target ever went out, the first one first."""
    renamed = [event.payload for event in target.events if isinstance(event.payload, Renamed)]
    slug = renamed[0].old if renamed else target.article.slug
    found: dict[str, None] = {}
    for event in target.events:
        match event.payload:
            case Renamed(new=new):
                slug = new
            case Published():
                found[slug] = None
    return list(found)


def is_withdrawn(target: Target) -> bool:
    """Tell whether a target was taken down, and not approved again since."""
    kinds = Approved | Published | Unpublished
    last = [event for event in in_force(target.events) if isinstance(event.payload, kinds)][-1:]
    return bool(last) and isinstance(last[0].payload, Unpublished)


def withdrawn_on(target: Target) -> str | None:
    """Return the day on which a target's page was taken down (ISO 8601), None where none was."""
    standing = [
        event
        for event in in_force(target.events)
        if isinstance(event.payload, Published | Unpublished)
    ]
    pages = [event for event in standing if WEB in getattr(event.payload, "formats", ())]
    if not pages or not isinstance(standing[-1].payload, Unpublished):
        return None
    return standing[-1].at[:10]


@dataclass(frozen=True)
class Outgoing:
    """What is out of a target: the source text that it was made from, and the target as it was.

    `source_changed` says that the original has been changed since.
    """

    source: Source
    state: State
    source_changed: bool

    @property
    def texts(self) -> dict[str, str]:
        """The text of every unit."""
        return {key: unit.text for key, unit in self.state.units.items()}


def outgoing(target: Target) -> Outgoing | None:
    """Return what is out of a published target.

    None where that cannot be told to the letter: the source has changed, and no copy was kept.
    """
    if is_current(target):
        return Outgoing(target.article.source, target.state, source_changed=False)
    published = target.revision("published")
    if published.source_hash == target.state.source_hash:
        return Outgoing(target.article.source, published, source_changed=False)
    kept = kept_source(target)
    return Outgoing(kept, published, source_changed=True) if kept else None
