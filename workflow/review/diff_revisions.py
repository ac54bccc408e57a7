"""What changed in a target between two revisions, unit by unit, and who changed it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.document.units import UnitKind
from workflow.review.diff_text import Hunk, diff
from workflow.workspace.events import Claimed, Drafted, Edited, Event, SourceChanged
from workflow.workspace.fold import in_force
from workflow.workspace.state import State, UnitState


@dataclass(frozen=True, kw_only=True)
class UnitDiff:
    """One unit in two revisions; a unit that one of them lacks has no text there.

    `source` is the source text of the newer revision that has the unit, `previous` the older one's
    where the source was changed between. `by` are the contributors (and NOBODY) who wrote between
    the two, `engines` what drafted; both in the order of their first change.
    """

    unit: str
    source: str
    previous: str | None
    old: str
    new: str
    hunks: tuple[Hunk, ...]
    by: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()

    @property
    def kind(self) -> UnitKind:
        return UnitKind(self.unit.partition("-")[0])

    @property
    def changed(self) -> bool:
        return self.old != self.new or self.previous is not None


@dataclass(frozen=True)
class _Hands:
    """Who had a hand in a unit."""

    people: dict[str, None]
    engines: dict[str, None]


def diff_revisions(old: State, new: State, events: Sequence[Event] = ()) -> list[UnitDiff]:
    """Return all units, changed or not, in the order of `new`; a lost unit stands where it stood.

    `events` is the target's journal; it tells who made the changes and which unit took over from
    which when the source was changed.
    """
    between = _between(events, old, new)
    hands = _hands(between, events)
    earlier = _earlier_ids(old, new, between)
    return [
        _unit_diff(old, new, before, after, hands.get(after or before or "", _Hands({}, {})))
        for before, after in _rows(old, new, earlier)
    ]


def _unit_diff(
    old: State, new: State, before: str | None, after: str | None, hands: _Hands
) -> UnitDiff:
    old_text = old.units.get(before or "", UnitState()).text
    new_text = new.units.get(after or "", UnitState()).text
    old_source, new_source = old.source.get(before or "", ""), new.source.get(after or "", "")
    changed = old_text != new_text
    return UnitDiff(
        unit=after or before or "",
        source=new_source or old_source,
        previous=old_source if old_source and new_source and old_source != new_source else None,
        old=old_text,
        new=new_text,
        hunks=diff(old_text, new_text),
        by=tuple(hands.people) if changed else (),
        engines=tuple(hands.engines) if changed else (),
    )


def _rows(
    old: State, new: State, earlier: Mapping[str, str]
) -> Iterator[tuple[str | None, str | None]]:
    """Yield the pairs of old and new unit ids, with the lost units after what they stood after."""
    kept = set(earlier.values())
    lost: dict[str | None, list[str]] = {}
    last = None
    for unit in old.units:
        if unit in kept:
            last = unit
        else:
            lost.setdefault(last, []).append(unit)
    yield from ((unit, None) for unit in lost.get(None, ()))
    for unit in new.units:
        yield earlier.get(unit), unit
        yield from ((gone, None) for gone in lost.get(earlier.get(unit, unit), ()))


def _earlier_ids(old: State, new: State, between: Sequence[Event]) -> dict[str, str]:
    """Return, for each unit of `new` that `old` had in some form, its id in `old`."""
    moves = [e.payload.moved for e in between if isinstance(e.payload, SourceChanged)]
    earlier: dict[str, str] = {}
    for unit in new.units:
        known = unit
        for moved in reversed(moves):
            if known in old.units:
                break
            known = moved.get(known, known)
        if known in old.units and known not in earlier.values():
            earlier[unit] = known
    return earlier


def _between(events: Sequence[Event], old: State, new: State) -> list[Event]:
    first = old.last.id if old.last else ""
    last = new.last.id if new.last else ""
    return [event for event in in_force(events) if first < event.id <= last]


def _hands(between: Sequence[Event], events: Sequence[Event]) -> dict[str, _Hands]:
    claims = {e.payload.event: e.by for e in in_force(events) if isinstance(e.payload, Claimed)}
    hands: dict[str, _Hands] = {}
    for event in between:
        if not isinstance(event.payload, Drafted | Edited | SourceChanged):
            continue
        for change in event.payload.changes:
            hand = hands.setdefault(change.unit, _Hands({}, {}))
            if isinstance(event.payload, Edited):
                hand.people[claims.get(event.id, event.by)] = None
            elif change.origin:
                hand.engines[change.origin.engine] = None
    return hands
