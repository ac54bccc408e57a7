"""Publishing targets, taking them back, and showing what they would look like."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from workflow.errors import InputError, NotReady
from workflow.publish.addresses import folder_of
from workflow.publish.destination import remove, write_files
from workflow.publish.occasion import Occasion
from workflow.publish.output import in_order
from workflow.publish.site.building import Building
from workflow.publish.site.card import card_of
from workflow.publish.site.index import SiteIndex
from workflow.publish.site.parts import Made, desk_for, preview_files
from workflow.publish.site.record import Listed, Record
from workflow.publish.site.work import Order, Outcome, Worker
from workflow.publish.standing import composed
from workflow.review.gates import not_ready
from workflow.workspace.article import Article
from workflow.workspace.events import Unpublished
from workflow.workspace.locks import locked
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

_LOCK = "_publish"
"""The lock of `public/`; no slug begins with an underscore."""


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

    After the last one, `finish` brings the rest of the site up to date.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._worker = Worker(workspace)
        self._touched: dict[str, Outcome] = {}
        self._all_done = False

    def publish(self, target: Target, order: Order) -> list[Path]:
        """Write a target's files below `public/`, record it, and return their paths.

        Formats in which the same text is out already are kept beside those of the order; the same
        text published twice gives the same bytes and one event. Raises NotReady where the gate is
        closed, and InputError for an unknown format, a broken template or a missing picture; then
        nothing was written.
        """
        with locked(self.workspace.cache, _LOCK):
            self._worker.admit(target, order)
            outcome = self._bring(target.article, order.now)
        if outcome.refused:
            raise outcome.refused[0]
        return outcome.written.get(target.tag, [])

    def publish_all(self, order: Order, *, anew: bool = False) -> Iterator[Outcome]:
        """Publish whatever is approved or published; yield what became of each article.

        What has not changed since is passed over, unless it is to be made `anew`.
        """
        with locked(self.workspace.cache, _LOCK):
            building = self._building()
            yield from building.articles(order.now, order, anew=anew)
            building.index.close()
            self._all_done = True

    def unpublish(self, target: Target, by: str, reason: str) -> list[Path]:
        """Take a target down, record why, and return the paths of the files that are gone."""
        article, public = target.article, self.workspace.public
        if target.state.published is None:
            raise InputError(
                f"{article.slug} [{target.tag}] is not published",
                hint="`workflow status` shows what is.",
            )
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
        maker, media = self._worker.maker, target.article.media
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
        NotReady, once all else is done, for what a withheld name keeps from being written.
        """
        with locked(self.workspace.cache, _LOCK):
            building = self._building()
            small &= building.is_known and not self._all_done
            refused = self._all_articles(building, small=small)
            made = building.pages(thorough=not small)
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
        _refuse(refused, made)
        return finished

    def _building(self) -> Building:
        return Building(self.workspace, self._worker.guard)

    def _all_articles(self, building: Building, *, small: bool) -> list[NotReady]:
        """Bring all articles up to date; return why some of them could not be."""
        for outcome in self._touched.values():
            building.keep(outcome)
        outcomes = list(self._touched.values())
        if small:
            building.retire_moved()
        elif not self._all_done:
            outcomes += building.articles(datetime.now(UTC), None, anew=False)
        return [error for outcome in outcomes if not outcome.made for error in outcome.refused]


def _refuse(refused: Iterable[NotReady], made: Iterable[Made]) -> None:
    """Raise NotReady where something could not be written."""
    errors = list(refused)
    if obstacles := [obstacle for part in made for obstacle in part.obstacles]:
        errors.append(not_ready("the site cannot be published as a whole", obstacles))
    if errors:
        raise together(errors)


def together(refused: Sequence[NotReady]) -> NotReady:
    """Return several errors as one."""
    if len(refused) == 1:
        return refused[0]
    hints = dict.fromkeys(error.hint for error in refused)
    return NotReady("\n".join(error.message for error in refused), hint=" ".join(hints))
