import pytest

from workflow.checks.finding import Finding, Severity
from workflow.errors import InputError, StaleError
from workflow.review.buffer import parse_buffer, render_buffer
from workflow.review.editing import Edits, buffer_units, edits, record_edits
from workflow.workspace.events import Commented, Resolved, Waived
from workflow.workspace.settings import Contributor


def offered(story) -> str:
    return render_buffer("heading", buffer_units(story.state, (), {}))


def came_back(text: str, story) -> Edits:
    return edits(parse_buffer(text, "file"), story.state)


def test_nothing_touched_is_nothing_changed(story):
    assert came_back(offered(story), story).count == 0


def test_a_changed_draft_is_confirmed_and_the_others_stay_drafts(story):
    text = offered(story).replace("Tiene 12 alumnos.", "Tiene doce alumnos.")
    assert came_back(text, story) == Edits(confirmed={"p-2": "Tiene doce alumnos."}, drafts={})


def test_an_x_confirms_a_text_as_it_stands(story):
    text = offered(story).replace("## p-2 [ ]", "## p-2 [x]")
    assert came_back(text, story) == Edits(confirmed={"p-2": "Tiene 12 alumnos."}, drafts={})


def test_a_question_mark_keeps_a_changed_text_a_draft(story):
    text = offered(story).replace("## p-2 [ ]", "## p-2 [?]").replace("12 alumnos", "alumnos")
    assert came_back(text, story) == Edits(confirmed={}, drafts={"p-2": "Tiene alumnos."})


def test_a_blank_mark_takes_a_confirmation_back(story):
    story.edit(p_2="Tiene doce alumnos.")
    text = offered(story).replace("## p-2 [x]", "## p-2 [ ]")
    assert came_back(text, story) == Edits(confirmed={}, drafts={"p-2": "Tiene doce alumnos."})


def test_all_can_be_confirmed_but_what_has_a_question_mark(story):
    text = "confirm: all\n" + offered(story).replace("## p-2 [ ]", "## p-2 [?]")
    assert list(came_back(text, story).confirmed) == ["title-1", "p-1"]


def test_an_emptied_text_is_not_confirmed(story):
    text = offered(story).replace("Tiene 12 alumnos.", "")
    assert came_back(text, story) == Edits(confirmed={}, drafts={"p-2": ""})


def test_a_text_that_somebody_changed_meanwhile_is_not_overwritten(story):
    text = offered(story).replace("Tiene 12 alumnos.", "Tiene doce alumnos.")
    story.edit("eli", p_2="Son 12 alumnos.")
    with pytest.raises(StaleError, match="somebody else has changed p-2 meanwhile"):
        came_back(text, story)


def test_what_somebody_changed_elsewhere_is_left_alone(story):
    text = offered(story).replace("Tiene 12 alumnos.", "Tiene doce alumnos.")
    story.edit("eli", p_1="Una escuela en un barco.")
    assert list(came_back(text, story).confirmed) == ["p-2"]


def test_a_unit_that_is_gone_is_named(story):
    text = offered(story).replace("Tiene 12 alumnos.", "Tiene doce alumnos.")
    story.correct_source({}, p_1="A school on a boat.")
    with pytest.raises(InputError, match="no unit p-2 any more"):
        came_back(text, story)


def test_notes_tell_what_a_person_should_know(story):
    remark = story.tell(Commented(text="Check the number.", unit="p-2"), "eli")
    settled = story.tell(Commented(text="Settled.", unit="p-2"), "eli")
    story.tell(Resolved(comment=settled.id), "eli")
    finding = Finding(check="numbers", severity=Severity.ERROR, message="12 is missing", unit="p-2")
    people = {"eli": Contributor(id="eli", name="Eli Muster")}

    last = buffer_units(story.state, [finding], people)[-1]

    assert last.notes == (
        "drafted by argos (en-es 1.0)",
        f"error {finding.key} numbers: 12 is missing",
        f"Eli Muster remarks ({remark.id}): Check the number.",
    )


def test_a_waived_finding_is_not_told_again(story):
    story.tell(Waived(check="numbers", unit="p-2", excerpt="", reason="It is in the title."))
    finding = Finding(check="numbers", severity=Severity.ERROR, message="12 is missing", unit="p-2")
    assert buffer_units(story.state, [finding], {})[-1].notes == ("drafted by argos (en-es 1.0)",)


def test_a_person_may_ask_for_some_units_only(story):
    assert [u.unit for u in buffer_units(story.state, (), {}, ["p-2"])] == ["p-2"]
    with pytest.raises(InputError, match="no unit p-9"):
        buffer_units(story.state, (), {}, ["p-9"])


def test_edits_are_recorded_with_what_the_person_stands_by(article):
    target = article.add_target("es", "ana")
    first, second = list(target.texts)[:2]
    record_edits(target, Edits(confirmed={first: "Listo"}, drafts={second: "Quizás"}), "ana")
    units = article.target("es").state.units
    assert (units[first].text, units[first].confirmed, units[first].by) == ("Listo", True, "ana")
    assert (units[second].text, units[second].confirmed) == ("Quizás", False)


def test_a_file_written_by_hand_needs_neither_all_units_nor_hashes(story):
    found = came_back("## p-2 [ ]\nTiene doce alumnos.\n", story)
    assert found == Edits(confirmed={"p-2": "Tiene doce alumnos."}, drafts={})


def test_a_text_in_the_middle_is_shown_and_marked_where_it_changed(story):
    middles = {"p-1": ("fr", "Une école."), "p-2": ("fr", "Elle a 12 élèves.")}
    shown = buffer_units(story.state, (), {}, (), middles, stale=["p-2"])
    assert shown[1].notes[0] == "fr: Une école."
    assert shown[2].notes[0] == "fr (changed since): Elle a 12 élèves."
