"""The whole work without a mouse."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.server.browser.conftest import SPANISH
from tests.server.conftest import SLUG
from workflow.workspace.events import Commented
from workflow.workspace.state import Stage

PATH = f"/a/{SLUG}/es"
LABELS = {"ArrowDown": "↓", "ArrowUp": "↑", "Escape": "Esc", "Control": "Ctrl"}
pytestmark = pytest.mark.peer


class Keyboard:
    """The keyboard of a page; after every key something has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed: set[str] = set()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed.add(key)
            expect(self.page.locator(":focus")).to_have_count(1)

    def go(self, key: str, place: str | re.Pattern[str]) -> None:
        """Press a key that leads to another page."""
        self.page.keyboard.press(key)
        self.pressed.add(key)
        self.page.wait_for_url(place)

    def tab_to(self, name: str) -> None:
        """Press Tab until the button `name` has the focus."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.innerText") == name:
                return
        raise AssertionError(f"Tab does not lead to {name}")


def unit_in_hand(page: Page) -> str | None:
    return page.locator(".row.active").get_attribute("data-unit")


def writing(page: Page):
    return page.locator(".desk textarea[name=text]").first


def test_from_draft_to_approval(person, spanish):
    ana = person("ana")
    keys = Keyboard(ana)
    keys.press("j")
    keys.go("Enter", f"**{PATH}")
    keys.press("n", "Enter")
    for text in SPANISH:
        expect(writing(ana)).to_be_focused()
        expect(writing(ana)).to_have_value("")
        ana.keyboard.type(text)
        keys.press("Control+Enter")
    expect(ana.get_by_text("That was the last one to do here.")).to_be_visible()
    assert list(spanish().texts.values()) == SPANISH
    keys.go("s", f"**{PATH}/next")
    keys.tab_to("Submit")
    keys.go("Enter", f"**{PATH}?done=submitted")
    assert spanish().state.stage is Stage.REVIEW

    ben = person("ben")
    keys = Keyboard(ben)
    keys.press("j")
    keys.tab_to("Court extends arrest")
    keys.go("Enter", f"**{PATH}")
    keys.press("j", "j", "j", "Enter")
    expect(writing(ben)).to_be_focused()
    ben.keyboard.type(" Lo repite.")
    keys.press("Control+Enter")
    expect(ben.locator(".desk")).to_have_count(0)
    keys.go("s", f"**{PATH}/next")
    keys.tab_to("Approve")
    keys.go("Enter", f"**{PATH}?done=approved")
    assert spanish().state.stage is Stage.APPROVED


def test_every_key_that_the_overlay_tells_of(person, spanish, newsroom, source):
    _, _, court, *rest = spanish().state.units
    spanish().edit({court: "El juez prorrogó el arresto , dijo."}, "ana")
    other = newsroom.create("another-report", source).add_target("es", "ana")
    other.edit({rest[1]: "Recurriremos, dijo."}, "ana")
    pia = person("pia")
    keys = Keyboard(pia)
    pia.goto(PATH)

    keys.press("j", "?")
    expect(pia.locator("#keys")).to_be_visible()
    shown = set(pia.locator("#keys dl").first.locator("kbd").all_inner_texts())
    keys.press("Escape")
    expect(pia.locator("#keys")).to_be_hidden()

    keys.press("ArrowDown", "k", "ArrowDown", "j", "ArrowUp", "ArrowUp", "n")
    assert unit_in_hand(pia) == list(spanish().state.units)[1]
    keys.press("ArrowDown", "x")
    expect(pia.get_by_text("Confirmed", exact=True)).to_be_visible()
    assert spanish().state.units[court].confirmed

    keys.press("Enter")
    expect(writing(pia)).to_be_focused()
    keys.press("Alt+m")
    expect(writing(pia)).to_have_value("El juez prorrogó el arresto, dijo.")
    keys.press("Home", "Alt+1")
    expect(writing(pia)).to_have_value(re.compile("^tribunal "))
    keys.press("Control+s")
    expect(pia.locator("[data-state]")).to_have_text("Saved as draft")
    keys.press("Alt+ArrowDown")
    expect(pia.locator(f"[id='{rest[0]}'] .desk")).to_be_visible()
    keys.press("Alt+ArrowUp", "Alt+ArrowDown", "Alt+ArrowDown")
    expect(pia.locator(f"[id='{rest[1]}'] [data-replace]")).to_be_visible()
    keys.press("Alt+u", "Control+Enter")
    expect(writing(pia)).to_have_value("")
    assert spanish().texts[rest[1]] == "Recurriremos, dijo."
    keys.press("Escape")
    expect(pia.locator(".desk")).to_have_count(0)

    keys.press("c")
    expect(pia.locator(".desk .commenting textarea")).to_be_focused()
    pia.keyboard.type("¿Es la primera?")
    keys.press("Tab", "Enter")
    expect(pia.locator(".thread .said")).to_have_text("¿Es la primera?")
    keys.press("Escape", "/")
    pia.keyboard.type("Recurriremos")
    keys.go("Enter", f"**{PATH}?words=Recurriremos")
    expect(pia.locator(".row")).to_have_count(1)

    for number, end in enumerate(("", "open", "failing", "commented", "changed"), start=1):
        keys.go(str(number), re.compile(rf"\?show={end}$" if end else r"\?$"))
    keys.go("6", re.compile("order=worst$"))
    for key, page in (("r", "replace"), ("f", "facts"), ("h", "history"), ("s", "next")):
        keys.go(key, f"**{PATH}/{page}")
        keys.go("Escape", f"**{PATH}")
    with pia.expect_popup() as preview:
        pia.keyboard.press("p")
    expect(preview.value.locator("h1")).to_be_visible()
    keys.pressed.add("p")
    keys.go("b", re.compile(r":\d+/$"))

    tried = {part for key in keys.pressed for part in key.split("+")}
    assert shown <= {LABELS.get(part, part) for part in tried} | {"6", "9"}


def test_the_overlay_opens_on_every_page_and_gives_the_focus_back(person):
    ana = person("ana")
    for path in ("/", PATH, f"{PATH}/facts", f"{PATH}/next", f"{PATH}/replace"):
        ana.goto(path)
        ana.keyboard.press("Tab")
        before = ana.evaluate("document.activeElement.outerHTML")
        ana.keyboard.press("?")
        expect(ana.locator("#keys")).to_be_visible()
        ana.keyboard.press("Escape")
        expect(ana.locator("#keys")).to_be_hidden()
        assert ana.evaluate("document.activeElement.outerHTML") == before


def test_keys_are_letters_where_somebody_writes(person, spanish):
    spanish().record(Commented(text="¿Quién?"), "ben")
    ana = person("ana")
    ana.goto(PATH)
    ana.get_by_placeholder("Answer").fill("")
    ana.keyboard.type("bj?x/s1")
    expect(ana.get_by_placeholder("Answer")).to_have_value("bj?x/s1")
    assert ana.url.endswith(PATH)
