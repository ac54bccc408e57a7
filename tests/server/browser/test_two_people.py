"""Two people at once, and somebody who writes beside the page."""

import re
import subprocess

import pytest
from playwright.sync_api import Page, expect

from tests.server.conftest import SLUG
from workflow.workspace.workspace import Workspace

PATH = f"/a/{SLUG}/es"
pytestmark = pytest.mark.peer


def opened(page: Page, unit: str):
    """Open a unit in the article; return the field in which its text stands."""
    page.goto(f"{PATH}#{unit}")
    page.keyboard.press("Enter")
    area = page.locator(".desk textarea[name=text]").first
    expect(area).to_be_focused()
    return area


def says(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator("[data-state]")).to_have_text(text, timeout=10_000)


@pytest.fixture
def two(person, spanish):
    """Ana and Ben, who have opened the same unit, and the unit."""
    unit = list(spanish().state.units)[2]
    spanish().edit({unit: "El tribunal"}, "ana")
    ana, ben = person("ana"), person("ben")
    opened(ana, unit)
    opened(ben, unit)
    return ana, ben, unit


@pytest.mark.parametrize(
    ("choice", "text"), [("Keep mine", "El tribunal, Ben"), ("Keep that text", "El tribunal, Ana")]
)
def test_the_second_sees_both_texts_and_chooses(two, spanish, choice, text):
    ana, ben, unit = two
    ben.keyboard.type(", Ben")
    ana.keyboard.type(", Ana")
    ana.keyboard.press("Control+s")
    says(ana, "Saved as draft")
    says(ben, "Two texts: choose one")
    rival = ben.get_by_role("alert")
    expect(rival.get_by_role("heading")).to_have_text("Ana Prueba has changed this meanwhile")
    expect(rival.locator(".target")).to_have_text("El tribunal, Ana")
    expect(ben.locator(".desk textarea[name=text]").first).to_have_value("El tribunal, Ben")
    assert spanish().texts[unit] == "El tribunal, Ana"
    ben.get_by_role("button", name=choice).press("Enter")
    expect(ben.locator(".desk textarea[name=text]").first).to_have_value(text)
    expect(ben.locator(".desk textarea[name=text]").first).to_be_focused()
    says(ben, re.compile("Saved as draft|Their text stands"))
    assert spanish().texts[unit] == text


def test_a_unit_in_conflict_is_not_closed_over_it(two, spanish):
    ana, ben, _ = two
    ana.keyboard.type(", Ana")
    ana.keyboard.press("Control+s")
    says(ana, "Saved as draft")
    ben.keyboard.type(", Ben")
    ben.keyboard.press("Escape")
    expect(ben.get_by_role("alert")).to_be_visible()
    ben.keyboard.press("Escape")
    expect(ben.get_by_text("Two texts stand here: choose one first.")).to_be_visible()
    expect(ben.locator(".desk")).to_have_count(1)


def test_who_has_typed_nothing_gets_the_text_of_the_other(two):
    ana, ben, _ = two
    ana.keyboard.type(", Ana")
    ana.keyboard.press("Control+Enter")
    expect(ben.locator(".desk textarea[name=text]").first).to_have_value(
        "El tribunal, Ana", timeout=15_000
    )
    says(ben, "Somebody else has changed this just now")


def test_what_is_typed_saves_itself(person, spanish):
    unit = list(spanish().state.units)[2]
    ana = person("ana")
    area = opened(ana, unit)
    ana.keyboard.type("El tribunal")
    says(ana, "Not saved yet")
    says(ana, "Saved as draft")
    assert spanish().texts[unit] == "El tribunal"
    assert not spanish().state.units[unit].confirmed
    expect(area).to_be_focused()


def test_a_server_that_is_away_costs_no_text(person, spanish):
    unit = list(spanish().state.units)[2]
    ana = person("ana")
    opened(ana, unit)
    ana.route("**/u/**", lambda route: route.abort())
    ana.keyboard.type("El tribunal")
    says(ana, re.compile("^Not saved: the server does not answer"))
    ana.unroute("**/u/**")
    says(ana, "Saved as draft")
    assert spanish().texts[unit] == "El tribunal"


@pytest.mark.parametrize("typed", ["", " de Ravnoye"])
def test_an_edit_of_the_file_appears_and_never_clashes_silently(person, spanish, typed):
    """An editor of PO files, an import, `git pull`: all of them change the file."""
    unit = list(spanish().state.units)[2]
    spanish().edit({unit: "El tribunal"}, "ana")
    ana = person("ana")
    area = opened(ana, unit)
    path = spanish().path
    path.write_text(path.read_text("utf-8").replace('"El tribunal"', '"El juzgado"'), "utf-8")
    ana.keyboard.type(typed)
    if not typed:
        expect(area).to_have_value("El juzgado", timeout=15_000)
        return
    rival = ana.get_by_role("alert")
    expect(rival.locator(".target")).to_have_text("El juzgado", timeout=15_000)
    expect(area).to_have_value("El tribunal de Ravnoye")


def test_rows_and_progress_follow_the_file(person, spanish):
    title = next(iter(spanish().state.units))
    ana = person("ana")
    ana.goto(PATH)
    expect(ana.locator("[data-confirmed]")).to_have_text("0")
    spanish().edit({title: "El tribunal prorroga el arresto"}, "ben")
    row = ana.locator(f"[id='{title}']")
    expect(row.locator(".target")).to_have_text("El tribunal prorroga el arresto", timeout=15_000)
    expect(ana.locator("[data-confirmed]")).to_have_text("1")


def test_a_git_pull_appears_while_an_article_is_open(person, spanish, newsroom, tmp_path):
    def git(folder, *command):
        who = ["-c", "user.name=Ben Muster", "-c", "user.email=ben@bulletin.example"]
        subprocess.run(["git", "-C", folder, *who, *command], check=True)

    title = next(iter(spanish().state.units))
    git(newsroom.root, "init", "-q")
    git(newsroom.root, "add", "translations", "workflow.toml")
    git(newsroom.root, "commit", "-q", "-m", "As it stands")
    git(tmp_path, "clone", "-q", newsroom.root, "elsewhere")
    elsewhere = Workspace.find(tmp_path / "elsewhere")
    elsewhere.article(SLUG).target("es").edit({title: "El tribunal prorroga el arresto"}, "ben")
    git(elsewhere.root, "add", "translations")
    git(elsewhere.root, "commit", "-q", "-m", "A title")
    ana = person("ana")
    area = opened(ana, title)
    git(newsroom.root, "pull", "-q", elsewhere.root, "HEAD")
    expect(area).to_have_value("El tribunal prorroga el arresto", timeout=15_000)
    assert spanish().state.units[title].by == "ben"
