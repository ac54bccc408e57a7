"""With odd addresses, and with requests that are too large, too many, broken or endless."""

import asyncio
import re

import httpx2
import pytest

from tests.server.attacks.conftest import T
from tests.server.conftest import FORM, ORIGIN, SLUG, Browser
from workflow.server.app import create_app
from workflow.server.limits import Limits


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
        seen = ana.seen(f"{T}/u/{title}")
        fields = {"text": "Uno", "seen": seen, "next": "https://evil.example"}
        answer = ana.submit(f"{T}/u/{title}?next=//evil.example", fields)
        assert answer.headers["location"].startswith(f"{T}?")


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
