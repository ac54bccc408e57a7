"""What changed in a target between two revisions, unit by unit, and who changed it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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
    by: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()

    @cached_property
    def hunks(self) -> tuple[Hunk, ...]:
        """What changed from the old text to the new one."""
        return diff(self.old, self.new)

    @property
    def kind(self) -> UnitKind:
        return UnitKind(self.unit.partition("-")[0])

    @property
    def changed(self) -> bool:
        return self.old != self.new or self.previous is not None


@dataclass(frozen=True)
class _Touch:
    """One change of one unit: by a person, or by an engine that a person ran."""

    event: str
    unit: str
    by: str
    engine: str | None


def diff_revisions(old: State, new: State, events: Sequence[Event] = ()) -> list[UnitDiff]:
    """Return all units, changed or not, in the order of `new`; a lost unit stands where it stood.

    `events` is the target's journal; it tells who made the changes and which unit took over from
    which when the source was changed.
    """
    standing = in_force(events)
    touches = list(_touches(standing))
    moves = [e.payload.moved for e in standing if isinstance(e.payload, SourceChanged)]
    return [_unit_diff(old, new, line, touches) for line in _lines(old, new, moves)]


@dataclass(frozen=True)
class _Line:
    """A unit, the id that it has in the older revision, and all ids that it ever had."""

    unit: str
    older: str
    ids: tuple[str, ...]


def _lines(old: State, new: State, moves: Sequence[Mapping[str, str]]) -> Iterator[_Line]:
    """Yield every unit of the two; one that was lost follows what it stood after."""
    lines = [_line(unit, old, moves) for unit in new.units]
    kept = {line.older for line in lines}
    lost: dict[str, list[_Line]] = {}
    last = ""
    for unit in old.units:
        if unit in kept:
            last = unit
        else:
            lost.setdefault(last, []).append(_Line(unit, unit, (unit,)))
    yield from lost.get("", ())
    for line in lines:
        yield line
        yield from lost.pop(line.older, ())


def _line(unit: str, old: State, moves: Sequence[Mapping[str, str]]) -> _Line:
    ids = [unit]
    for moved in reversed(moves):
        if ids[-1] in moved:
            ids.append(moved[ids[-1]])
    older = next((key for key in ids if key in old.units), ids[-1])
    return _Line(unit, older, tuple(ids))


def _unit_diff(old: State, new: State, line: _Line, touches: Sequence[_Touch]) -> UnitDiff:
    before, after = old.units.get(line.older, UnitState()), new.units.get(line.unit, UnitState())
    old_source, new_source = old.source.get(line.older, ""), new.source.get(line.unit, "")
    between = [
        touch
        for touch in touches
        if touch.unit in line.ids and before.event < touch.event <= after.event
    ]
    return UnitDiff(
        unit=line.unit,
        source=new_source or old_source,
        previous=old_source if old_source and new_source and old_source != new_source else None,
        old=before.text,
        new=after.text,
        by=tuple(dict.fromkeys(touch.by for touch in between if touch.engine is None)),
        engines=tuple(dict.fromkeys(touch.engine for touch in between if touch.engine)),
    )


def _touches(standing: Sequence[Event]) -> Iterator[_Touch]:
    claims = {e.payload.event: e.by for e in standing if isinstance(e.payload, Claimed)}
    for event in standing:
        if isinstance(event.payload, Drafted | Edited):
            by = claims.get(event.id, event.by)
            for change in event.payload.changes:
                engine = change.origin.engine if change.origin else None
                yield _Touch(event.id, change.unit, by, engine)
