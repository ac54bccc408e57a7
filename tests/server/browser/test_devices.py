"""Arabic, a telephone, a browser without scripts; what a mouse does."""

import pytest
from playwright.sync_api import Page, expect

from tests.server.browser.conftest import SPANISH
from tests.server.conftest import SLUG

PATH = f"/a/{SLUG}/es"
ARABIC = f"/a/{SLUG}/ar"
PLACES = ["", "/next", "/facts", "/history", "/replace?words=tribunal&instead=juzgado"]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SMALLEST = 24
"""The least size of a target in CSS pixels, by WCAG 2.2, success criterion 2.5.8."""
pytestmark = pytest.mark.peer


@pytest.fixture
def drafted(spanish, report):
    """The ids of the units, which stand there in Spanish and in Arabic, partly."""
    units = list(spanish().state.units)
    spanish().edit({units[0]: "El tribunal prorroga el arresto"}, "ana")
    spanish().edit({units[2]: "El juez prorrogó el arresto , dijo. Niega la acusación."}, "ana")
    arabic = report.workspace.article(SLUG).target("ar")
    arabic.edit(
        {units[0]: "المحكمة تمدد الاعتقال", units[2]: "مددت محكمة رافنويه اعتقال أورلين."}, "pia"
    )
    return units


def is_too_wide(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_arabic_runs_from_right_to_left(person, drafted):
    pia = person("pia")
    pia.goto(ARABIC)
    target = pia.locator(f"[id='{drafted[2]}'] .target")
    assert target.evaluate("e => getComputedStyle(e).direction") == "rtl"
    text = target.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e);"
        " const t = r.getBoundingClientRect(), b = e.getBoundingClientRect();"
        " return [t.left - b.left, b.right - t.right]; }"
    )
    assert text[0] > 50 > 5 > text[1]
    assert pia.locator("html").get_attribute("dir") == "ltr"
    source = pia.locator(f"[id='{drafted[2]}'] .source")
    assert source.bounding_box()["x"] < target.bounding_box()["x"]
    target.click()
    area = pia.locator(".desk textarea[name=text]").first
    expect(area).to_have_attribute("dir", "rtl")
    pia.get_by_role("button", name="محكمة").first.click()
    expect(area).to_have_value("مددت محكمة رافنويه اعتقال أورلين. محكمة")
    assert not is_too_wide(pia)


@pytest.mark.parametrize("path", ["/", "/help", "/people", PATH, ARABIC])
def test_a_telephone_shows_every_page_without_scrolling_sideways(person, drafted, path):
    pia = person("pia", **PHONE)
    for place in PLACES if path.startswith("/a/") else [""]:
        pia.goto(path + place)
        assert not is_too_wide(pia), path + place
        assert small_targets(pia) == [], path + place


def small_targets(page: Page) -> list[str]:
    """Return what is too small for a finger, but for words inside a sentence."""
    return page.evaluate(
        """least => [...document.querySelectorAll("button, summary, input, textarea, a")]
          .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.type !== "hidden")
          .filter((e) => !e.closest(".skip, .unseen, .source, .obstacles, .finding"))
          .map((e) => {
            const { width, height } = e.getBoundingClientRect();
            const around = getComputedStyle(e, "::after");
            const [w, h] = [around.width, around.height].map((size) => parseFloat(size) || 0);
            return [e, Math.max(width, w), Math.max(height, h)];
          })
          .filter(([, width, height]) => width < least || height < least)
          .map(([e, width, height]) => `${e.outerHTML.slice(0, 120)} ${width} x ${height}`)""",
        SMALLEST,
    )


def test_the_whole_work_on_a_telephone(person, drafted, spanish):
    ana = person("ana", **PHONE)
    ana.get_by_role("link", name="Court extends arrest").tap()
    ana.locator(f"[id='{drafted[2]}'] .target").tap()
    area = ana.locator(".desk textarea[name=text]").first
    expect(area).to_be_focused()
    area.fill("El tribunal prorrogó el arresto.")
    assert not is_too_wide(ana)
    assert small_targets(ana) == []
    ana.get_by_placeholder("Comment").last.fill("¿Cuándo?")
    ana.get_by_role("button", name="Comment").last.tap()
    expect(ana.locator(".desk .said")).to_have_text("¿Cuándo?")
    ana.get_by_role("button", name="Confirm", exact=True).tap()
    expect(ana.locator(f"[id='{drafted[3]}'] .desk")).to_be_visible()
    assert spanish().state.units[drafted[2]].confirmed
    for name in ("Facts", "History", "Find and replace", "Preview", "Next step", "With findings"):
        link = ana.get_by_role("link", name=name, exact=True)
        link.scroll_into_view_if_needed()
        assert 0 <= link.bounding_box()["x"] <= 390 - link.bounding_box()["width"]


def test_reading_commenting_and_approving_without_a_script(person, spanish):
    """Writing too, page by page."""
    units = list(spanish().state.units)
    texts = dict(zip(units, SPANISH, strict=True))
    spanish().edit({**texts, units[2]: "Vale."}, "ana")
    ana, ben = (person(name, java_script_enabled=False) for name in ("ana", "ben"))
    ana.goto(f"{PATH}/u/{units[2]}")
    ana.get_by_label("Translation").fill(texts[units[2]])
    ana.get_by_role("button", name="Confirm", exact=True).click()
    assert spanish().state.units[units[2]].confirmed
    ana.get_by_role("link", name="Next step").click()
    ana.get_by_role("button", name="Submit").click()

    ben.get_by_role("link", name="Court extends arrest").last.click()
    expect(ben.get_by_text("El tribunal de Ravnoye")).to_be_visible()
    ben.get_by_role("link", name="3", exact=True).click()
    ben.get_by_placeholder("Comment").fill("De acuerdo.")
    ben.get_by_role("button", name="Comment").click()
    expect(ben.get_by_text("De acuerdo.")).to_be_visible()
    ben.get_by_role("button", name="Resolve").click()
    ben.goto(f"{PATH}/next")
    ben.get_by_role("button", name="Approve").click()
    assert spanish().state.stage == "approved"


def test_find_and_replace_shows_first_what_it_would_do(person, drafted, spanish):
    ana = person("ana")
    ana.goto(f"{PATH}/replace")
    ana.get_by_label("Find", exact=True).fill("arresto")
    ana.get_by_label("Replace with").fill("detención")
    ana.get_by_role("button", name="Show").click()
    proposals = ana.locator(".proposals li")
    expect(proposals).to_have_count(2)
    expect(proposals.first.locator("del")).to_have_text("arresto")
    expect(proposals.first.locator("ins")).to_have_text("detención")
    assert spanish().texts[drafted[0]] == "El tribunal prorroga el arresto"
    proposals.last.get_by_role("checkbox").uncheck()
    ana.get_by_role("button", name="Replace in the ticked units").click()
    expect(ana.get_by_text("1 unit changed.")).to_be_visible()
    assert spanish().texts[drafted[0]] == "El tribunal prorroga el detención"
    assert "arresto" in spanish().texts[drafted[2]]


def test_a_click_puts_a_missing_term_in(person, drafted):
    ana = person("ana")
    ana.goto(PATH)
    ana.locator(f"[id='{drafted[2]}'] button.term.missing").first.click()
    area = ana.locator(".desk textarea[name=text]").first
    expect(area).to_have_value("El juez prorrogó el arresto , dijo. Niega la acusación. tribunal")
    expect(ana.locator("[data-state]")).to_have_text("Saved as draft")
    expect(ana.locator(".terms .missing")).to_have_count(0)
