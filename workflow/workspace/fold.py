"""The fold of a target's journal into its state: the same whatever order the files are read in."""

from collections.abc import Iterable, Sequence
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
    FactsSigned,
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
from workflow.workspace.hashes import text_hash, texts_hash
from workflow.workspace.settings import Role
from workflow.workspace.state import Comment, Seal, Stage, State, Waiver
from workflow.workspace.texts import Texts

__all__ = ["RunningFold", "fold", "in_force", "text_hash", "texts_hash"]

_DECISIONS = (Assigned, Credited, Vouched, FactsSigned)


def in_force(events: Iterable[Event]) -> list[Event]:
    """Return the events in the order of their ids, without those that were undone."""
    ordered = sorted(events, key=lambda event: event.id)
    undone = {e.payload.event for e in ordered if isinstance(e.payload, Undone)}
    return [event for event in ordered if event.id not in undone]


def fold(events: Sequence[Event]) -> State:
    """Return where a target stands after these events."""
    return RunningFold(events).state()


class RunningFold:
    """The fold of a journal that grows: an event at its end costs no more than itself."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = tuple(events)
        self._last = max(events, key=_id, default=None)
        self._folding = _folded(events)

    def add(self, events: Sequence[Event]) -> None:
        """Take more events; those that change what earlier ones mean cost a fold of all."""
        self._events = (*self._events, *events)
        known = [self._last] if self._last else []
        self._last = max([*known, *events], key=_id, default=None)
        if any(isinstance(event.payload, Claimed | Undone) for event in events):
            self._folding = _folded(self._events)
            return
        for event in events:
            self._folding.apply(event)

    def state(self) -> State:
        """Return where the target stands; later events do not change what was returned."""
        return self._folding.state(self._last)


def _id(event: Event) -> str:
    return event.id


def _folded(events: Sequence[Event]) -> "_Folding":
    standing = in_force(events)
    claims = {e.payload.event: e.by for e in standing if isinstance(e.payload, Claimed)}
    folding = _Folding()
    for event in standing:
        folding.apply(replace(event, by=claims[event.id]) if event.id in claims else event)
    return folding


class _Folding:
    """The state while events are applied to it, one by one."""

    def __init__(self) -> None:
        self.stage, self.since, self.file = Stage.NEW, "", ""
        self.texts = Texts()
        self.hashed: dict[str, tuple[dict[str, str], str]] = {}
        self.comments: dict[str, Comment] = {}
        self.waivers: list[Waiver] = []
        self.seals: dict[type, Seal] = {}
        self.unclaimed: list[str] = []
        self.decisions: list[Event] = []
        self.people: dict[Role, dict[str, None]] = {role: {} for role in Role}

    def state(self, last: Event | None) -> State:
        text, source = self._hashes()
        return State(
            stage=self.stage,
            source=self.texts.source,
            units=dict(self.texts.units),
            former={key: unit for key, unit in self.texts.former.items() if unit.text},
            text_hash=text,
            source_hash=source,
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
        if isinstance(event.payload, _DECISIONS):
            self.decisions.append(event)
        match event.payload:
            case Started() as started:
                self.texts.start(started)
                self.file = started.file
                self.since = self.since or event.at
            case SourceChanged() as changed:
                self._change_source(event, changed)
            case Drafted(changes=changes):
                for change in changes:
                    self.texts.put(event, change)
                self._enter(Stage.DRAFT, event, only_from=(Stage.NEW,))
            case Edited(changes=changes):
                self._edit(event, changes)
            case Submitted() as sealed:
                self._seal(event, sealed, Stage.REVIEW)
            case Approved() as sealed:
                self._seal(event, sealed, Stage.APPROVED)
                self.people[Role.REVIEWER][event.by] = None
            case Published() as sealed:
                self._seal(event, sealed, Stage.PUBLISHED)
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
            case Commented(text=text, unit=unit, blocking=blocking, reply=reply):
                answered = self.comments.get(reply)
                self.comments[event.id] = Comment(
                    id=event.id,
                    by=event.by,
                    at=event.at,
                    text=text,
                    unit=self.texts.current(unit) if unit else None,
                    blocking=blocking,
                    reply=reply,
                    resolved_by=answered.resolved_by if answered else None,
                )
            case Resolved(comment=settled):
                for key, comment in self.comments.items():
                    if settled in (key, comment.reply):
                        self.comments[key] = replace(comment, resolved_by=event.by)
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

    def _change_source(self, event: Event, changed: SourceChanged) -> None:
        self.file = changed.file
        self.texts.change_source(event, changed)
        for key, comment in self.comments.items():
            if comment.unit:
                self.comments[key] = replace(comment, unit=self.texts.current(comment.unit))
        if not all(unit.confirmed for unit in self.texts.units.values()):
            later = (Stage.REVIEW, Stage.APPROVED, Stage.PUBLISHED)
            self._enter(Stage.DRAFT, event, only_from=later)

    def _edit(self, event: Event, changes: Sequence[Change]) -> None:
        effects = [self.texts.put(event, change) for change in changes]
        if event.by == NOBODY:
            self.unclaimed.append(event.id)
        elif self.stage in (Stage.NEW, Stage.DRAFT):
            if any(change.confirmed for change in changes):
                self.people[Role.TRANSLATOR][event.by] = None
        elif any(effects):
            self.people[Role.EDITOR][event.by] = None
        self._enter(Stage.DRAFT, event, only_from=(Stage.NEW,))
        if any(effects):
            self._enter(Stage.REVIEW, event, only_from=(Stage.APPROVED, Stage.PUBLISHED))

    def _seal(self, event: Event, sealed: Submitted | Approved | Published, stage: Stage) -> None:
        self.seals[type(sealed)] = Seal(
            by=event.by, at=event.at, event=event.id, text=sealed.text, source=sealed.source
        )
        if isinstance(sealed, Submitted) or (sealed.text, sealed.source) == self._hashes():
            self._enter(stage, event)  # else somebody wrote meanwhile what nobody approved

    def _hashes(self) -> tuple[str, str]:
        texts = {key: unit.text for key, unit in self.texts.units.items()}
        return self._hash("text", texts), self._hash("source", self.texts.source)

    def _hash(self, name: str, texts: dict[str, str]) -> str:
        """Return the hash of texts, anew only where they are not those of the last time."""
        known = self.hashed.get(name)
        if known is None or not (known[0] is texts or _same(known[0], texts)):
            known = self.hashed[name] = texts, texts_hash(texts)
        return known[1]

    def _enter(self, stage: Stage, event: Event, only_from: Sequence[Stage] | None = None) -> None:
        if stage is not self.stage and (only_from is None or self.stage in only_from):
            self.stage, self.since = stage, event.at


def _same(texts: dict[str, str], others: dict[str, str]) -> bool:
    """Whether both have the same texts in the same order."""
    return texts == others and list(texts) == list(others)
