"""Every kind of page, judged by axe-core; `.ci/peers` installs it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.server.conftest import SLUG
from workflow.server.access import Access
from workflow.workspace.events import Commented, Origin

AXE = Path(__file__).parents[3] / "build" / "peers" / "node_modules" / "axe-core" / "axe.min.js"
ADDRESSES = ["/", "/help", "/people", "/nothing"]
OF_A_TARGET = [
    "",
    "?show=failing",
    "?order=worst",
    "?show=changed",
    "/next",
    "/facts",
    "/history",
    "/replace?words=e&instead=u",
]
pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(not AXE.is_file(), reason="`.ci/peers` has not been run"),
]


def violations(page: Page) -> list[str]:
    """Return what axe-core has to say against a page as it stands."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
    return [f"{fault['id']}: {node['html'][:200]}" for fault in found for node in fault["nodes"]]


@pytest.fixture
def busy(spanish, report):
    """The ids of the units of an article in which there is something of everything."""
    units = list(spanish().state.units)
    for tag, text in (
        ("es", "El juez prorrogó el arresto , dijo 43. **Niega** la [carga](https://a.example)."),
        ("ar", "مددت المحكمة اعتقال أورلين **٤٣** يوما. [قرار](https://a.example)"),
    ):
        target = report.workspace.article(SLUG).target(tag)
        target.draft({unit: (text, Origin(engine="argos")) for unit in units[:5]}, "pia")
        target.edit({units[0]: text.split(".")[0]}, "pia")
        target.record(Commented(text="On which day?", blocking=True), "pia")
        target.record(Commented(text="Who said so?", unit=units[2]), "ben")
        target.record(Commented(text="The lawyer.", reply=target.state.comments[-1].id), "pia")
    source = report.path / "source.md"
    source.write_text(source.read_text("utf-8").replace("closed to", "not open to"), "utf-8")
    return list(spanish().state.units)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tag", ["es", "ar"])
def test_no_page_has_a_violation(person, busy, tag, scheme):
    pia = person("pia", color_scheme=scheme, bypass_csp=True)
    path = f"/a/{SLUG}/{tag}"
    unit = f"{path}/u/{busy[2]}"
    addresses = [*ADDRESSES, *(path + end for end in OF_A_TARGET), unit, f"{unit}/aids"]
    faults = {}
    for address in addresses:
        pia.goto(address)
        faults[address] = violations(pia)
    pia.goto(f"{path}#{busy[2]}")
    pia.keyboard.press("Enter")
    expect(pia.locator(".desk details").first).to_be_visible()
    pia.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    faults["opened"] = violations(pia)
    pia.keyboard.press("Escape")
    pia.keyboard.press("?")
    faults["keys"] = violations(pia)
    assert {place: found for place, found in faults.items() if found} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nor_have_two_texts_with_and_without_a_script(person, busy, report, scheme):
    unit = busy[2]
    path = f"/a/{SLUG}/es"
    pia = person("pia", color_scheme=scheme, bypass_csp=True)
    pia.goto(f"{path}/u/{unit}")
    pia.evaluate("document.querySelector('[name=seen]').value = 'old'")
    pia.locator("[data-writing] textarea").fill("Otro texto")
    pia.get_by_role("button", name="Confirm", exact=True).click()
    expect(pia.get_by_role("alert")).to_be_visible()
    assert violations(pia) == []
    pia.locator("[data-writing]").evaluate("form => form.submit()")
    pia.wait_for_url(f"**/u/{unit}")
    expect(pia.get_by_role("heading", name="Yours")).to_be_visible()
    assert violations(pia) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nor_has_the_door(person, report, scheme):
    pia = person("pia", color_scheme=scheme, bypass_csp=True)
    link = Access(report.workspace.cache / "server").link("ana")
    for address, heading in ((f"/enter/{link}", "Sign in as Ana"), ("/enter/" + 30 * "a", "This")):
        pia.context.clear_cookies()
        pia.goto(address)
        expect(pia.get_by_role("heading", name=heading)).to_be_visible()
        assert violations(pia) == []
    pia.goto("/")
    expect(pia.get_by_text("You are not signed in.").first).to_be_visible()
    assert violations(pia) == []
