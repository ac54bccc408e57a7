"""The texts of a target's units while events are applied, through changes of the source.

Nothing that a person wrote is thrown away here. A unit that the source loses is kept, and has its
text again when it returns. A text for a unit that another one continues goes to that one: two
clones may each have done half of it without knowing of the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.workspace.events import Change, Drafted, Event, SourceChanged, Started
from workflow.workspace.hashes import text_hash
from workflow.workspace.state import UnitState

_EMPTY = UnitState()


class Texts:
    """Source texts (`source`), units, and the units that the source has lost (`former`)."""

    def __init__(self) -> None:
        self.source: dict[str, str] = {}
        self.units: dict[str, UnitState] = {}
        self.former: dict[str, UnitState] = {}
        self._known: dict[str, str] = {}
        self._successors: dict[str, str] = {}

    def current(self, unit: str) -> str:
        """Return the unit that continues this one now, itself if it is there or nothing does."""
        if unit in self.units:
            return unit
        for key in self._line(unit):
            if key in self.units:
                return key
        return unit

    def start(self, started: Started) -> None:
        """Take the units of a new target."""
        self._known |= started.source
        self._arrange(list(started.source))

    def change_source(self, event: Event, changed: SourceChanged) -> None:
        """Take the units of a changed source; what still fits goes to the unit that continues it.

        The text is the one that stands now, which may be newer than the one that the event saw.
        """
        self._known |= changed.added
        self._arrange(changed.order)
        written = {change.unit: change for change in changed.changes}
        for key, old in changed.moved.items():
            self._successors[old] = key
            if key not in self.units or self.units[key].text:  # else somebody was faster
                continue
            before = self.former.get(old) or self.units.get(old)
            if before is not None and before.text:
                self.units[key] = self._carried(before, old, key)
            elif key in written:
                self._put(key, event, written[key])

    def put(self, event: Event, change: Change) -> bool:
        """Give a unit a new text, and say whether that changes what a reader sees.

        A draft never replaces what a person wrote.
        """
        key = self.current(change.unit)
        unit = self._unit(key)
        if isinstance(event.payload, Drafted) and _is_a_persons(unit, change):
            return False
        changes = key in self.units and unit.text != change.text
        if key != change.unit and self._known.get(key) != self._known.get(change.unit):
            change = replace(change, confirmed=False)
            unit = replace(unit, previous=self._known.get(change.unit))
        self._put(key, event, change, unit)
        return changes

    def _put(self, key: str, event: Event, change: Change, before: UnitState | None = None) -> None:
        unit = before or self._unit(key)
        drafted = isinstance(event.payload, Drafted)
        rival = _rival(unit, change)
        (self.units if key in self.units else self.former)[key] = UnitState(
            text=change.text,
            confirmed=change.confirmed and bool(change.text) and rival is None,
            by=event.by,
            event=event.id,
            origin=change.origin or unit.origin,
            draft=change.text if drafted else unit.draft,
            previous=None if change.confirmed else unit.previous,
            rival=rival,
        )

    def _carried(self, unit: UnitState, old: str, new: str) -> UnitState:
        same = self._known.get(old) == self._known.get(new)
        return replace(
            unit,
            confirmed=unit.confirmed and same,
            previous=unit.previous if same else self._known.get(old),
        )

    def _arrange(self, order: Sequence[str]) -> None:
        self.former |= self.units
        self.source = {key: self._known.get(key, "") for key in order}
        self.units = {key: self.former.pop(key, _EMPTY) for key in self.source}

    def _unit(self, key: str) -> UnitState:
        return self.units.get(key) or self.former.get(key) or _EMPTY

    def _line(self, unit: str) -> Iterator[str]:
        """Yield a unit and those that continue it, one after the other."""
        seen: set[str] = set()
        key: str | None = unit
        while key is not None and key not in seen:
            yield key
            seen.add(key)
            key = self._successors.get(key)


def _is_a_persons(unit: UnitState, change: Change) -> bool:
    unseen = unit.text not in ("", unit.draft) and text_hash(unit.text) != change.saw
    return unit.confirmed or unit.rival is not None or unseen


def _rival(unit: UnitState, change: Change) -> str | None:
    """Return the text that stands against the new one: somebody wrote it without seeing this."""
    if unit.text not in ("", change.text) and text_hash(unit.text) != change.saw:
        return unit.text
    if unit.rival is None or change.text == unit.rival:
        return None
    return None if change.settles == text_hash(unit.rival) else unit.rival
