from dataclasses import replace

import pytest

from workflow.review.effort import hasty_units, is_vouched, kept_percent, kept_units
from workflow.workspace.events import Vouched

LONG = "Una escuela en un barco recorre el río desde hace diez años. " * 10


def test_a_draft_left_as_it_was_is_kept_whole(story):
    story.edit(p_1="Una escuela en un bote.", p_2="Tiene 12 alumnos.")
    assert [unit.percent for unit in kept_units(story.state)] == [100, 100, 100]
    assert kept_percent(story.state) == 100


def test_long_words_weigh_more_than_short_ones(story):
    story.edit(p_1="Una academia en un bote.")
    by_unit = {unit.unit: unit.percent for unit in kept_units(story.state)}
    assert 40 < by_unit["p-1"] < 70


def test_what_no_machine_drafted_does_not_count(story):
    story.correct_source({}, p_9="A new one.")
    story.edit(p_9="Una nueva.")
    assert kept_percent(story.state) is None


def test_names_do_not_count(story):
    story.correct_source({}, author_1="Vera Example")
    story.draft(author_1="Vera Example")
    assert kept_percent(story.state) is None


def test_a_reading_is_vouched_for_until_the_text_changes(story):
    state = story.state
    story.tell(Vouched(text=state.text_hash, source=state.source_hash, reason="Read."), "eli")
    assert is_vouched(story.state)
    story.edit(p_1="Una escuela en un barco.")
    assert not is_vouched(story.state)


@pytest.mark.parametrize(("seconds", "hasty"), [(5, ("p-1",)), (30, ())])
def test_what_was_confirmed_faster_than_it_can_be_read_is_named(story, seconds, hasty):
    story.draft(p_1=LONG)
    last = story.edit(p_1=LONG)
    start = story.events[-2].at
    story.events[-1] = replace(last, at=start.replace("00:00Z", f"00:{seconds:02}Z"))
    assert hasty_units(story.events) == hasty


def test_a_few_words_are_read_at_a_glance(story):
    last = story.edit(p_1="Una escuela.")
    story.events[-1] = replace(last, at=story.events[-2].at)
    assert hasty_units(story.events) == ()
