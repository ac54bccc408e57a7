from workflow.document.units import UnitKind
from workflow.review.diff_revisions import diff_revisions
from workflow.workspace.events import NOBODY, Claimed, Edited
from workflow.workspace.fold import fold
from workflow.workspace.revisions import state_at


def test_every_unit_is_there_and_says_whether_it_changed(story):
    drafted = story.state
    story.edit(title_1="La escuela barco")

    title, first, second = diff_revisions(drafted, story.state, story.events)

    assert (title.unit, title.kind, title.source) == ("title-1", UnitKind.TITLE, "The boat school")
    assert (title.old, title.new) == ("La escuela bote", "La escuela barco")
    assert [(h.old, h.new) for h in title.hunks][-1] == ("bote", "barco")
    assert [unit.changed for unit in (title, first, second)] == [True, False, False]


def test_those_who_changed_a_unit_are_named_in_order(story):
    drafted = story.state
    story.edit("ana", p_1="Una escuela en un barco.")
    story.edit("eli", p_1="Una escuela sobre un barco.")
    story.edit("ana", p_2="Tiene doce alumnos.")

    _, first, second = diff_revisions(drafted, story.state, story.events)

    assert first.by == ("ana", "eli")
    assert second.by == ("ana",)


def test_only_those_between_the_two_revisions_are_named(story):
    story.edit("ana", p_1="Una escuela en un barco.")
    submitted = story.state
    story.edit("eli", p_1="Una escuela sobre un barco.")

    assert diff_revisions(submitted, story.state, story.events)[1].by == ("eli",)


def test_an_edit_before_a_later_draft_counts_against_the_draft(story):
    story.edit("ana", p_1="Una escuela en un barco.")
    story.draft(p_2="Hay 12 alumnos.")
    drafted = state_at(story.events, "draft")

    _, first, second = diff_revisions(drafted, story.state, story.events)

    assert (first.by, first.new) == (("ana",), "Una escuela en un barco.")
    assert not second.changed


def test_a_claimed_edit_is_of_the_person_who_claimed_it(story):
    drafted = story.state
    found = story.edit(NOBODY, p_1="Una escuela en un barco.")
    assert diff_revisions(drafted, story.state, story.events)[1].by == (NOBODY,)

    story.tell(Claimed(event=found.id), "eli")
    assert diff_revisions(drafted, story.state, story.events)[1].by == ("eli",)


def test_from_nothing_to_a_draft_the_engine_is_named(story):
    started = fold(story.events[:1])
    title = diff_revisions(started, story.state, story.events)[0]
    assert (title.by, title.engines) == ((), ("argos",))


def test_a_corrected_source_is_followed(story):
    story.edit(title_1="La escuela bote", p_1="Una escuela en un barco.", p_2="Tiene 12 alumnos.")
    before = story.state
    story.correct_source(
        {"p-3": "p-2"},
        title_1="The boat school",
        p_1="A school on a boat.",
        p_3="It has 14 pupils.",
    )
    story.edit("eli", p_3="Tiene 14 alumnos.")

    *_, last = diff_revisions(before, story.state, story.events)

    assert (last.unit, last.source, last.previous) == (
        "p-3",
        "It has 14 pupils.",
        "It has 12 pupils.",
    )
    assert (last.old, last.new, last.by) == ("Tiene 12 alumnos.", "Tiene 14 alumnos.", ("eli",))


def test_who_wrote_a_text_is_known_after_the_source_was_corrected(story):
    story.edit(title_1="La escuela bote", p_1="Una escuela en un barco.", p_2="Tiene 12 alumnos.")
    story.correct_source({"p-3": "p-2"}, title_1="The boat school", p_3="It has 14 pupils.")
    drafted = fold([e for e in story.events if not isinstance(e.payload, Edited)])

    *_, last = diff_revisions(drafted, story.state, story.events)

    assert (last.unit, last.new, last.by) == ("p-3", "Tiene 12 alumnos.", ("ana",))


def test_a_corrected_source_is_a_change_even_where_the_translation_stayed(story):
    before = story.state
    story.correct_source({"p-3": "p-2"}, title_1="The boat school", p_3="It has twelve pupils.")
    *_, last = diff_revisions(before, story.state, story.events)
    assert last.old == last.new
    assert last.changed


def test_a_lost_unit_stands_where_it_stood(story):
    before = story.state
    story.correct_source({}, title_1="The boat school", p_2="It has 12 pupils.")

    units = diff_revisions(before, story.state, story.events)

    assert [unit.unit for unit in units] == ["title-1", "p-1", "p-2"]
    assert (units[1].old, units[1].new) == ("Una escuela en un bote.", "")
    assert units[1].source == "A school on a boat."


def test_a_lost_first_unit_stands_first(story):
    before = story.state
    story.correct_source({}, p_1="A school on a boat.", p_2="It has 12 pupils.")
    assert [u.unit for u in diff_revisions(before, story.state)] == ["title-1", "p-1", "p-2"]
