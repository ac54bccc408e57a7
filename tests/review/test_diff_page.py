import re
from html.parser import HTMLParser

from workflow.review.comparison import Comparison
from workflow.review.diff_page import comparison_page
from workflow.review.diff_revisions import diff_revisions
from workflow.workspace.settings import Contributor

ANA = {"ana": Contributor(id="ana", name="Ana Prueba", email="ana@bulletin.example")}


def page(old, story, target="es", **more) -> str:
    comparison = Comparison(
        slug="boat-school",
        title="The boat school",
        source_language="en",
        target=target,
        older="draft",
        newer="now",
        units=diff_revisions(old, story.state, story.events),
        contributors=ANA,
    )
    return comparison_page(comparison, **more)


def test_the_page_marks_words_and_names_people(story):
    drafted = story.state
    story.edit(title_1="La escuela barco")
    html = page(drafted, story)
    assert (
        '<p class="translation" lang="es" dir="ltr">La escuela <del>bote</del><ins>barco</ins></p>'
        in html
    )
    assert "Ana Prueba" in html
    assert "@bulletin" not in html
    assert "<summary>2 units unchanged</summary>" in html


def test_the_page_asks_nobody_for_anything(story):
    html = page(story.state, story)
    assert not re.search(r"(?i)<(script|link|img|iframe)|url\(|@import|https?://", html)


def test_texts_are_escaped(story):
    drafted = story.state
    story.edit(title_1="<script>alert(1)</script>")
    assert "<script" not in page(drafted, story)


def test_every_element_is_closed(story):
    drafted = story.state
    story.edit(title_1="La escuela barco")
    open_tags: list[str] = []

    class Checker(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag != "meta":
                open_tags.append(tag)

        def handle_endtag(self, tag):
            assert open_tags.pop() == tag

    Checker().feed(page(drafted, story))
    assert open_tags == []


def test_right_to_left_text_says_so(story):
    drafted = story.state
    story.edit(title_1="مدرسة القارب")
    assert '<p class="translation" lang="ar" dir="rtl">' in page(drafted, story, target="ar")


def test_a_workspace_may_have_a_page_of_its_own(story, tmp_path):
    own = tmp_path / "review" / "diff.html"
    own.parent.mkdir()
    own.write_text("ours: {{ comparison.summary }}", encoding="utf-8")
    html = page(story.state, story, workspace_templates=tmp_path)
    assert html == "ours: no unit changed from draft to now"
