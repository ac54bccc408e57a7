from workflow.review.comparison import Comparison
from workflow.review.diff_markdown import markdown_lines, plain
from workflow.review.diff_revisions import diff_revisions


def lines(story, **more: str) -> list[str]:
    old = story.state
    story.edit(**more)
    return list(
        markdown_lines(
            Comparison(
                slug="boat-school",
                title="The *boat* school",
                source_language="en",
                target="es",
                older="draft",
                newer="now",
                units=diff_revisions(old, story.state, story.events),
            )
        )
    )


def test_changes_stand_in_html_that_no_text_breaks_out_of(story):
    found = lines(story, p_1="Una escuela en <b>un barco</b>, dice @ana.")
    [changed] = [line for line in found if "<ins>" in line and line.startswith("<p>")]
    assert "&lt;b&gt;" in changed
    assert "@\u2060ana" in changed
    assert "@ana" not in changed


def test_unchanged_units_are_only_counted(story):
    assert "… 2 units unchanged" in lines(story, title_1="La escuela en un barco")


def test_a_title_is_no_markup(story):
    assert lines(story)[0] == "### The \\*boat\\* school [es]"


def test_a_line_of_markdown_stays_one_line():
    assert plain("a\nb") == "a b"
