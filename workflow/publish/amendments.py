"""What was changed in a translation after it had gone out, as the journal tells it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from workflow.document.units import UnitKind
from workflow.workspace.events import Event, Published, Unpublished
from workflow.workspace.fold import fold, in_force


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """One later publication: its day, what the publisher says of it, and what was changed.

    `note` is in the target's language and may be empty. `kinds` are the kinds of units whose text
    differs from what was out before. The old text itself is not told: it may be what had to go.
    """

    day: date
    note: str
    kinds: tuple[UnitKind, ...]


def outings(events: Iterable[Event]) -> list[Event]:
    """Return the events by which other text came before readers, since a target went out.

    The same text in one more format is nothing new, and a target that was taken down begins anew.
    """
    found: list[Event] = []
    out: tuple[str, str] | None = None
    for event in in_force(events):
        match event.payload:
            case Published(text=text, source=source) if (text, source) != out:
                found.append(event)
                out = (text, source)
            case Unpublished():
                found.clear()
                out = None
    return found


def amendments(events: Sequence[Event]) -> tuple[Amendment, ...]:
    """Return what was changed since a target first went out, the oldest change first."""
    times = outings(events)
    if len(times) < 2:
        return ()
    texts = [_texts_by_kind(events, event) for event in times]
    found = (
        _amendment(event, _differing(before, after))
        for event, (before, after) in zip(times[1:], pairwise(texts), strict=True)
    )
    return tuple(amendment for amendment in found if amendment.kinds or amendment.note)


def _amendment(event: Event, kinds: tuple[UnitKind, ...]) -> Amendment:
    note = event.payload.note if isinstance(event.payload, Published) else ""
    return Amendment(day=datetime.fromisoformat(event.at).date(), note=note, kinds=kinds)


_Texts = Mapping[UnitKind, Sequence[str]]


def _texts_by_kind(events: Sequence[Event], last: Event) -> _Texts:
    state = fold([event for event in events if event.id <= last.id])
    texts: dict[UnitKind, list[str]] = defaultdict(list)
    for key, unit in state.units.items():
        texts[UnitKind(key.rpartition("-")[0])].append(unit.text)
    return texts


def _differing(before: _Texts, after: _Texts) -> tuple[UnitKind, ...]:
    return tuple(kind for kind in UnitKind if before.get(kind) != after.get(kind))
