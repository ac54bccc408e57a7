"""A target's text at one moment, rebuilt from its history."""

from collections.abc import Sequence
from datetime import date

from workflow.errors import InputError
from workflow.workspace.events import (
    Approved,
    Drafted,
    Event,
    Published,
    SourceChanged,
    Started,
    Submitted,
)
from workflow.workspace.fold import fold, in_force
from workflow.workspace.state import State

_SEALS = {"submitted": Submitted, "approved": Approved, "published": Published}
_MIN_PREFIX = 6


def state_at(events: Sequence[Event], name: str) -> State:
    """Return the state that a revision's name means.

    `now`; `draft` (what the engines proposed, without any person's edit); `submitted`, `approved`
    or `published` (the last time); an event's id or its first letters; a date (`2026-03-01`, its
    end). Raises InputError where there is no such revision.
    """
    if name == "now":
        return fold(events)
    if name == "draft":
        return fold([e for e in events if isinstance(e.payload, Started | SourceChanged | Drafted)])
    if name in _SEALS:
        return fold(_until(events, _last_seal(events, name)))
    if day := _day(name):
        return fold([e for e in events if e.at[:10] <= day])
    found = [e for e in events if len(name) >= _MIN_PREFIX and e.id.startswith(name.upper())]
    if len(found) != 1:
        raise InputError(
            f"{name!r} names {'several revisions' if found else 'no revision'}",
            hint="Use now, draft, submitted, approved, published, a date such as 2026-03-01, "
            "or an id from `workflow history`.",
        )
    return fold(_until(events, found[0]))


def _until(events: Sequence[Event], last: Event) -> list[Event]:
    return [event for event in events if event.id <= last.id]


def _last_seal(events: Sequence[Event], name: str) -> Event:
    seals = [event for event in in_force(events) if isinstance(event.payload, _SEALS[name])]
    if not seals:
        raise InputError(
            f"nothing has been {name} yet",
            hint="`workflow history` lists what has happened so far.",
        )
    return seals[-1]


def _day(name: str) -> str | None:
    try:
        return date.fromisoformat(name).isoformat()
    except ValueError:
        return None
