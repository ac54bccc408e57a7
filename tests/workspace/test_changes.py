"""What a draft and a person's text change: nothing where a person has decided, or has to."""

import pytest

from workflow.workspace.changes import drafts, edits
from workflow.workspace.events import Origin
from workflow.workspace.state import Stage, State, UnitState

MACHINE = {"p-1": ("Texto", Origin(engine="argos"))}


def state(unit: UnitState) -> State:
    return State(stage=Stage.DRAFT, source={"p-1": "Text"}, units={"p-1": unit})


@pytest.mark.parametrize(
    "unit", [UnitState(), UnitState(text="Viejo"), UnitState(text="Viejo", by="ana")]
)
def test_a_draft_goes_where_nobody_stands_by_the_text(unit: UnitState) -> None:
    [change] = drafts(state(unit), MACHINE, {})
    assert (change.text, change.confirmed) == ("Texto", False)


@pytest.mark.parametrize(
    "unit",
    [UnitState(text="Mío", confirmed=True), UnitState(text="Uno", rival="Otro")],
    ids=["confirmed", "two texts, and nobody has chosen"],
)
def test_a_draft_leaves_what_is_a_persons(unit: UnitState) -> None:
    assert not list(drafts(state(unit), MACHINE, {}))


def test_a_draft_of_a_text_that_has_changed_since_is_left() -> None:
    assert not list(drafts(state(UnitState(text="Nuevo")), MACHINE, {"p-1": "Viejo"}))


def test_an_empty_text_stands_by_nothing() -> None:
    assert not list(edits(state(UnitState()), {"p-1": " "}, confirmed=True))


def test_a_text_that_stands_there_already_changes_nothing() -> None:
    unit = UnitState(text="Mío", confirmed=True)
    assert not list(edits(state(unit), {"p-1": "Mío "}, confirmed=["p-1"]))
    [change] = edits(state(unit), {"p-1": "Mío"}, confirmed=[])
    assert not change.confirmed
