"""With stolen or forged tokens."""

import pytest

from tests.server.attacks.conftest import READS, T
from tests.server.conftest import FORM, Browser


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
