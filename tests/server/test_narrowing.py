import re

import pytest

from tests.server.conftest import SLUG
from workflow.server import narrowing
from workflow.server.narrowing import Narrowing
from workflow.server.visit import Form

PATH = f"/a/{SLUG}/es"


@pytest.fixture(autouse=True)
def _short_pages(monkeypatch):
    monkeypatch.setattr(narrowing, "AT_ONCE", 3)


def pages(browser, first: str) -> list[list[str]]:
    """The units of every page, from the first on, as its links lead."""
    found, query = [], first
    while query is not None:
        text = browser.get(f"{PATH}{query}").text
        found.append(re.findall(r'<li class="row [^"]*" id="([^"]+)"', text))
        further = re.search(r'class="further" href="([^"]+)"', text)
        query = further[1].replace("&amp;", "&") if further else None
    return found


def test_a_long_article_comes_in_pages(browser, spanish):
    found = pages(browser("ana"), "")
    assert {len(page) for page in found[:-1]} == {3}
    assert [unit for page in found for unit in page] == list(spanish().state.units)


def test_a_narrowed_article_too(browser, spanish):
    title, *others = spanish().state.units
    spanish().edit({title: "El tribunal"}, "ana")
    found = pages(browser("ana"), "?show=open")
    assert [unit for page in found for unit in page] == others


def test_after_a_save_the_page_with_the_unit_is_shown(browser, spanish):
    unit = list(spanish().state.units)[4]
    answer = browser("ana").submit(f"{PATH}/comment", {"unit": unit, "text": "Hm"})
    assert answer.headers["location"] == f"{PATH}?from=3&done=commented#{unit}"


@pytest.mark.parametrize("start", ["-1", "x", "99999999999", "١", ""])
def test_what_cannot_be_meant_is_passed_over(start):
    assert Narrowing.of(Form([("from", start)])).start in (0, 1)
