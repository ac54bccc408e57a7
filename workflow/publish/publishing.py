"""Publishing targets, taking them back, and showing what they would look like."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from workflow.errors import InputError, NotReady
from workflow.publish.addresses import folder_of
from workflow.publish.destination import remove, write_files
from workflow.publish.guard import Guard, NameFound, name_found
from workflow.publish.making import Maker
from workflow.publish.occasion import Occasion
from workflow.publish.outlet import Outlet
from workflow.publish.output import in_order
from workflow.publish.site.building import Building
from workflow.publish.site.card import card_of
from workflow.publish.site.index import SiteIndex
from workflow.publish.site.parts import desk_for, preview_files
from workflow.publish.site.record import Listed, Record
from workflow.publish.site.work import Order, Outcome, Worker
from workflow.publish.standing import composed
from workflow.workspace.article import Article
from workflow.workspace.events import Unpublished
from workflow.workspace.locks import locked
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

_LOCK = "_publish"
"""The lock of `public/`; no slug begins with an underscore."""
_WAITING = "outgoing"
"""Where files wait, in `.workflow/`."""


def publish_target(target: Target, by: str, formats: Sequence[str], now: datetime) -> list[Path]:
    """Publish one target, bring the site up to date, and return the paths of all that was written.

    See `Press` for the arguments and errors.
    """
    press = Press(target.article.workspace)
    written = press.publish(target, Order(by=by, formats=tuple(formats), now=now))
    return [*written, *press.finish().written]


def unpublish_target(target: Target, by: str, reason: str) -> list[Path]:
    """Take a target's files down, record why, and return the paths of the files that are gone.

    Raises InputError where the target is not published.
    """
    press = Press(target.article.workspace)
    gone = press.unpublish(target, by, reason)
    press.finish(small=True)
    return gone


@dataclass(frozen=True, kw_only=True)
class Finished:
    """The pages beside the articles that were written, and all files that were left behind.

    `outdated` are articles and targets whose original has changed since they went out; those that
    are `lost` cannot be made again. `held` are articles under embargo, with its end.
    """

    written: list[Path] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    outdated: list[tuple[str, str]] = field(default_factory=list)
    lost: list[tuple[str, str]] = field(default_factory=list)
    held: list[tuple[str, str]] = field(default_factory=list)


class Press:
    """Publishes the targets of a workspace; what several of them need is made once.

    After the last one, `finish` brings the rest of the site up to date. Where names are withheld,
    it is what lets everything out: until then nothing is written below `public/`, nor recorded, and
    nothing at all is where a name was found anywhere.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self._guard = workspace, Guard(workspace)
        self._touched: dict[str, Outcome] = {}
        self._found: list[NameFound] = []
        self._finished: Finished | None = None
        self._taking_down = False

    @cached_property
    def _outlet(self) -> Outlet:
        """Where files go; taking something down waits for nothing."""
        waits = self._guard.is_needed() and not self._taking_down
        outlet = Outlet(self.workspace.public, self.workspace.cache / _WAITING if waits else None)
        outlet.clear()
        return outlet

    @cached_property
    def _worker(self) -> Worker:
        return Worker(self.workspace, self._outlet)

    def publish(self, target: Target, order: Order) -> list[Path]:
        """Write a target's files below `public/`, record it, and return their paths.

        Formats in which the same text is out already are kept beside those of the order; the same
        text published twice gives the same bytes and one event. Raises NotReady where the gate is
        closed, NameFound for a withheld name, and InputError for an unknown format, a broken
        template or a missing picture; then nothing was written.
        """
        with locked(self.workspace.cache, _LOCK), self._noting_names():
            self._worker.admit(target, order)
            outcome = self._bring(target.article, order.now)
            if outcome.refused:
                raise outcome.refused[0]
        return outcome.written.get(target.tag, [])

    @contextmanager
    def _noting_names(self) -> Iterator[None]:
        try:
            yield
        except NameFound as error:
            self._found.append(error)
            raise

    def publish_all(self, order: Order, *, anew: bool = False) -> Iterator[Outcome]:
        """Publish whatever is approved or published, and all that leads there.

        Yields what became of each article, where names are withheld once all of it is out. What
        has not changed since is passed over, unless it is to be made `anew`. Raises InputError for
        an unknown format and a broken template; what is wrong with one article is its outcome.
        """
        in_order(order.formats)
        with locked(self.workspace.cache, _LOCK):
            building = self._building()
            outcomes = building.articles(order.now, order, anew=anew)
            if self._outlet.waits:
                done = list(outcomes)
                self._finished = self._completed(building, done, thorough=True)
                yield from done
            else:
                yield from outcomes
                self._finished = self._completed(building, (), thorough=True)

    def unpublish(self, target: Target, by: str, reason: str) -> list[Path]:
        """Take a target down, record why, and return the paths of the files that are gone."""
        article, public = target.article, self.workspace.public
        if target.state.published is None:
            raise InputError(
                f"{article.slug} [{target.tag}] is not published",
                hint="`workflow status` shows what is.",
            )
        self._taking_down = True
        with locked(self.workspace.cache, _LOCK):
            gone = remove(public, folder_of(target.tag, article.slug))
            target.record(Unpublished(reason=reason), by)
            self._bring(article, datetime.now(UTC))
        return gone

    def _bring(self, article: Article, now: datetime) -> Outcome:
        outcome = self._worker.work(article.slug, now)
        self._touched[article.slug] = outcome
        return outcome

    def preview(self, target: Target, formats: Sequence[str]) -> list[Path]:
        """Write a target as it stands below `.workflow/preview/`, marked as a draft.

        Returns the paths. Raises InputError as `publish` does; no gate is asked but that of the
        withheld names that this computer knows.
        """
        maker, media = Maker(self.workspace, self._guard), target.article.media
        occasion = Occasion(site=maker.site, formats=in_order(formats), draft=True, both_texts=True)
        page = composed(target, target.state, target.texts, occasion)
        files = maker.files(page, media)
        maker.refuse_withheld(page, media, files, target.texts)
        index, moment = SiteIndex(), target.state.since
        card = card_of(page, target.article.source, files, moment, moment)
        index.keep(Record(slug=page.slug, stamp="", listed=(Listed(card=card, words=""),)))
        index.lists.settle()
        desk = desk_for(self.workspace, index, "", draft=True)
        around = preview_files(desk, self.workspace.templates)
        return write_files(self.workspace.cache / "preview", [*files, *around])

    def finish(self, *, small: bool = False) -> Finished:
        """Bring everything up to date that leads to articles, and whatever else has changed.

        After a `small` change, articles that were not published or taken down here are passed over.
        What an article left behind that is no longer published, or has another slug, goes. Raises
        NameFound for a withheld name; where something was taken down, once all else is done.
        """
        if self._finished is None:
            with locked(self.workspace.cache, _LOCK):
                self._bring_again()
                building = self._building()
                small &= building.is_known
                for outcome in self._touched.values():
                    building.keep(outcome)
                outcomes = list(self._touched.values())
                if small:
                    building.retire_moved()
                else:
                    now = datetime.now(UTC)
                    outcomes += building.articles(now, None, anew=False, but=self._touched)
                self._finished = self._completed(building, outcomes, thorough=not small)
        return self._finished

    def _bring_again(self) -> None:
        """Let files wait anew that another run may have cleared away since."""
        if self._outlet.waits:
            self._outlet.clear()
            for slug in self._touched:
                self._touched[slug] = self._worker.work(slug, datetime.now(UTC))

    def _building(self) -> Building:
        return Building(self.workspace, self._guard, self._outlet)

    def _completed(
        self, building: Building, outcomes: Collection[Outcome], *, thorough: bool
    ) -> Finished:
        """Make the pages beside the articles, and let go of what is no longer there."""
        self._found += (e for o in outcomes for e in o.refused if isinstance(e, NameFound))
        if not self._taking_down:
            self._stop_for_names(building)
        try:
            made = building.pages(thorough=thorough)
        except BaseException:
            building.give_up()
            raise
        if obstacles := [obstacle for part in made for obstacle in part.obstacles]:
            self._found.append(name_found("the site cannot be published as a whole", obstacles))
        if not self._taking_down:
            self._stop_for_names(building)
        building.land(outcomes)
        removed = [*building.clear_folders(), *building.clear_pages(made)]
        index = building.index
        finished = Finished(
            written=[path for part in made for path in part.written],
            removed=removed,
            outdated=index.outdated(),
            lost=index.lost(),
            held=index.held(),
        )
        building.done()
        if self._found:
            raise together(self._found)
        return finished

    def _stop_for_names(self, building: Building) -> None:
        """Leave everything as it was, where a withheld name was found."""
        if self._found:
            building.abandon()
            raise together(self._found)


def together(refused: Sequence[NotReady]) -> NotReady:
    """Return several errors as one; what is told twice is told once."""
    if len(refused) == 1:
        return refused[0]
    kind = NameFound if any(isinstance(error, NameFound) for error in refused) else NotReady
    messages = dict.fromkeys(error.message for error in refused)
    hints = dict.fromkeys(error.hint for error in refused)
    return kind("\n".join(messages), hint=" ".join(hints))
