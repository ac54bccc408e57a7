import pytest

from workflow.review.comparison import Comparison
from workflow.review.diff_revisions import diff_revisions
from workflow.review.diff_terminal import terminal_lines
from workflow.workspace.settings import Contributor
from workflow.workspace.state import State

ANA = {"ana": Contributor(id="ana", name="Ana Prueba", email="ana@bulletin.example")}


def lines(old: State, story, *, colour: bool = False) -> list[str]:
    comparison = Comparison(
        slug="boat-school",
        title="The boat school",
        source_language="en",
        target="es",
        older="draft",
        newer="now",
        units=diff_revisions(old, story.state, story.events),
        contributors=ANA,
    )
    return list(terminal_lines(comparison, colour=colour))


def test_without_colour_the_marks_are_those_of_git(story):
    drafted = story.state
    story.edit(title_1="La escuela barco")
    assert lines(drafted, story) == [
        "boat-school [es]: 1 of 3 units changed from draft to now",
        "",
        "title-1  title, Ana Prueba",
        "The boat school",
        "La escuela [-bote-]{+barco+}",
        "",
        "… 2 units unchanged",
    ]


def test_in_colour_words_are_struck_out_and_underlined(story):
    drafted = story.state
    story.edit(title_1="La escuela barco")
    title = lines(drafted, story, colour=True)[4]
    assert title == "La escuela \x1b[31;9mbote\x1b[0m\x1b[32;4mbarco\x1b[0m"


def test_nothing_changed_is_said_in_one_line(story):
    assert lines(story.state, story) == [
        "boat-school [es]: no unit changed from draft to now",
        "",
        "… 3 units unchanged",
    ]


def test_a_corrected_source_is_marked_too(story):
    before = story.state
    story.correct_source({"p-3": "p-2"}, title_1="The boat school", p_3="It has 14 pupils.")
    assert "source now: It has [-12-]{+14+} pupils." in lines(before, story)


@pytest.mark.parametrize("colour", [False, True])
def test_a_text_cannot_drive_the_terminal(story, colour):
    drafted = story.state
    story.edit(title_1="La \x1b]0;owned\x07 escuela \x9b2J")
    text = "".join(lines(drafted, story, colour=colour))
    assert "\x1b]" not in text
    assert "\x07" not in text
    assert "\x9b" not in text


def test_no_address_is_ever_shown(story):
    drafted = story.state
    story.edit(title_1="La escuela barco")
    assert "@" not in "".join(lines(drafted, story))
