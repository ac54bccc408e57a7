import re

from tests.server.conftest import SLUG
from workflow.server import board


def articles(text: str) -> list[str]:
    return re.findall(r'class="title" href="/a/([^"]+)"', text)


def test_what_is_for_this_person_by_stage(browser, spanish, newsroom, source):
    newsroom.create("another-report", source).add_target("es", "pia").draft({}, "pia")
    spanish().edit({next(iter(spanish().texts)): "El tribunal"}, "ana")
    text = browser("ana").get("/").text
    assert articles(text) == ["another-report/es", f"{SLUG}/es"]
    assert text.index("stage-new") < text.index("another-report")
    assert text.index("another-report") < text.index("stage-draft") < text.index(f"{SLUG}/es")


def test_words_narrow_it(browser, newsroom, source):
    newsroom.create("another-report", source).add_target("es", "pia")
    assert articles(browser("ana").get("/?words=ANOTHER").text) == ["another-report/es"]
    assert "No article has these words." in browser("ana").get("/?words=nothing").text


def test_more_than_a_page_is_told_of(browser, monkeypatch):
    monkeypatch.setattr(board, "_AT_ONCE", 1)
    text = browser("pia").get("/").text
    assert len(articles(text)) == 1
    assert "1 more: find them by their words." in text


def test_one_broken_article_does_not_hide_the_others(browser, spanish, newsroom, source):
    newsroom.create("another-report", source).add_target("es", "pia")
    path = spanish().path
    path.write_text("<<<<<<< HEAD\n")
    answer = browser("ana").get("/")
    assert articles(answer.text) == ["another-report/es"]
    assert "git left a conflict here" in answer.text
    assert str(newsroom.root) not in answer.text


def test_a_correction_is_told_without_ids(browser, spanish, report):
    spanish().edit(dict.fromkeys(spanish().state.units, "Vale 20."), "ana")
    source = report.path / "source.md"
    source.write_text(source.read_text().replace("20 minutes", "25 minutes"))
    page = browser("ana").get("/").text
    assert "to be looked at after a correction" in page
    assert "correction: li-" not in page
