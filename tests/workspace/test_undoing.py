"""`undo` takes back the last change of the target, and nothing that has an effect elsewhere."""

import pytest

from workflow.workspace.events import (
    Commented,
    Event,
    Payload,
    Published,
    Renamed,
    Returned,
    Started,
    Undone,
)
from workflow.workspace.undoing import change_to_undo

STARTED = Started(source={"p-1": "Text"}, file="f")
OUT = Published(text="t", source="s", formats=("web",))


def undone(*payloads: Payload) -> str | None:
    events = [
        Event(id=str(number), at="2026-03-09T12:00:00Z", by="ana", payload=payload)
        for number, payload in enumerate(payloads)
    ]
    found = change_to_undo(events)
    return found.id if found else None


@pytest.mark.parametrize(
    ("payloads", "expected"),
    [
        ((STARTED, Commented(text="Usual?"), Returned(reason="Hasty")), "2"),
        ((STARTED, Commented(text="Usual?"), Returned(reason="Hasty"), Undone(event="2")), "1"),
        ((STARTED, Commented(text="Usual?"), Renamed(old="a", new="b")), "1"),
        ((STARTED, Commented(text="Usual?"), OUT), None),
        ((STARTED,), None),
        ((), None),
    ],
)
def test_the_last_change_that_still_counts(
    payloads: tuple[Payload, ...], expected: str | None
) -> None:
    assert undone(*payloads) == expected
