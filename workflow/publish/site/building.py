"""Bringing the whole site in line with the journals, with as little work as that takes."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from workflow.publish.addresses import PAGE, folder_of
from workflow.publish.destination import clear, remove
from workflow.publish.guard import Guard
from workflow.publish.site.crew import are_many, each_of
from workflow.publish.site.index import SiteIndex
from workflow.publish.site.parts import PartMade, desk_for, digest_of, make_part, parts
from workflow.publish.site.stamps import stamp, surroundings
from workflow.publish.site.sweeping import left_behind
from workflow.publish.site.upkeep import stored_record
from workflow.publish.site.work import Order, Outcome, working
from workflow.workspace.article import SOURCE, Article
from workflow.workspace.workspace import Workspace

FILE = "site.sqlite"
_ARCHIVE = "_archive"
_MADE_FROM = "made from"


class Building:
    """A site and its index, while they are brought up to date."""

    def __init__(self, workspace: Workspace, guard: Guard) -> None:
        self._workspace, self.index = workspace, SiteIndex(workspace.cache / FILE)
        self._key = surroundings(workspace, guard.names)

    @property
    def is_known(self) -> bool:
        """Whether the index holds all articles, made with the present settings and templates."""
        return self.index.fact(_MADE_FROM) == self._key

    def articles(self, now: datetime, order: Order | None, *, anew: bool) -> Iterator[Outcome]:
        """Bring the files of all articles up to date; yield what became of those that needed it.

        With `anew`, that is all of them.
        """
        slugs = self._workspace.slugs()
        self._retire_others(slugs)
        stale = slugs if anew or not self.is_known else list(self._stale(slugs, now))
        hire = partial(working, self._workspace, now, order)
        for outcome in each_of(hire, stale, many=are_many(len(stale))):
            self.keep(outcome)
            yield replace(outcome, record=None)
        self._keep_archived()

    def keep(self, outcome: Outcome) -> None:
        """Put what became of an article into the index."""
        if outcome.record:
            self.index.keep(outcome.record)
        elif not outcome.made:
            self.index.distrust(outcome.slug)

    def retire_moved(self) -> None:
        """Let go of articles that are not there any longer: a quick look, for a small change."""
        folder = self._workspace.translations
        self._retire_others({p.name for p in folder.iterdir()} if folder.is_dir() else ())

    def _stale(self, slugs: Iterable[str], now: datetime) -> Iterator[str]:
        known, missing = self.index.stamps(), self._missing()
        for slug in slugs:
            seen, until = known.get(slug, ("", ""))
            ended = until and datetime.fromisoformat(until) <= now
            if ended or slug in missing or seen != stamp(self._workspace.translations / slug):
                yield slug

    def _missing(self) -> set[str]:
        """Return the articles of which somebody has removed a page or a folder from `public/`."""
        public = self._workspace.public
        places = [*self.index.folders(), *(f"{page}/{PAGE}" for page in self.index.paged())]
        gone = (place for place in places if not (public / place).exists())
        return {place.split("/")[1] for place in gone}

    def _retire_others(self, slugs: Collection[str]) -> None:
        there = set(slugs)
        for slug in self.index.stamps():
            if slug not in there and not slug.startswith(_ARCHIVE):
                self.index.retire(slug)

    def _keep_archived(self) -> None:
        known = self.index.stamps()
        for path in sorted((self._workspace.translations / _ARCHIVE).glob(f"*/{SOURCE}")):
            article = Article(self._workspace, path.parent.name, path.parent)
            record = stored_record(article, stamp(path.parent))
            if known.get(record.slug, ("", ""))[0] != record.stamp:
                self.index.keep(record)

    def clear_folders(self) -> list[Path]:
        """Empty the folders in which no article stands any longer; return the files that went."""
        public = self._workspace.public
        stubs = {
            public / folder_of(stub.language, stub.slug) / PAGE
            for language in self.index.stub_languages()
            for stub in self.index.stubs(language)
        }
        folders = self.index.stale_folders()
        return [path for folder in folders for path in clear(public, folder, stubs)]

    def pages(self, *, thorough: bool) -> list[PartMade]:
        """Write the pages beside the articles; return what was made of each part of the site.

        Parts in which nothing has changed are passed over, unless it is to be `thorough`.
        """
        self.index.save()
        desk = desk_for(self._workspace, self.index, self._key)
        digests = {part: digest_of(part, desk) for part in parts(desk)}
        asked = [
            part
            for part, digest in digests.items()
            if thorough or self.index.fact(f"part {part}") != digest
        ]
        many = thorough and are_many(self.index.count())
        hire = partial(_making, self._workspace, self._key)
        made = list(each_of(hire, asked, many=many, chunk=1))
        for part in made:
            self.index.keep_pages(part.part, part.pages)
            self.index.keep_fact(f"part {part.part}", "" if part.obstacles else digests[part.part])
        return [*made, *(self._emptied(part) for part in self.index.parts() if part not in digests)]

    def _emptied(self, part: str) -> PartMade:
        """Return a part of the site that is no longer there."""
        gone = tuple(self.index.pages_of(part))
        self.index.keep_pages(part, {})
        return PartMade(part=part, gone=gone)

    def clear_pages(self, made: Iterable[PartMade]) -> list[Path]:
        """Remove the pages that are gone, and what no index remembers; return the files."""
        public, standing = self._workspace.public, set(self.index.folders())
        gone = {path for part in made for path in part.gone}
        if not self.is_known:
            known = {path for part in self.index.parts() for path in self.index.pages_of(part)}
            tags = {*self.index.folder_languages(), *self._workspace.settings.workspace.targets}
            gone.update(left_behind(public, sorted(tags), known))
        stale = (path for path in sorted(gone) if path.rpartition("/")[0] not in standing)
        return [path for name in stale for path in remove(public, name)]

    def done(self) -> None:
        """Close the index, which holds all articles from now on."""
        self.index.keep_fact(_MADE_FROM, self._key)
        self.index.close()


def _making(workspace: Workspace, key: str) -> Callable[[str], PartMade]:
    """Return what makes a part of the site, by its name."""
    index, guard = SiteIndex(workspace.cache / FILE), Guard(workspace)
    desk = desk_for(workspace, index, key)
    return partial(make_part, desk=desk, guard=guard, workspace=workspace)
