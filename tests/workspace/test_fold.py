"""The fold: the same from files in any order, and fair to two people at once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.workspace.events import (
    Approved,
    Change,
    Claimed,
    Commented,
    Drafted,
    Edited,
    Event,
    Payload,
    Published,
    Resolved,
    Returned,
    SourceChanged,
    Started,
    Submitted,
    Undone,
)
from workflow.workspace.fold import fold, text_hash
from workflow.workspace.journal import new_event
from workflow.workspace.state import Stage, State


def edit(text: str, saw: str, *, confirmed: bool = True) -> Edited:
    return Edited(changes=(Change(unit="p", text=text, saw=text_hash(saw), confirmed=confirmed),))


STARTED = Started(source={"p": "Source.", "q": "Other."}, file="f")


def story(*acts: tuple[str, Payload]) -> list[Event]:
    events: list[Event] = []
    for by, payload in acts:
        events.append(new_event(payload, by, events))
    return events


def told(*acts: tuple[str, Payload]) -> State:
    return fold(story(("ana", STARTED), *acts))


def approved(*acts: tuple[str, Payload]) -> Approved:
    """An approval of what these acts lead to."""
    state = told(*acts)
    return Approved(text=state.text_hash, source=state.source_hash)


@given(st.permutations(range(6)))
@settings(max_examples=30)
def test_the_order_of_the_files_does_not_matter(order: list[int]) -> None:
    events = story(
        ("ana", STARTED),
        ("ana", Drafted(changes=(Change(unit="p", text="D", saw=text_hash("")),))),
        ("ana", edit("E", "D")),
        ("ben", Submitted(text="t", source="s")),
        ("ben", edit("F", "E")),
        ("ben", Returned(reason="r")),
    )
    assert fold([events[i] for i in order]) == fold(events)


def test_stages_follow_the_events() -> None:
    acts: list[tuple[str, Payload]] = [("ana", edit("T", ""))]
    seal = approved(*acts)
    stages = []
    for act in (
        Submitted(text=seal.text, source=seal.source),
        seal,
        Published(text=seal.text, source=seal.source, formats=("web",)),
    ):
        stages.append(told(*acts).stage)
        acts.append(("ben", act))
    assert [*stages, told(*acts).stage] == ["draft", "review", "approved", "published"]


def test_an_edit_after_approval_goes_back_to_review() -> None:
    typed = ("ana", edit("T", ""))
    state = told(typed, ("ben", approved(typed)), ("ben", edit("U", "T")))
    assert state.stage is Stage.REVIEW


def test_an_approval_of_a_text_that_somebody_edits_meanwhile_does_not_hold() -> None:
    typed, submitted = ("ana", edit("T", "")), ("ana", Submitted(text="t", source="s"))
    seal = approved(typed)
    state = told(typed, submitted, ("ana", edit("U", "T")), ("ben", seal))
    assert state.stage is Stage.REVIEW
    assert state.approved is not None
    assert state.approved.text != state.text_hash


def test_of_two_edits_at_once_the_later_stands_unconfirmed_and_the_other_is_kept() -> None:
    unit = told(("ana", edit("Ana's", "")), ("ben", edit("Ben's", ""))).units["p"]
    assert (unit.text, unit.rival, unit.confirmed) == ("Ben's", "Ana's", False)


def test_two_people_with_the_same_text_are_no_conflict() -> None:
    unit = told(("ana", edit("Same", "")), ("ben", edit("Same", ""))).units["p"]
    assert unit.rival is None
    assert unit.confirmed


def test_a_draft_made_while_a_person_wrote_is_passed_over() -> None:
    drafted = Drafted(changes=(Change(unit="p", text="machine", saw=text_hash("")),))
    assert told(("ana", edit("person", "")), ("ben", drafted)).units["p"].text == "person"


def test_a_claimed_edit_counts_for_the_person() -> None:
    events = story(("ana", STARTED), ("", edit("T", "")))
    assert fold(events).unclaimed == (events[-1].id,)
    events.append(new_event(Claimed(event=events[-1].id), "ana", events))
    assert fold(events).unclaimed == ()
    assert fold(events).translators == ("ana",)


def test_what_was_undone_leaves_no_trace_in_the_state() -> None:
    events = story(("ana", STARTED), ("ana", edit("T", "")))
    undone = [*events, new_event(Undone(event=events[-1].id), "ana", events)]
    assert fold(undone).units == fold(events[:1]).units
    assert fold(undone).stage is Stage.NEW


def test_a_changed_source_opens_an_approved_text_again() -> None:
    changed = SourceChanged(order=("p", "r"), added={"r": "New."}, file="g")
    typed = ("ana", edit("T", ""))
    state = told(typed, ("ben", approved(typed)), ("", changed))
    assert state.stage is Stage.DRAFT
    assert list(state.units) == ["p", "r"]
    assert state.units["p"].confirmed


def test_a_carried_text_never_replaces_what_somebody_wrote_meanwhile() -> None:
    changed = SourceChanged(
        order=("r",),
        added={"r": "Source!"},
        file="g",
        moved={"r": "p"},
        changes=(Change(unit="r", text="carried", saw=text_hash(""), confirmed=False),),
    )
    typed = Edited(changes=(Change(unit="r", text="typed", saw=text_hash("carried")),))
    state = told(("ana", edit("T", "")), ("", changed), ("ana", typed), ("", changed))
    assert state.units["r"].text == "typed"


def test_a_reply_is_settled_with_the_comment_that_it_answers() -> None:
    events = story(("ana", STARTED), ("ben", Commented(text="Who says this?", unit="p")))
    asked = events[-1].id
    events.append(new_event(Commented(text="The lawyer.", unit="p", reply=asked), "ana", events))
    events.append(new_event(Resolved(comment=asked), "ben", events))
    assert [comment.resolved_by for comment in fold(events).comments] == ["ben", "ben"]
