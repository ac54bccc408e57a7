"""What an attacker would try, each time refused: from another site, with stolen or forged tokens,
with odd requests, with scripts in stored texts, and from inside with too small a role.
"""

import asyncio
import re

import httpx2
import pytest
from lxml.html import document_fromstring

from tests.server.conftest import HOST, ORIGIN, SLUG, Browser
from workflow.server.app import create_app
from workflow.server.limits import Limits
from workflow.workspace.events import Commented

T = f"/a/{SLUG}/es"
FORM = {"origin": ORIGIN, "content-type": "application/x-www-form-urlencoded"}
READS = ("/", T, f"{T}/rows?unit=x", f"{T}/changes", f"{T}/facts", f"{T}/history", f"{T}/replace")
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


@pytest.fixture
def title(spanish) -> str:
    return next(iter(spanish().state.units))


@pytest.fixture
def ana(browser) -> Browser:
    return browser("ana")


class TestNames:
    """DNS rebinding: another name that leads to this machine is not answered."""

    @pytest.mark.parametrize(
        "host",
        [
            "evil.example",
            "evil.example:8765",
            "127.0.0.1",
            "127.0.0.1:80",
            "127.0.0.1:8766",
            "127.0.0.1:8765.evil.example",
            "localhost.evil.example:8765",
            "127.0.0.1:8765@evil.example",
            "0.0.0.0:8765",
            "[::1]:8765",
            "127.1:8765",
            "2130706433:8765",
            "127.0.0.1:08765",
            "",
        ],
    )
    def test_only_our_own_host_and_port_are_answered(self, ana, host):
        answer = ana.get("/", headers={"host": host})
        assert answer.status_code == 421
        assert "Bulletin" not in answer.text

    def test_two_host_headers_are_none(self, ana):
        headers = [("host", HOST), ("host", "evil.example")]
        assert ana.get("/", headers=headers).status_code == 421

    def test_a_forwarded_host_is_not_believed(self, ana):
        answer = ana.get("/enter", headers={"x-forwarded-host": "evil.example"})
        assert "evil.example" not in answer.text


