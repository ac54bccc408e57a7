"""The fold of a target's journal into its state: the same whatever order the files are read in."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workflow.workspace.events import (
    NOBODY,
    Approved,
    Assigned,
    Change,
    Claimed,
    Commented,
    Credited,
    Drafted,
    Edited,
    Event,
    Published,
    Resolved,
    Returned,
    SourceChanged,
    Started,
    Submitted,
    Undone,
    Unpublished,
    Vouched,
    Waived,
)
from workflow.workspace.settings import Role
from workflow.workspace.state import Comment, Seal, Stage, State, UnitState, Waiver


def text_hash(text: str) -> str:
    """Return the hash by which an event says which text it saw (SHA-256, 16 hex digits)."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def texts_hash(texts: Mapping[str, str]) -> str:
    """Return the SHA-256 of unit ids and texts, in order: what is submitted and approved."""
    return hashlib.sha256(json.dumps(list(texts.items())).encode()).hexdigest()


def in_force(events: Iterable[Event]) -> list[Event]:
    """Return the events in the order of their ids, without those that were undone."""
    ordered = sorted(events, key=lambda event: event.id)
    undone = {e.payload.event for e in ordered if isinstance(e.payload, Undone)}
    return [event for event in ordered if event.id not in undone]


def fold(events: Sequence[Event]) -> State:
    """Return where a target stands after these events."""
    standing = in_force(events)
    claims = {e.payload.event: e.by for e in standing if isinstance(e.payload, Claimed)}
    folding = _Folding()
    for event in standing:
        folding.apply(replace(event, by=claims[event.id]) if event.id in claims else event)
    return folding.state(max(events, key=lambda event: event.id) if events else None)


