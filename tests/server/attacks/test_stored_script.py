"""With scripts in stored texts."""

import re

import pytest
from lxml.html import document_fromstring

from tests.server.attacks.conftest import T
from tests.server.conftest import Browser

SCRIPT = "<script>alert(1)</script>"
BREAKERS = (
    SCRIPT,
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "[words](javascript:alert(1))",
    "{{ 7*7 }}{% import os %}",
    "<!--<iframe src=//evil.example>",
)


class TestStoredScript:
    """Texts of others are shown as they are written, and never become markup of ours."""

    def pages(self, browser: Browser, title: str) -> str:
        paths = ("/", T, f"{T}/u/{title}", f"{T}/u/{title}/aids", f"{T}/history", f"{T}/facts")
        return "".join(browser.get(path).text for path in paths)

    def assert_harmless(self, shown: str) -> None:
        """Nothing in a page came to life: no element, handler or address of the attacker's."""
        page = document_fromstring(shown)
        for element in page.iter():
            assert element.tag not in ("iframe", "object", "embed", "img", "base")
            assert not [name for name in element.attrib if name.startswith("on")]
            for name in ("href", "src", "action", "formaction"):
                assert re.match(r"(/(?!/)|#|\?|$)", element.get(name, "")), element.get(name)
            if element.tag in ("script", "style"):
                assert not (element.text or "").strip()
        assert "49" not in page.text_content().split()

    @pytest.mark.parametrize("text", BREAKERS)
    def test_in_a_translation(self, browser, title, text):
        ana = browser("ana")
        saved = ana.submit(f"{T}/u/{title}", {"text": text, "seen": ana.seen(f"{T}/u/{title}")})
        assert saved.status_code == 303
        self.assert_harmless(self.pages(browser("ben"), title))

    @pytest.mark.parametrize("text", BREAKERS)
    def test_in_a_comment(self, browser, title, text):
        ana = browser("ana")
        assert ana.submit(f"{T}/comment", {"unit": title, "text": text}).status_code == 303
        self.assert_harmless(self.pages(browser("ben"), title))

    @pytest.mark.parametrize("text", BREAKERS)
    def test_in_a_source_text(self, browser, report, title, text):
        path = report.path / "source.md"
        written = path.read_text(encoding="utf-8")
        path.write_text(written + f"\n\nSomebody wrote: {text}\n", encoding="utf-8")
        self.assert_harmless(self.pages(browser("ben"), title))

    @pytest.mark.parametrize("text", BREAKERS[:4])
    def test_in_a_name(self, browser, newsroom, title, text):
        path = newsroom.root / "workflow.toml"
        name = text.replace('"', '\\"')
        path.write_text(path.read_text().replace("Ana Prueba", name), encoding="utf-8")
        ana = browser("ana")
        ana.submit(f"{T}/comment", {"unit": title, "text": "alert(1)"})
        self.assert_harmless(self.pages(browser("ben"), title))

    @pytest.mark.parametrize("text", BREAKERS[:4])
    def test_in_the_glossary(self, browser, title, text):
        ben = browser("ben")
        fields = {"source": "arrest", "term": f"arresto {text}", "note": text, "unit": title}
        assert ben.submit(f"{T}/terms", fields).status_code in (303, 400)
        shown = self.pages(ben, title)
        self.assert_harmless(shown)

    @pytest.mark.parametrize("text", BREAKERS)
    def test_in_a_search(self, ana, title, text):
        found = ana.get(T, params={"words": text}).text
        found += ana.get(f"{T}/replace", params={"words": text, "instead": text}).text
        self.assert_harmless(found)

    @pytest.mark.parametrize("name", ["show", "order", "done", "mark", "from"])
    def test_in_an_address(self, ana, name):
        found = ana.get(T, params={name: SCRIPT}).text
        self.assert_harmless(found)
