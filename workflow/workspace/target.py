"""One translation of an article: its journal, its PO file, and the only way to write either.

A writer takes the article's lock, reads the journal, records first what others did to the PO file
or to the source, appends its own event, and writes the PO last. A crash in between leaves a PO
that is behind the journal; the next writer brings it forward.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workflow.errors import InputError, StaleError
from workflow.workspace import journal, po, rolling
from workflow.workspace.bookmark import Bookmark
from workflow.workspace.changes import Confirmed, drafts, edits, source_change
from workflow.workspace.events import (
    NOBODY,
    Approved,
    Commented,
    Drafted,
    Edited,
    Event,
    Origin,
    Payload,
    Published,
    Resolved,
    SourceChanged,
    Started,
    Submitted,
    Undone,
)
from workflow.workspace.files import prepared, read_bytes, refuse_way_out, sweep
from workflow.workspace.fold import fold
from workflow.workspace.locks import locked
from workflow.workspace.people import display_name
from workflow.workspace.state import State
from workflow.workspace.undoing import change_to_undo

if TYPE_CHECKING:
    from workflow.workspace.article import Article


class Target:
    """One target of an article as it stands now, with what others did outside of this tool.

    `name` is how messages call it: `boat-school [es]`.
    `events` are on disk; `pending` are edits and source changes that were noticed and are not yet
    recorded (the next write records them); `state` is the fold of both.
    """

    def __init__(self, article: Article, tag: str) -> None:
        self.article, self.tag = article, tag
        self.name = f"{article.slug} [{tag}]"
        self.path = article.path / f"{tag}.po"
        self.history = article.path / "history" / tag
        self._load()

    def _load(self) -> None:
        root = self.article.workspace.root
        for path in (self.path, self.history.parent, self.history):
            refuse_way_out(path, root)
        # A writer does it the other way round: whatever is written meanwhile, the PO file that is
        # read here can only be behind the journal, and no reader takes that for an edit.
        self._bookmark = Bookmark(
            self.article.workspace.cache / "seen" / f"{self.article.slug}.{self.tag}"
        )
        data = read_bytes(self.path) if self.path.exists() else b""
        self.events = journal.read(self.history, root)
        self.pending: tuple[Event, ...] = ()
        self.state = fold(self.events)
        if not self.events:
            self._notice(Started(source=self.article.texts, file=self.article.file_hash))
        entries = self._entries_from_outside(data)
        self._notice_outside_edits(entries)
        if self.state.file != self.article.file_hash:
            changed = source_change(self.article, self.state)
            if changed is not None:  # the target takes it over with the next write
                self._notice(changed)
                self._notice_outside_edits(entries)  # of units that were not there before

    def _notice(self, payload: Payload) -> None:
        event = journal.new_event(payload, NOBODY, [*self.events, *self.pending])
        self.pending = (*self.pending, event)
        self.state = fold([*self.events, *self.pending])

    def _entries_from_outside(self, data: bytes) -> list[po.Entry]:
        """The units in the PO file, where it is not as the last event has left it."""
        if not data:
            return []
        if self.events and self.events[-1].po == po.step_hash(data, len(self.events)):
            if self._bookmark.mark:  # a clone that only reads leaves no mark
                self._bookmark.move(self._mark())
            return []
        return po.parse(data, self.path)

    def _notice_outside_edits(self, entries: Sequence[po.Entry]) -> None:
        if not entries:
            return
        known = [*self.events, *self.pending]
        behind = {} if self._bookmark.mark == self._mark() else rolling.superseded_texts(known)
        changes = rolling.outside_changes(self.state, entries, behind)
        remarks = rolling.outside_comments(entries, known)
        if changes:
            self._notice(Edited(changes=changes, via="file"))
        for remark in remarks:
            self._notice(remark)

    @property
    def texts(self) -> dict[str, str]:
        """The text of every unit, in reading order; empty where there is none yet."""
        return {key: unit.text for key, unit in self.state.units.items()}

    @property
    def source_changed(self) -> bool:
        """Whether `source.md` has changed in a way that no writer has recorded yet."""
        return any(isinstance(event.payload, SourceChanged) for event in self.pending)

    def record(self, payload: Payload, by: str) -> Event:
        """Append an event to the journal, then bring the PO file up to date.

        Raises StaleError where the payload seals a text that is no longer the target's, and
        InputError where the disk refuses.
        """

        def sealed(_: State) -> Iterator[Payload]:
            self._refuse_other_text(payload)
            yield payload

        return self._commit(sealed, by)[0]

    def foresee(self, payload: Payload, by: str) -> Event:
        """Go on as if a payload had been recorded; return the event that `enter` records."""
        if self.pending:
            self.sync()
        event = journal.new_event(payload, by, self.events)
        self.go_on_from(event)
        return event

    def go_on_from(self, event: Event) -> None:
        """Take an event that was foreseen for recorded, in memory alone."""
        self.events = (*self.events, event)
        self.state = fold([*self.events, *self.pending])

    def enter(self, event: Event) -> None:
        """Record an event that was foreseen.

        Raises StaleError where the target is no longer what it was then.
        """
        with locked(self.article.workspace.cache, self.article.slug):
            self.article.refresh()
            self._load()
            if self.pending or (self.events and self.events[-1].id > event.id):
                raise _changed(self)
            self._refuse_other_text(event.payload)  # what git brings may be older than the event
            self._write([event])

    def draft(
        self,
        changes: Mapping[str, tuple[str, Origin]],
        by: str,
        seen: Mapping[str, str] | None = None,
    ) -> tuple[Event, ...]:
        """Put machine text into units that no person has confirmed; the others are left alone.

        So are units that no longer hold the text in `seen`: somebody worked on them meanwhile.
        """

        def drafted(state: State) -> Iterator[Payload]:
            if fresh := tuple(drafts(state, changes, seen or {})):
                yield Drafted(changes=fresh)

        return self._commit(drafted, by)

    def edit(
        self,
        texts: Mapping[str, str],
        by: str,
        seen: Mapping[str, str] | None = None,
        *,
        confirmed: Confirmed = True,
        via: str = "",
        along: Sequence[Commented | Resolved] = (),
    ) -> tuple[Event, ...]:
        """Record a person's texts by unit id, and return what was recorded.

        `seen` are the texts that the person had before them; `confirmed` tells whether they stand
        by what they wrote, or of which units they do; remarks that came `along` are recorded with
        the texts or not at all. Raises StaleError, naming the units, if somebody has changed one
        of them since, and InputError for a unit that is not there.
        """

        def edited(state: State) -> Iterator[Payload]:
            self._refuse_unknown(texts, state)
            self._refuse_unseen(seen or {}, state)
            if fresh := tuple(edits(state, texts, confirmed)):
                yield Edited(changes=fresh, via=via)
            yield from along

        return self._commit(edited, by)

    def undo(self, by: str) -> Event:
        """Take back the last recorded change and return it. The journal keeps both."""
        undone: list[Event] = []

        def last(_: State) -> Iterator[Payload]:
            change = change_to_undo([*self.events, *self.pending])
            if change is None:
                raise InputError(
                    f"{self.name} has no change to undo",
                    hint="A published page is taken back with `workflow unpublish`, a change of "
                    "source.md by mending that file.",
                )
            undone.append(change)
            yield Undone(event=change.id)

        self._commit(last, by)
        return undone[0]

    def start(self, by: str) -> None:
        """Write the journal and the PO of a target that is new."""
        self._commit(lambda _: (), by)

    def sync(self) -> None:
        """Record what was noticed, and bring the PO file up to date with the journal."""
        self._commit(lambda _: (), NOBODY)

    def revision(self, name: str) -> State:
        """Return the target as it was: see `workflow.workspace.revisions`."""
        from workflow.workspace.revisions import state_at

        return state_at([*self.events, *self.pending], name)

    def _commit(self, make: Callable[[State], Iterable[Payload]], by: str) -> tuple[Event, ...]:
        with locked(self.article.workspace.cache, self.article.slug):
            self.article.refresh()
            self._load()
            payloads = tuple(make(self.state))
            fresh = self._noticed(by)
            for payload in payloads:
                fresh.append(journal.new_event(payload, by, [*self.events, *fresh]))
            self._write(fresh)
            return self.events[len(self.events) - len(payloads) :]

    def _noticed(self, by: str) -> list[Event]:
        """Return what is to be recorded before a writer's own events."""
        return [replace(e, by=by) if isinstance(e.payload, Started) else e for e in self.pending]

    def _write(self, fresh: Sequence[Event]) -> None:
        self.state = self._folded(fresh)
        data = self._rendered()
        if self._holds(data):
            sweep(self.path)
            self._append(fresh, data)
        else:
            with prepared(self.path, data) as put:
                self._append(fresh, data)
                put()
        self._bookmark.move(self._mark())

    def _holds(self, data: bytes) -> bool:
        """Whether the PO file is what it is to be."""
        return self.path.exists() and read_bytes(self.path) == data

    def _folded(self, fresh: Sequence[Event]) -> State:
        return fold([*self.events, *fresh])

    def _rendered(self) -> bytes:
        return po.render(
            self.state,
            article=self.article.slug,
            source_language=self.article.source.language,
            target=self.tag,
        )

    def _append(self, fresh: Sequence[Event], data: bytes) -> None:
        if not fresh:
            return
        step = po.step_hash(data, len(self.events) + len(fresh))
        fresh = [*fresh[:-1], replace(fresh[-1], po=step)]
        journal.append(self.history, fresh)
        self.events, self.pending = (*self.events, *fresh), ()
        self.state = replace(self.state, last=self.events[-1])

    def _mark(self) -> str:
        return f"{len(self.events)} {self.events[-1].id}" if self.events else ""

    def _refuse_unknown(self, texts: Mapping[str, str], state: State) -> None:
        unknown = [key for key in texts if key not in state.units]
        if unknown:
            raise InputError(
                f"{self.name} has no unit {', '.join(unknown)}",
                hint="The source may have changed: run the command again to see its units.",
            )

    def _refuse_other_text(self, payload: Payload) -> None:
        """Raise StaleError where a payload seals a text that is no longer the target's."""
        if isinstance(payload, Submitted | Approved | Published) and (
            (payload.text, payload.source) != (self.state.text_hash, self.state.source_hash)
        ):
            raise _changed(self)

    def _refuse_unseen(self, seen: Mapping[str, str], state: State) -> None:
        changed = [key for key, text in seen.items() if state.units[key].text != text]
        if changed:
            people = self.article.workspace.settings.contributors
            names = sorted({display_name(state.units[key].by, people) for key in changed})
            raise StaleError(
                f"{', '.join(names)} changed {', '.join(changed)} of {self.name} meanwhile",
                hint="Look at the new text (workflow diff), and make your change again.",
            )


def _changed(target: Target) -> StaleError:
    return StaleError(
        f"{target.name} was changed a moment ago",
        hint="Look at the change (workflow diff), and run the command again.",
    )