class _Folding:
    """The state while events are applied to it, one by one."""

    def __init__(self) -> None:
        self.stage, self.since, self.file = Stage.NEW, "", ""
        self.known: dict[str, str] = {}
        self.source: dict[str, str] = {}
        self.units: dict[str, UnitState] = {}
        self.comments: dict[str, Comment] = {}
        self.waivers: list[Waiver] = []
        self.seals: dict[type, Seal] = {}
        self.unclaimed: list[str] = []
        self.decisions: list[Event] = []
        self.people: dict[Role, dict[str, None]] = {role: {} for role in Role}

    def state(self, last: Event | None) -> State:
        return State(
            stage=self.stage,
            source=self.source,
            units=self.units,
            text_hash=texts_hash({key: unit.text for key, unit in self.units.items()}),
            source_hash=texts_hash(self.source),
            file=self.file,
            comments=tuple(self.comments.values()),
            waivers=tuple(self.waivers),
            submitted=self.seals.get(Submitted),
            approved=self.seals.get(Approved),
            published=self.seals.get(Published),
            unclaimed=tuple(self.unclaimed),
            decisions=tuple(self.decisions),
            translators=tuple(self.people[Role.TRANSLATOR]),
            editors=tuple(self.people[Role.EDITOR]),
            reviewers=tuple(self.people[Role.REVIEWER]),
            since=self.since,
            last=last,
        )

    def apply(self, event: Event) -> None:
        if isinstance(event.payload, Assigned | Credited | Vouched):
            self.decisions.append(event)
        match event.payload:
            case Started(source=source, file=file):
                self.known |= source
                self.file = file
                self._arrange(list(source))
                self.since = self.since or event.at
            case SourceChanged() as changed:
                self._change_source(event, changed)
            case Drafted(changes=changes):
                for change in changes:
                    if not self.units.get(change.unit, UnitState()).confirmed:
                        self._put(event, change)
                self._enter(Stage.DRAFT, event, only_from=(Stage.NEW,))
            case Edited(changes=changes):
                self._edit(event, changes)
            case Submitted(text=text, source=source):
                self._seal(event, text, source, Stage.REVIEW)
            case Approved(text=text, source=source):
                self._seal(event, text, source, Stage.APPROVED)
                self.people[Role.REVIEWER][event.by] = None
            case Published(text=text, source=source):
                self._seal(event, text, source, Stage.PUBLISHED)
            case Unpublished():
                self.seals.pop(Published, None)
                self._enter(Stage.APPROVED, event, only_from=(Stage.PUBLISHED,))
            case Returned():
                self._enter(Stage.DRAFT, event)
            case Assigned(person=person, role=Role.TRANSLATOR):
                self.people[Role.TRANSLATOR][person] = None
            case _:
                self._remark(event)

    def _remark(self, event: Event) -> None:
        match event.payload:
            case Commented(text=text, unit=unit, blocking=blocking):
                self.comments[event.id] = Comment(
                    id=event.id, by=event.by, at=event.at, text=text, unit=unit, blocking=blocking
                )
            case Resolved(comment=comment) if comment in self.comments:
                settled = replace(self.comments[comment], resolved_by=event.by)
                self.comments[comment] = settled
            case Waived(check=check, unit=unit, excerpt=excerpt, reason=reason):
                self.waivers.append(
                    Waiver(
                        check=check,
                        unit=unit,
                        excerpt=excerpt,
                        reason=reason,
                        by=event.by,
                        at=event.at,
                    )
                )

    def _arrange(self, order: Sequence[str]) -> None:
        self.source = {key: self.known.get(key, "") for key in order}
        self.units = {key: self.units.get(key, UnitState()) for key in order}

    def _change_source(self, event: Event, changed: SourceChanged) -> None:
        self.known |= changed.added
        self.file = changed.file
        before = self.units
        self._arrange(changed.order)
        for change in changed.changes:
            unit = self.units.get(change.unit)
            if unit is not None and text_hash(unit.text) == change.saw:  # else somebody was faster
                self._put(event, change)
                old = changed.moved.get(change.unit, "")
                self.units[change.unit] = replace(
                    self.units[change.unit],
                    by=before[old].by if old in before else event.by,
                    draft=before[old].draft if old in before else None,
                    previous=None if change.confirmed else self.known.get(old),
                )
        if not all(unit.confirmed for unit in self.units.values()):
            later = (Stage.REVIEW, Stage.APPROVED, Stage.PUBLISHED)
            self._enter(Stage.DRAFT, event, only_from=later)

    def _edit(self, event: Event, changes: Sequence[Change]) -> None:
        before = {change.unit: self.units.get(change.unit, UnitState()) for change in changes}
        for change in changes:
            self._put(event, change)
        changed = any(before[c.unit].text != c.text for c in changes)
        if event.by == NOBODY:
            self.unclaimed.append(event.id)
        elif self.stage in (Stage.NEW, Stage.DRAFT):
            if any(change.confirmed for change in changes):
                self.people[Role.TRANSLATOR][event.by] = None
        elif changed:
            self.people[Role.EDITOR][event.by] = None
        self._enter(Stage.DRAFT, event, only_from=(Stage.NEW,))
        if changed:
            self._enter(Stage.REVIEW, event, only_from=(Stage.APPROVED, Stage.PUBLISHED))

    def _put(self, event: Event, change: Change) -> None:
        unit = self.units.get(change.unit)
        if unit is None:  # the source lost this unit meanwhile; the text stays in the journal
            return
        drafted = isinstance(event.payload, Drafted)
        unseen = text_hash(unit.text) != change.saw and unit.text not in ("", change.text)
        self.units[change.unit] = UnitState(
            text=change.text,
            confirmed=change.confirmed and bool(change.text) and not unseen,
            by=event.by,
            event=event.id,
            origin=change.origin or unit.origin,
            draft=change.text if drafted else unit.draft,
            previous=None if change.confirmed else unit.previous,
            rival=unit.text if unseen and not drafted else None,
        )

    def _seal(self, event: Event, text: str, source: str, stage: Stage) -> None:
        self.seals[type(event.payload)] = Seal(
            by=event.by, at=event.at, event=event.id, text=text, source=source
        )
        self._enter(stage, event)

    def _enter(self, stage: Stage, event: Event, only_from: Sequence[Stage] | None = None) -> None:
        if stage is not self.stage and (only_from is None or self.stage in only_from):
            self.stage, self.since = stage, event.at
