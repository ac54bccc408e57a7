"""The work on one article at a time: letting out what is ready, and writing its files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from workflow.errors import (
    InputError,
    NotReady,
    SettingsError,
    StaleError,
    TemplateFault,
    WriteFault,
)
from workflow.publish.addresses import refuse_reserved
from workflow.publish.guard import Guard
from workflow.publish.making import Maker
from workflow.publish.outlet import Outlet
from workflow.publish.output import in_order
from workflow.publish.site.record import Record
from workflow.publish.site.stamps import stamp
from workflow.publish.site.upkeep import Upkeep, embargo_of
from workflow.publish.standing import WEB, Outgoing, is_current, is_withdrawn, last_formats
from workflow.review.gates import Obstacle, not_ready, publish_obstacles
from workflow.workspace.article import Article
from workflow.workspace.events import Event, Published
from workflow.workspace.kept_source import keep_source
from workflow.workspace.state import Stage
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

_OF_ALL = (SettingsError, StaleError, TemplateFault, WriteFault)
"""What would keep the next article back as well."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """Who publishes, in which formats, and when (aware of its time zone).

    `note` tells readers what was corrected. `targets` are the languages that are asked for, any
    where there are none.
    """

    by: str
    formats: tuple[str, ...]
    now: datetime
    note: str = ""
    targets: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one article: its files by language, and what was refused.

    The `record` is for the index; an article that is not `made` could not be written at all. What
    is `foreseen` of its targets is to be recorded when the files land.
    """

    slug: str
    made: bool
    record: Record | None = None
    written: dict[str, list[Path]] = field(default_factory=dict)
    refused: tuple[NotReady, ...] = ()
    foreseen: Mapping[str, Event] = field(default_factory=dict)


class Worker:
    """Works on the articles of a workspace, one after the other."""

    def __init__(self, workspace: Workspace, outlet: Outlet) -> None:
        self.workspace, self._outlet = workspace, outlet
        self.maker = Maker(workspace, Guard(workspace))
        self._upkeep = Upkeep(self.maker, outlet)
        self._foreseen: dict[tuple[str, str], Event] = {}

    def admit(self, target: Target, order: Order) -> bool:
        """Record that a target goes out, if it may; return whether that is news.

        Where files wait, so does the record: see `enter`. The same text in the same formats again
        is no news. Raises NotReady where the gate is
        closed, and InputError for an unknown format, a broken template, a missing picture, or a
        slug that the site needs; then nothing was recorded.
        """
        article, name = target.article, f"{target.article.slug} [{target.tag}]"
        refuse_reserved(
            article.slug, f"Give it another slug: workflow rename {article.slug} another-slug"
        )
        settings = self.workspace.settings
        if obstacles := publish_obstacles(target.state, article.source, settings, order.now):
            raise not_ready(f"{name} cannot be published", obstacles)
        before = last_formats(target) if is_current(target) else ()
        if set(order.formats) <= set(before):
            return False
        together = in_order((*before, *order.formats))
        self._try(target, together, order)
        state = target.state
        payload = Published(
            text=state.text_hash, source=state.source_hash, formats=together, note=order.note
        )
        if self._outlet.waits:
            self._foreseen[article.slug, target.tag] = target.foresee(payload, order.by)
        else:
            keep_source(target)
            target.record(payload, order.by)
        return True

    def _try(self, target: Target, formats: tuple[str, ...], order: Order) -> None:
        """Make everything that is about to go out, so that what is recorded can be written."""
        media, today = target.article.media, order.now.date()
        languages = {tag for tag in (target.tag,) if WEB in formats}
        out = Outgoing(target.article.source, target.state, source_changed=False)
        page = self.maker.article(target, out, formats, languages, today)
        files = self.maker.files(page, media)
        note = {"the note on what was corrected": order.note}
        self.maker.refuse_withheld(page, media, files, {**target.texts, **note})

    def work(self, slug: str, now: datetime, order: Order | None = None) -> Outcome:
        """Let out what is ready of an article, where there is an order, and write its files.

        An article under embargo waits, and nothing is refused. What is wrong with one article, such
        as a damaged picture, is told as refused, so that the others go out.
        """
        try:
            return self._worked(slug, now, order)
        except _OF_ALL:
            raise
        except InputError as error:
            fault = Obstacle(error.message, error.hint)
            refused = not_ready(f"{slug} cannot be published", [fault])
            return Outcome(slug=slug, made=False, refused=(refused,))

    def _worked(self, slug: str, now: datetime, order: Order | None) -> Outcome:
        article = self.workspace.article(slug)
        seen = stamp(article.path)
        targets = [self._target(article, tag) for tag in article.targets]
        refused: list[NotReady] = []
        news = False
        due = order if not embargo_of(article, now) else None
        for target in _asked_for(targets, due):
            try:
                news |= self.admit(target, due) if due else False
            except NotReady as error:
                refused.append(error)
        if news or refused:
            seen = stamp(article.path) if not refused else ""
        return self.bring(article, targets, seen, now, tuple(refused))

    def _target(self, article: Article, tag: str) -> Target:
        """Return a target with what is foreseen of it."""
        target = article.target(tag)
        if event := self._foreseen.get((article.slug, tag)):
            target.go_on_from(event)
        return target

    def bring(
        self,
        article: Article,
        targets: Sequence[Target],
        seen: str,
        now: datetime,
        refused: tuple[NotReady, ...] = (),
    ) -> Outcome:
        """Write the files of an article, of which `targets` are all; `seen` is their stamp."""
        try:
            brought = self._upkeep.bring(article, targets, seen, now)
        except NotReady as error:
            return Outcome(slug=article.slug, made=False, refused=(*refused, error))
        return Outcome(
            slug=article.slug,
            made=True,
            record=brought.record,
            written=brought.written,
            refused=refused,
            foreseen={
                tag: event for (slug, tag), event in self._foreseen.items() if slug == article.slug
            },
        )


def working(
    workspace: Workspace, outlet: Outlet, now: datetime, order: Order | None
) -> Callable[[str], Outcome]:
    """Return what works on an article, by its slug, as `Worker.work` does."""
    return partial(Worker(workspace, outlet).work, now=now, order=order)


def enter(workspace: Workspace, outcome: Outcome) -> str:
    """Record what was foreseen of an article; return the stamp of its files from then on.

    Raises StaleError where it was changed meanwhile.
    """
    article = workspace.article(outcome.slug)
    for tag, event in outcome.foreseen.items():
        target = article.target(tag)
        target.enter(event)
        keep_source(target)
    return stamp(article.path)


def _asked_for(targets: Sequence[Target], order: Order | None) -> Iterator[Target]:
    """Yield what is asked for, and ready to go out; what was taken down is asked for by name."""
    if order is None:
        return
    for target in targets:
        if is_ready(target) and (not order.targets or target.tag in order.targets):
            yield target


def is_ready(target: Target) -> bool:
    """Tell whether a target goes out with all others: approved or out, and not taken down."""
    ready = target.state.stage in (Stage.APPROVED, Stage.PUBLISHED)
    return ready and not is_withdrawn(target)
