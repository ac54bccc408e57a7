"""From another site, or by another name."""

import pytest

from tests.server.attacks.conftest import READS, T
from tests.server.conftest import FORM, HOST, ORIGIN


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