class TestFromAnotherSite:
    @pytest.mark.parametrize(
        "headers",
        [
            {},
            {"origin": "null"},
            {"origin": "https://evil.example"},
            {"origin": "http://127.0.0.1:9999"},
            {"origin": f"{ORIGIN}.evil.example"},
            {"origin": f"https://{HOST}"},
            {"origin": "http://localhost:8765"},
            {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
            {"origin": ORIGIN, "sec-fetch-site": "same-site"},
            {"origin": ORIGIN, "sec-fetch-site": "none"},
            {"referer": ORIGIN + "/"},
        ],
    )
    def test_a_form_of_another_page_writes_nothing(self, ana, spanish, title, headers):
        fields = {"token": ana.token(), "text": "Stolen", "seen": "", "as": "confirm"}
        answer = ana.post(f"{T}/u/{title}", data=fields, headers=headers)
        assert answer.status_code == 403
        assert spanish().texts[title] == ""

    def test_a_second_origin_header_does_not_help(self, ana, title):
        headers = [*FORM.items(), ("origin", "https://evil.example")]
        answer = ana.post(f"{T}/u/{title}", content=f"token={ana.token()}", headers=headers)
        assert answer.status_code == 403

    @pytest.mark.parametrize("mode", ["cors", "no-cors", "navigate"])
    @pytest.mark.parametrize("place", ["script", "image", "iframe", "empty", "object"])
    def test_nothing_is_read_into_another_page(self, ana, mode, place):
        headers = {
            "sec-fetch-site": "cross-site",
            "sec-fetch-mode": mode,
            "sec-fetch-dest": place,
        }
        assert ana.get(T, headers=headers).status_code == 403

    def test_no_other_site_is_told_that_it_may_read(self, ana):
        headers = {"origin": "https://evil.example", "access-control-request-method": "POST"}
        asked = ana.options(T, headers=headers)
        assert asked.status_code == 405
        for answer in (asked, ana.get("/", headers={"origin": "https://evil.example"})):
            assert not [name for name in answer.headers if name.startswith("access-control")]

    def test_the_page_stands_in_no_frame(self, ana):
        for path in ("/", T, "/nowhere", "/style.css"):
            headers = ana.get(path).headers
            assert "frame-ancestors 'none'" in headers["content-security-policy"]
            assert headers["x-frame-options"] == "DENY"

    @pytest.mark.parametrize("path", [*READS, "/enter/" + "a" * 43])
    def test_every_page_allows_scripts_from_our_own_file_alone(self, ana, path):
        policy = ana.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy

    @pytest.mark.parametrize(
        "kind", ["application/json", "text/plain", "multipart/form-data; boundary=x", ""]
    )
    def test_only_forms_are_taken(self, ana, title, kind):
        headers = {"origin": ORIGIN, "content-type": kind}
        answer = ana.post(f"{T}/u/{title}", content=f"token={ana.token()}", headers=headers)
        assert answer.status_code == 415


class TestTokens:
    @pytest.mark.parametrize("token", ["", "0" * 64, "ana", "\x00", "é" * 64])
    def test_a_form_without_its_sessions_token_is_refused(self, ana, spanish, title, token):
        fields = {"token": token, "text": "Stolen", "seen": "", "as": "confirm"}
        assert ana.submit(f"{T}/u/{title}", fields).status_code == 403
        assert spanish().texts[title] == ""

    def test_the_token_of_another_session_is_refused(self, browser, title):
        ana, ben = browser("ana"), browser("ben")
        answer = ana.submit(f"{T}/u/{title}", {"token": ben.token(), "text": "x", "seen": ""})
        assert answer.status_code == 403

    def test_a_token_in_the_address_is_none(self, ana, title):
        path = f"{T}/u/{title}?token={ana.token()}"
        assert ana.post(path, data={"text": "x"}, headers=FORM).status_code == 403

    @pytest.mark.parametrize("cookie", ["", "x", "a" * 43, "../../etc/passwd", "a" * 5000])
    def test_a_guessed_session_shows_nothing(self, app, cookie):
        stranger = Browser(app)
        stranger.cookies.set("workflow-8765", cookie)
        assert all(stranger.get(path).status_code == 401 for path in READS)

    def test_a_link_is_no_session(self, app):
        stranger = Browser(app)
        stranger.cookies.set("workflow-8765", app.state.desk.office.access.link("ana"))
        assert stranger.get("/").status_code == 401

    def test_a_link_that_was_used_is_dead(self, app):
        link = app.state.desk.office.access.link("ana")
        assert Browser(app).post(f"/enter/{link}", headers=FORM).status_code == 303
        assert Browser(app).post(f"/enter/{link}", headers=FORM).status_code == 403
        assert Browser(app).get(f"/enter/{link}").status_code == 403

    def test_a_session_that_was_left_cannot_be_replayed(self, app, browser):
        ana = browser("ana")
        stolen = ana.cookies["workflow-8765"]
        ana.submit("/leave", {})
        thief = Browser(app)
        thief.cookies.set("workflow-8765", stolen)
        assert thief.get("/").status_code == 401

    def test_a_session_ends_with_its_time(self, app, browser, monkeypatch):
        ana = browser("ana")
        now = app.state.desk.office.access._clock()
        monkeypatch.setattr(app.state.desk.office.access, "_clock", lambda: now + 15 * 24 * 3600)
        assert ana.get("/").status_code == 401

    def test_links_cannot_be_guessed_at_speed(self, app):
        stranger = Browser(app)
        answers = [stranger.get(f"/enter/{'a' * 40}{number:03}") for number in range(40)]
        assert {answer.status_code for answer in answers} == {403, 429}
        assert "ana" not in "".join(answer.text for answer in answers).lower()

    def test_signing_in_from_another_site_is_refused(self, app):
        """Somebody who is signed in as another person without knowing it writes in their name."""
        link = app.state.desk.office.access.link("ana")
        headers = {**FORM, "origin": "https://evil.example"}
        assert Browser(app).post(f"/enter/{link}", headers=headers).status_code == 403


class TestPaths:
    @pytest.mark.parametrize(
        "path",
        [
            "/../workflow.toml",
            "/%2e%2e/workflow.toml",
            "/..%2fworkflow.toml",
            "/style.css/../../workflow.toml",
            "/static/../../etc/passwd",
            "/preview/es/../../workflow.toml",
            "/preview/es/..%2f..%2f..%2fworkflow.toml",
            "/preview/es/%2fetc%2fpasswd",
            "/preview/es/....//....//workflow.toml",
            "/preview/es/es/nothing-here/index.html",
            f"/preview/ar/../{SLUG}/source.md",
            "/a/..%2f..%2fetc/es",
            "/a/%00/es",
            f"/a/{SLUG}/..%2f..",
            f"/a/{SLUG}/es%00",
            f"/a/{SLUG}/xx",
            f"/a/{SLUG}/ES",
            "/a/no-such-article/es",
            "/a/CON/es",
            f"{T}/u/%2e%2e",
            f"{T}/u/p-000000",
            f"{T}/u/p-000000%0a",
            "/.workflow/server/access.json",
            "/a/" + "a" * 300 + "/es",
        ],
    )
    def test_no_path_leads_out(self, ana, path):
        answer = ana.get(path)
        assert answer.status_code == 404
        assert not re.search(r"root:|\[workspace\]|Traceback|File \"", answer.text)

    def test_a_redirect_leads_only_to_this_server(self, ana, title):
        seen = version_of(ana, title)
        fields = {"text": "Uno", "seen": seen, "next": "https://evil.example"}
        answer = ana.submit(f"{T}/u/{title}?next=//evil.example", fields)
        assert answer.headers["location"].startswith(f"{T}?")


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
        saved = ana.submit(f"{T}/u/{title}", {"text": text, "seen": version_of(ana, title)})
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


class TestSizeAndRate:
    def test_a_form_that_is_too_large_is_cut_off(self, ana, title):
        answer = ana.submit(f"{T}/u/{title}", {"text": "x" * 300_000, "seen": ""})
        assert answer.status_code == 413

    def test_a_text_that_is_too_long_is_refused(self, ana, spanish, title):
        answer = ana.submit(f"{T}/u/{title}", {"text": "x" * 60_000, "seen": ""})
        assert answer.status_code == 400
        assert spanish().texts[title] == ""

    def test_ten_thousand_fields_are_refused(self, ana, title):
        content = "&".join(f"f{number}=1" for number in range(10_000))
        assert ana.post(f"{T}/u/{title}", content=content, headers=FORM).status_code == 400

    def test_a_form_that_never_ends_is_given_up(self, report):
        app = create_app(report.workspace.root, limits=Limits(patience=0.2))

        async def trickle():
            while True:
                yield b"a"
                await asyncio.sleep(0.05)

        async def send() -> int:
            transport = httpx2.ASGITransport(app=app)
            async with httpx2.AsyncClient(transport=transport, base_url=ORIGIN) as client:
                answer = await client.post(f"{T}/comment", content=trickle(), headers=FORM)
                return answer.status_code

        assert asyncio.run(send()) == 408

    def test_somebody_who_asks_too_often_waits(self, report, browser):
        app = create_app(report.workspace.root, limits=Limits(requests=(0.001, 5)))
        stranger = Browser(app)
        link = app.state.desk.office.access.link("ana")
        stranger.post(f"/enter/{link}", headers=FORM)
        assert [stranger.get("/").status_code for _ in range(8)][-1] == 429

    @pytest.mark.parametrize(
        "body", [b"\xff\xfe", b"text=%ff%fe", b"text=%", b"\x00=\x00", b"&&&;;="]
    )
    def test_a_broken_form_is_an_error_without_a_trace(self, ana, title, body):
        answer = ana.post(f"{T}/u/{title}", content=body, headers=FORM)
        assert answer.status_code in (400, 403)
        assert "Traceback" not in answer.text

    @pytest.mark.parametrize(
        "method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND", "X"]
    )
    def test_other_methods_do_nothing(self, ana, method):
        assert ana.request(method, T).status_code == 405

    def test_a_write_by_reading_does_nothing(self, ana, spanish, title):
        for path in ("submit", "approve", "comment", "resolve", "claim", f"u/{title}/waive"):
            assert ana.get(f"{T}/{path}?text=x&token={ana.token()}").status_code in (404, 405)
        assert len(spanish().events) == 1

    @pytest.mark.parametrize(
        "query",
        [
            "show=%00",
            "order[]=1",
            "words=" + "%F0%9F%98%80" * 500,
            "words=(((((((((a)*)*)*)*)*)*)*)*b",
            "from=-1",
            "from=1e999",
        ],
    )
    def test_odd_questions_get_an_answer(self, ana, query):
        for path in (T, f"{T}/history"):
            assert ana.get(f"{path}?{query}").status_code in (200, 400)

    def test_a_fault_of_ours_tells_visitors_nothing(self, app, browser, monkeypatch):
        ana = browser("ana")
        ana._transport.raise_server_exceptions = False

        def broken(_):
            raise RuntimeError("the secret is in /srv/newsroom")

        monkeypatch.setattr("workflow.server.desk.Desk.person", broken)
        answer = ana.get("/")
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "/srv" not in answer.text


