"""Events and people are told by names, never by ids or addresses."""

import pytest

from workflow.workspace.events import NOBODY, Assigned, Commented, Credited, Edited, Payload
from workflow.workspace.narration import told
from workflow.workspace.people import display_name
from workflow.workspace.settings import Contributor

PEOPLE = {
    "ana": Contributor(id="ana", name="Ana Prueba", email="ana@bulletin.example"),
    "dan": Contributor(id="dan", name="Dan Geheim", pseudonym="D. Bode"),
}


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        (Assigned(person="ana", role="editor"), "assigned Ana Prueba as editor"),
        (
            Assigned(person="dan", role="editor", due="2026-03-09"),
            "assigned D. Bode as editor, due 2026-03-09",
        ),
        (
            Credited(person="ana", role="editor", reason="by telephone", withdrawn=True),
            "withdrew the credit of Ana Prueba as editor: by telephone",
        ),
        (Commented(text="Usual?", unit="p-1", blocking=True), "blocked on p-1: Usual?"),
        (Edited(changes=(), via="file"), "edited 0 units in the PO file"),
    ],
)
def test_an_event_is_told_in_words(payload: Payload, words: str) -> None:
    assert told(payload, PEOPLE) == words


def test_whoever_has_left_the_settings_is_named_by_their_id() -> None:
    assert display_name("eve", PEOPLE) == "eve"


def test_edits_that_nobody_claimed_are_somebodys() -> None:
    assert display_name(NOBODY, PEOPLE) == "somebody, in the file"
