"""Where the texts of a target come from: engine, package, score, terms, and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from workflow.workspace.events import Drafted, Event, Origin
from workflow.workspace.fold import in_force
from workflow.workspace.target import Target


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """The origin of one unit's text; `at` is when it was drafted (ISO 8601).

    `changed` tells that a person has changed the draft since, `confirmed` that one stands by it.
    """

    unit: str
    origin: Origin
    at: str
    changed: bool
    confirmed: bool


def drafted_at(events: Sequence[Event]) -> dict[str, str]:
    """Return when each unit was drafted last (ISO 8601)."""
    return {
        change.unit: event.at
        for event in in_force(events)
        if isinstance(event.payload, Drafted)
        for change in event.payload.changes
    }


def provenances(target: Target) -> list[Provenance]:
    """Return the origins of those units of a target that began as a draft, in order."""
    at = drafted_at(target.events)
    return [
        Provenance(
            unit=key,
            origin=unit.origin,
            at=at.get(key, ""),
            changed=unit.text != unit.draft,
            confirmed=unit.confirmed,
        )
        for key, unit in target.state.units.items()
        if unit.origin
    ]


def origin_line(origin: Origin, at: str = "") -> str:
    """Return an origin in words: `argos (starter en-es 0.2) on 2026-05-04; terms: court`."""
    parts = [_maker(origin) + (f" on {at[:10]}" if at else "")]
    if origin.via:
        parts[0] += f", by way of {origin.via}"
    if origin.score is not None:
        parts.append(f"a match of {origin.score:.0%}")
    if origin.terms:
        parts.append(f"terms put in: {', '.join(origin.terms)}")
    return "; ".join(parts)


def origin_summary(found: Iterable[Provenance]) -> Iterator[str]:
    """Yield a line for each engine and day: how many units, how many changed, which terms."""
    ordered = sorted(found, key=_sort)
    for (maker, day), group in groupby(ordered, key=_sort):
        units = list(group)
        parts = [f"{len(units)} by {maker}" + (f" on {day}" if day else "")]
        scores = sorted({unit.origin.score for unit in units if unit.origin.score is not None})
        if scores:
            least = f"{scores[0]:.0%} to " if len(scores) > 1 else ""
            parts.append(f"matches of {least}{scores[-1]:.0%}")
        if changed := sum(unit.changed for unit in units):
            parts.append(f"{changed} changed since")
        if terms := sorted({term for unit in units for term in unit.origin.terms}):
            parts.append(f"terms put in: {', '.join(terms)}")
        yield "; ".join(parts)


def _sort(one: Provenance) -> tuple[str, str]:
    via = f", by way of {one.origin.via}" if one.origin.via else ""
    from_memory = one.origin.score is not None  # its place is an article, and not a package
    return (one.origin.engine if from_memory else _maker(one.origin)) + via, one.at[:10]


def _maker(origin: Origin) -> str:
    return f"{origin.engine} ({origin.package})" if origin.package else origin.engine
