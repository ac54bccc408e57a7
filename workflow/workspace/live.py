"""A target that stays loaded while many people write it, for a program that runs for long.

What others write to the files is noticed by the files' times and sizes, so that a look costs no
reading; a write costs what is written, not the whole history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Condition, RLock
from typing import TYPE_CHECKING

from workflow.document.markdown import clean
from workflow.workspace import journal, po
from workflow.workspace.article import SOURCE
from workflow.workspace.changes import change_of
from workflow.workspace.events import Change, Edited, Event, Payload
from workflow.workspace.fold import RunningFold, text_hash
from workflow.workspace.locks import locked
from workflow.workspace.state import State, UnitState
from workflow.workspace.target import Target

if TYPE_CHECKING:
    from workflow.workspace.article import Article

Stamp = tuple[str, int, int, int, int]


@dataclass(frozen=True, kw_only=True)
class Save:
    """A person's text for a unit; `seen` is the `version` of the unit that they had before them."""

    unit: str
    text: str
    by: str
    seen: str
    confirmed: bool = True


@dataclass(frozen=True, kw_only=True)
class Saved:
    """What became of a save: `unit` as it stands now, None where the source has lost it.

    With `accepted` the text stands there, and `event` recorded it (None where it stood already);
    otherwise somebody else has written the unit meanwhile, and nothing was recorded.
    """

    accepted: bool
    unit: UnitState | None
    event: Event | None = None


def version(unit: UnitState) -> str:
    """Return what tells apart the texts that a unit has had: of itself, and of its rival."""
    return text_hash(f"{unit.text}\n{unit.rival}" if unit.rival is not None else unit.text)


class LiveTarget(Target):
    """A target that many threads may read and write at once.

    `state` and `events` are replaced and never changed, so a reader keeps what it took.
    """

    def __init__(self, article: Article, tag: str) -> None:
        self._guard = RLock()
        self._stamps: tuple[Stamp, ...] | None = None
        self._running: RunningFold | None = None
        self._writer: po.Writer | None = None
        self._written = b""
        self._queue = _Queue()
        super().__init__(article, tag)

    def catch_up(self) -> None:
        """Take over what others have written to the files since the last look."""
        with self._guard:
            if self._look() != self._stamps:
                self.article.refresh()
                self._load()

    def save(self, save: Save) -> Saved:
        """Record a text, unless somebody has written the unit since the person saw it.

        Saves that wait for one another are written together: each is an event of its own.
        """
        return self._queue.put(save, self.save_all)

    def now(self) -> State:
        """Return the state as it stands on the disk."""
        with self._guard:
            self.catch_up()
            return self.state

    def save_all(self, saves: Sequence[Save]) -> list[Saved]:
        """Record several texts in one write, each as `save` would; return what became of each."""
        if not saves:
            return []
        with self._guarded(), locked(self.article.workspace.cache, self.article.slug):
            self.catch_up()
            units = dict(self.state.units)
            fresh = self._noticed(saves[0].by)
            outcomes = []
            for save in saves:
                outcome, change = _judged(save, units.get(save.unit))
                if change and outcome.unit:
                    last = fresh or self.events
                    event = journal.new_event(Edited(changes=(change,)), save.by, last)
                    fresh.append(event)
                    units[save.unit] = outcome.unit
                    outcome = replace(outcome, event=event)
                outcomes.append(outcome)
            if fresh:
                self._write(fresh)
            return outcomes

    def _commit(self, make: Callable[[State], Iterable[Payload]], by: str) -> tuple[Event, ...]:
        with self._guarded():
            return super()._commit(make, by)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let nobody else in; whoever fails in between leaves nothing half known."""
        with self._guard:
            try:
                yield
            except BaseException:
                self._stamps = None
                raise

    def _load(self) -> None:
        stamps = self._look()
        if stamps == self._stamps:
            return
        self._running, self._written = None, b""
        super()._load()
        self._stamps = stamps

    def _write(self, fresh: Sequence[Event]) -> None:
        super()._write(fresh)
        self._stamps = self._look()

    def _holds(self, data: bytes) -> bool:
        """Whether the file is what it is to be: known without reading it, once it was written."""
        held = data == self._written if self._written else super()._holds(data)
        self._written = data
        return held

    def _folded(self, fresh: Sequence[Event]) -> State:
        if self._running is None:
            self._running = RunningFold(self.events)
        self._running.add(fresh)
        return self._running.state()

    def _rendered(self) -> bytes:
        if self._writer is None:
            self._writer = po.Writer(
                article=self.article.slug,
                source_language=self.article.source.language,
                target=self.tag,
            )
        return self._writer.render(self.state)

    def _look(self) -> tuple[Stamp, ...]:
        files = [self.article.path / SOURCE, self.path, *journal.files_in(self.history)]
        return tuple(_stamp(path) for path in files)


class _Queue:
    """Hands what many threads bring to whichever of them comes first, all at once."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._waiting: list[tuple[Save, Future[Saved]]] = []
        self._busy = False

    def put(self, save: Save, write: Callable[[Sequence[Save]], list[Saved]]) -> Saved:
        mine: Future[Saved] = Future()
        with self._changed:
            self._waiting.append((save, mine))
            self._changed.wait_for(lambda: mine.done() or not self._busy)
            if mine.done():
                return mine.result()
            self._busy = True
            batch, self._waiting = self._waiting, []
        try:
            for (_, future), outcome in zip(batch, write([s for s, _ in batch]), strict=True):
                future.set_result(outcome)
        except BaseException as error:
            for _, future in batch:
                future.set_exception(error)
        finally:
            with self._changed:
                self._busy = False
                self._changed.notify_all()
        return mine.result()


def _judged(save: Save, unit: UnitState | None) -> tuple[Saved, Change | None]:
    """Return what becomes of a save, and the change that it makes, if any."""
    if unit is None:
        return Saved(accepted=False, unit=None), None
    text = clean(save.text).strip()
    confirmed = save.confirmed and bool(text)
    if unit.rival is None and (text, confirmed) == (unit.text, unit.confirmed):
        return Saved(accepted=True, unit=unit), None
    if save.seen != version(unit):
        return Saved(accepted=False, unit=unit), None
    after = replace(unit, text=text, confirmed=confirmed, by=save.by, rival=None)
    return Saved(accepted=True, unit=after), change_of(
        save.unit, text, unit, confirmed=save.confirmed
    )


def _stamp(path: Path) -> Stamp:
    """Return what no two contents of a file share: a name, and where and when it was written."""
    try:
        found = path.stat()
    except OSError:
        return path.name, 0, 0, 0, 0
    return path.name, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
