"""Which change `undo` takes back."""

from collections.abc import Iterable

from workflow.workspace.events import (
    Archived,
    Event,
    Published,
    Renamed,
    Restored,
    SourceChanged,
    Started,
    Undone,
    Unpublished,
)
from workflow.workspace.fold import in_force

_PASSED_OVER = (Undone, Renamed, Archived, Restored)
"""These changed nothing in the target."""
_LASTING = (Started, SourceChanged, Published, Unpublished)
"""To take these back would bring neither the page nor the source back."""


def change_to_undo(events: Iterable[Event]) -> Event | None:
    """Return the last change that can be taken back, None where there is none."""
    changes = [event for event in in_force(events) if not isinstance(event.payload, _PASSED_OVER)]
    last = changes[-1] if changes else None
    return None if last is None or isinstance(last.payload, _LASTING) else last