class TestRoles:
    """Somebody who is signed in does what is not theirs."""

    def refused(self, who: Browser, path: str, **fields: str) -> bool:
        return who.submit(path, fields).status_code in (403, 404)

    def test_somebody_without_a_role_only_reads(self, browser, spanish, title):
        guest = browser("gast")
        assert self.refused(guest, f"{T}/u/{title}", text="x", seen="")
        assert self.refused(guest, f"{T}/comment", text="x")
        assert self.refused(guest, f"{T}/terms", source="arrest", term="x")
        assert self.refused(guest, f"{T}/submit")
        assert self.refused(guest, f"{T}/approve", mark="x")
        assert self.refused(guest, f"{T}/return", reason="x")
        assert self.refused(guest, f"{T}/vouch", reason="x")
        assert self.refused(guest, f"{T}/claim")
        assert self.refused(guest, f"{T}/u/{title}/waive", finding="x", reason="x")
        assert len(spanish().events) == 1

    @pytest.mark.parametrize("path", ["approve", "return", "vouch", "terms"])
    def test_a_translator_does_not_decide(self, browser, spanish, path):
        fields = {"mark": "x", "reason": "x", "source": "arrest", "term": "x"}
        assert self.refused(browser("ana"), f"{T}/{path}", **fields)
        assert len(spanish().events) == 1

    @pytest.mark.parametrize("path", ["", "/rows", "/changes", "/facts", "/history", "/preview"])
    def test_a_target_of_another_language_is_not_there(self, browser, path):
        assert browser("ana").get(f"/a/{SLUG}/ar{path}").status_code == 404

    def test_nor_can_it_be_written(self, browser, report):
        unit = next(iter(report.target("ar").state.units))
        assert self.refused(browser("ana"), f"/a/{SLUG}/ar/u/{unit}", text="x", seen="")
        assert self.refused(browser("ana"), f"/a/{SLUG}/ar/comment", text="x")

    def test_nobody_writes_in_the_name_of_another(self, browser, spanish, title):
        fields = {"text": "Uno", "seen": version_of(browser("ana"), title), "by": "ben"}
        browser("ana").submit(f"{T}/u/{title}", {**fields, "person": "ben", "as": "confirm"})
        assert spanish().state.units[title].by == "ana"

    def test_the_comment_of_another_is_not_settled_by_a_translator(self, browser, spanish):
        made = spanish().record(Commented(text="Wait", blocking=True), "ben")
        assert self.refused(browser("ana"), f"{T}/resolve", comment=made.id)
        assert spanish().state.comments[0].resolved_by is None

    def test_a_right_that_was_taken_away_is_gone_at_once(self, browser, newsroom, title):
        ana = browser("ana")
        path = newsroom.root / "workflow.toml"
        path.write_text(path.read_text().replace('roles = ["translator"]', "roles = []"))
        assert self.refused(ana, f"{T}/u/{title}", text="x", seen="")


def version_of(browser: Browser, unit: str) -> str:
    """The version of a unit that the page gives out."""
    found = re.search(r'name="seen" value="(\w+)"', browser.get(f"{T}/u/{unit}").text)
    assert found
    return found[1]
