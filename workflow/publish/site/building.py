"""Bringing the whole site in line with the journals, with as little work as that takes."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from workflow.publish.addresses import PAGE
from workflow.publish.destination import clear, remove
from workflow.publish.guard import Guard
from workflow.publish.outlet import Outlet
from workflow.publish.site import sitemap
from workflow.publish.site.batch import Batch
from workflow.publish.site.crew import are_many, each_of
from workflow.publish.site.desk import Desk
from workflow.publish.site.index import SiteIndex
from workflow.publish.site.page_keys import Span
from workflow.publish.site.parts import Made, batches_of, desk_for, jobs, make
from workflow.publish.site.scope import Scope
from workflow.publish.site.stamps import stamp, surroundings
from workflow.publish.site.sweeping import left_behind
from workflow.publish.site.upkeep import stored_record
from workflow.publish.site.work import Order, Outcome, enter, working
from workflow.workspace.article import SOURCE, Article
from workflow.workspace.files import is_there
from workflow.workspace.workspace import Workspace

FILE = "site.sqlite"
_ARCHIVE = "_archive"
_MADE_FROM, _LANGUAGES = "made from", "languages"


class Building:
    """A site and its index, while they are brought up to date."""

    def __init__(self, workspace: Workspace, guard: Guard, outlet: Outlet) -> None:
        self._outlet, self._saved = outlet, False
        self._workspace, self.index = workspace, SiteIndex(workspace.cache / FILE)
        self._key, self._guard = surroundings(workspace, guard.fingerprint), guard
        self._scope = Scope(self.index)

    @property
    def is_known(self) -> bool:
        """Whether the index holds all articles, made with the present settings and templates."""
        return self.index.fact(_MADE_FROM) == self._key

    def articles(
        self, now: datetime, order: Order | None, *, anew: bool, but: Collection[str] = ()
    ) -> Iterator[Outcome]:
        """Bring the files of all articles up to date, but for those that are already.

        Yields what became of those that needed it; with `anew`, that is all of them.
        """
        slugs = self._workspace.slugs()
        if not self.is_known:
            self._doubt()
        self._retire_others(slugs)
        stale = slugs if anew or not self.is_known else list(self._stale(slugs, now))
        stale = [slug for slug in stale if slug not in but]
        hire = partial(working, self._workspace, self._outlet, now, order)
        for outcome in each_of(hire, stale, many=are_many(len(stale))):
            self.keep(outcome)
            yield replace(outcome, record=None)
        self._keep_archived()

    def _doubt(self) -> None:
        """Rely on no page before all are made, even if this run is cut short."""
        self.index.keep_fact(_MADE_FROM, "")
        if not self._outlet.waits:
            self.index.save()

    def keep(self, outcome: Outcome) -> None:
        """Put what became of an article into the index."""
        if outcome.record:
            self.index.keep(outcome.record)
        elif not outcome.made:
            self.index.distrust(outcome.slug)

    def retire_moved(self) -> None:
        """Let go of articles that are not there any longer: a quick look, for a small change."""
        folder = self._workspace.translations
        self._retire_others(os.listdir(folder) if folder.is_dir() else ())  # noqa: PTH208

    def _stale(self, slugs: Iterable[str], now: datetime) -> Iterator[str]:
        known, missing = self.index.stamps(), self._missing()
        folder = str(self._workspace.translations)
        for slug in slugs:
            seen, until = known.get(slug, ("", ""))
            ended = until and datetime.fromisoformat(until) <= now
            if ended or slug in missing or seen != stamp(f"{folder}/{slug}"):
                yield slug

    def _missing(self) -> set[str]:
        """Return the articles of which somebody has removed a page or a folder from `public/`."""
        public, paged = str(self._workspace.public), set(self.index.paged())
        places = [*(f"{page}/{PAGE}" for page in paged), *(set(self.index.folders()) - paged)]
        return {place.split("/")[1] for place in places if not is_there(f"{public}/{place}")}

    def _retire_others(self, slugs: Collection[str]) -> None:
        for slug in self.index.slugs() - set(slugs):
            if not slug.startswith(_ARCHIVE):
                self.index.retire(slug)

    def _keep_archived(self) -> None:
        known = self.index.stamps()
        for path in sorted((self._workspace.translations / _ARCHIVE).glob(f"*/{SOURCE}")):
            article = Article(self._workspace, path.parent.name, path.parent)
            record = stored_record(article, stamp(path.parent))
            if known.get(record.slug, ("", ""))[0] != record.stamp:
                self.index.keep(record)

    def pages(self, *, thorough: bool) -> list[Made]:
        """Write the pages beside the articles; return what was made.

        Where nothing was touched since last time, pages are passed over; a `thorough` look sees
        whether they are still there, and makes all of them again where one is not.
        """
        index = self.index
        if not self._outlet.waits:
            index.save()  # what was touched is remembered, should a template be broken
        index.lists.settle()
        desk = desk_for(self._workspace, index, self._key)
        known = self.is_known and index.fact(_LANGUAGES) == desk.all_languages
        everything = not known or (thorough and self._has_lost_pages())
        self._scope = Scope(index, None if everything else index.lists.touched())
        made = list(self._made(desk, many=everything and are_many(index.count())))
        done = {each.span.part for each in made}
        for each in made:
            index.page_keys.keep(each.span, each.pages)
        if everything:
            made += [self._emptied(part) for part in index.page_keys.parts() if part not in done]
        made += self._make(sitemap.contents(desk), desk)
        index.keep_fact(_LANGUAGES, desk.all_languages)
        return made

    def _has_lost_pages(self) -> bool:
        public = str(self._workspace.public)
        return not all(is_there(f"{public}/{path}") for path in self.index.page_keys.paths())

    def _made(self, desk: Desk, *, many: bool) -> Iterator[Made]:
        asked = jobs(desk, self._scope)
        if many:
            self.index.save()
            self._saved = True
            hire = partial(_making, self._workspace, self._outlet, self._key)
            for made in each_of(hire, asked, many=True, chunk=1):
                yield from made
            return
        for job in asked:
            batches = batches_of(job, desk, self._scope, self._workspace.templates)
            yield from self._make(batches, desk)

    def _make(self, batches: Iterable[Batch], desk: Desk) -> Iterator[Made]:
        return (make(batch, desk, self._guard, self._outlet) for batch in batches)

    def _emptied(self, part: str) -> Made:
        """Return a part of the site that is no longer there."""
        span = Span(part)
        gone = tuple(self.index.page_keys.of(span))
        self.index.page_keys.keep(span, ())
        return Made(span=span, gone=gone)

    def land(self, outcomes: Iterable[Outcome]) -> None:
        """Record what was foreseen of articles, and let their files and all others out."""
        for outcome in outcomes:
            if outcome.foreseen:
                stamped = enter(self._workspace, outcome)
                self.index.restamp(outcome.slug, "" if outcome.refused else stamped)
        self._outlet.land()

    def give_up(self) -> None:
        """Let go of the index, after an error."""
        self.index.discard()
        self.index.close()

    def abandon(self) -> None:
        """Leave everything as it was. Of a run that others had to see, nothing is relied on."""
        self._outlet.clear()
        self.index.discard()
        if self._saved:
            self.index.keep_fact(_MADE_FROM, "")
        self.index.close()

    def clear_folders(self) -> list[Path]:
        """Empty the folders in which no article stands any longer; return the files that went."""
        public, touched = self._workspace.public, self._scope.addresses()
        gone: list[Path] = []
        for place in self.index.stale_folders() if touched is None else touched:
            if not self.index.stands(place):
                stub = {public / place / PAGE} if self.index.stub(place) else set()
                gone += clear(public, place, stub)
        return gone

    def clear_pages(self, made: Iterable[Made]) -> list[Path]:
        """Remove the pages that are gone, and what no index remembers; return the files."""
        public, index = self._workspace.public, self.index
        made = list(made)
        gone = {path for each in made for path in each.gone}
        gone -= {path for each in made for path, _, _ in each.pages}
        if not self.is_known:
            tags = {*index.folder_languages(), *self._workspace.settings.workspace.targets}
            gone.update(left_behind(public, sorted(tags), index.page_keys.paths()))
        stale = (path for path in sorted(gone) if not index.stands(path.rpartition("/")[0]))
        return [path for name in stale for path in remove(public, name)]

    def done(self) -> None:
        """Close the index, which holds all articles from now on."""
        self.index.lists.untouch()
        self.index.keep_fact(_MADE_FROM, self._key)
        self.index.close()


def _making(workspace: Workspace, outlet: Outlet, key: str) -> Callable[[str], list[Made]]:
    """Return what does a job of a thorough run, by its name."""
    index, guard = SiteIndex(workspace.cache / FILE), Guard(workspace)
    desk = desk_for(workspace, index, key)

    def made(job: str) -> list[Made]:
        batches = batches_of(job, desk, Scope(index), workspace.templates)
        return [make(batch, desk, guard, outlet) for batch in batches]

    return made
