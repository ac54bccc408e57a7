from workflow.review.unit_history import unit_history
from workflow.workspace.events import Claimed, Edited, Undone


def test_steps_the_latest_first(story):
    story.edit(p_1="Una escuela en un barco.")
    story.edit("eli", p_1="Una escuela en un barco.", p_2="Tiene 13 alumnos.")
    steps = unit_history(story.events, "p-1")
    assert [(step.by, step.engine, step.text) for step in steps] == [
        ("eli", "", "Una escuela en un barco."),
        ("ana", "", "Una escuela en un barco."),
        ("ana", "argos", "Una escuela en un bote."),
    ]
    assert "".join(hunk.old for hunk in steps[1].hunks) == "Una escuela en un bote."
    assert steps[0].before == steps[0].text


def test_a_unit_goes_on_under_another_id(story):
    story.edit(p_1="Una escuela en un barco.")
    story.correct_source({"p-9": "p-1"}, title_1="The boat school", p_9="A school on a big boat.")
    story.edit("eli", p_9="Una escuela en un barco grande.")
    assert [step.by for step in unit_history(story.events, "p-9")] == ["eli", "ana", "ana"]


def test_edits_that_were_claimed_or_taken_back(story):
    found = story.tell(Edited(changes=story.changes({"p-1": "Otra"}, confirmed=True)), by="")
    story.tell(Claimed(event=found.id), by="ana")
    wrong = story.edit("eli", p_1="Mal")
    story.tell(Undone(event=wrong.id))
    last, *_ = unit_history(story.events, "p-1")
    assert (last.by, last.text) == ("ana", "Otra")
