import re

from tests.server.conftest import SLUG
from workflow.workspace.events import Commented, Submitted

PATH = f"/a/{SLUG}/es"


def obstacles(page: str) -> list[str]:
    """Return what stands in the way of the first step, as it is read."""
    items = re.search(r'<ul class="obstacles">(.*?)</ul>', page, re.DOTALL)[1]
    return [re.sub("<[^>]+>", "", item) for item in re.findall("<li>(.*?)</li>", items)]


def test_what_stands_in_the_way_is_told_without_keys(browser, spanish):
    title, author, _, *others = spanish().state.units
    spanish().edit(dict.fromkeys([title, author, *others], "Vale 1."), "ana")
    told = obstacles(browser("ana").get(f"{PATH}/next").text)
    assert told[0] == "1 unit has no translation (unit 3)"
    assert re.fullmatch(r"\d errors stand \(([a-z]+ in unit \d(, )?)+( and \d more)?\)", told[1])


def test_blocking_comments_are_told_by_their_units(browser, spanish):
    units = list(spanish().state.units)
    spanish().edit(dict.fromkeys(units, "Vale."), "ana")
    state = spanish().state
    spanish().record(Submitted(text=state.text_hash, source=state.source_hash), "ana")
    spanish().record(Commented(text="¿Quién?", unit=units[3], blocking=True), "ben")
    told = obstacles(browser("ben").get(f"{PATH}/next").text)
    assert told == ["1 blocking comment is open (on unit 4)"]
