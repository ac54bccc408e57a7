"""A PO file as this tool wrote it holds no edit and no remark by anybody else."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workflow.document.markdown import clean
from workflow.workspace import po, rolling
from workflow.workspace.events import (
    Change,
    Commented,
    Edited,
    Event,
    Payload,
    Resolved,
    SourceChanged,
    Started,
    Undone,
)
from workflow.workspace.fold import fold, text_hash
from workflow.workspace.journal import new_event

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
STARTED = Started(source={"p-1": "A text."}, file="f")


def story(*payloads: Payload) -> list[Event]:
    events = [new_event(STARTED, "ana", [])]
    for payload in payloads:
        events.append(new_event(payload, "ana", events))
    return events


def written(events: list[Event]) -> list[po.Entry]:
    """The entries of the PO file after these events."""
    data = po.render(fold(events), article="a", source_language="en", target="es")
    return po.parse(data, Path("a.po"))


def edited(text: str, saw: str = "", unit: str = "p-1") -> Edited:
    return Edited(changes=(Change(unit=unit, text=text, saw=text_hash(saw)),))


@given(TEXT)
def test_no_comment_comes_back_as_another(text: str) -> None:
    events = story(Commented(text=text, unit="p-1"))
    assert rolling.outside_comments(written(events), events) == ()


@given(TEXT.map(clean))
def test_no_text_comes_back_as_another(text: str) -> None:
    events = story(edited(text))
    assert rolling.outside_changes(fold(events), written(events), {}) == ()


def test_a_comment_that_was_settled_is_no_remark_where_the_file_is_behind() -> None:
    events = story(Commented(text="Sure?", unit="p-1"))
    behind = written(events)
    for end in (Resolved(comment=events[-1].id), Undone(event=events[-1].id)):
        assert rolling.outside_comments(behind, story(events[-1].payload, end)) == ()


def test_a_text_that_was_taken_back_is_only_behind() -> None:
    events = story(edited("One."), edited("Two.", saw="One."))
    behind = written(events)
    events.append(new_event(Undone(event=events[-1].id), "ana", events))
    superseded = rolling.superseded_texts(events)
    assert rolling.outside_changes(fold(events), behind, superseded) == ()


def test_a_text_for_a_unit_that_moved_on_is_only_behind() -> None:
    events = story(
        edited("One."),
        SourceChanged(order=("p-2",), added={"p-2": "B."}, file="g", moved={"p-2": "p-1"}),
    )
    behind = written(events)
    events.append(new_event(edited("Two.", saw="One."), "ben", events))
    assert fold(events).units["p-2"].text == "Two."
    superseded = rolling.superseded_texts(events)
    assert rolling.outside_changes(fold(events), behind, superseded) == ()


def test_a_text_typed_for_a_unit_that_is_gone_is_an_edit() -> None:
    events = story(edited("One."))
    typed = [po.Entry(unit="p-1", source="A text.", text="Typed.", confirmed=True)]
    events.append(new_event(SourceChanged(order=(), added={}, file="g"), "", events))
    [change] = rolling.outside_changes(fold(events), typed, {})
    assert (change.unit, change.text) == ("p-1", "Typed.")
