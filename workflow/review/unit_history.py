"""What became of one unit, step by step: who wrote what, and what was said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workflow.review.diff_text import Hunk, diff
from workflow.workspace.events import Change, Claimed, Drafted, Edited, Event, SourceChanged
from workflow.workspace.fold import in_force


@dataclass(frozen=True, kw_only=True)
class Step:
    """One change of a unit; `by` is a contributor or NOBODY, `engine` what drafted, if it was one.

    `before` and `text` are the unit's texts; where they are the same, the text was only confirmed.
    """

    event: str
    at: str
    by: str
    engine: str
    before: str
    text: str
    confirmed: bool

    @cached_property
    def hunks(self) -> tuple[Hunk, ...]:
        """What the step changed."""
        return diff(self.before, self.text)


def unit_history(events: Sequence[Event], unit: str) -> list[Step]:
    """Return the changes of a unit and of those that it continues, the latest first."""
    standing = in_force(events)
    ids = set(_line(standing, unit))
    claims = {e.payload.event: e.by for e in standing if isinstance(e.payload, Claimed)}
    steps: list[Step] = []
    text = ""
    for event in standing:
        for change in _changes(event):
            if change.unit in ids:
                steps.append(_step(event, change, text, claims.get(event.id, event.by)))
                text = change.text
    return steps[::-1]


def _changes(event: Event) -> tuple[Change, ...]:
    return event.payload.changes if isinstance(event.payload, Drafted | Edited) else ()


def _step(event: Event, change: Change, before: str, by: str) -> Step:
    return Step(
        event=event.id,
        at=event.at,
        by=by,
        engine=change.origin.engine if change.origin and isinstance(event.payload, Drafted) else "",
        before=before,
        text=change.text,
        confirmed=change.confirmed,
    )


def _line(standing: Sequence[Event], unit: str) -> Iterator[str]:
    """Yield a unit and those whose translation it took over when the source was changed."""
    yield unit
    for event in reversed(standing):
        if isinstance(event.payload, SourceChanged) and unit in event.payload.moved:
            unit = event.payload.moved[unit]
            yield unit
