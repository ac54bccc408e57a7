import re

import pytest

from tests.server.conftest import FORM, Browser


def test_a_link_shows_whom_it_lets_in_and_is_not_used_up_by_looking(app):
    token = app.state.desk.office.access.link("ana")
    stranger = Browser(app)
    assert "Sign in as Ana Prueba" in stranger.get(f"/enter/{token}").text
    assert "Sign in as Ana Prueba" in stranger.get(f"/enter/{token}").text


def test_the_button_lets_in_once(app):
    token = app.state.desk.office.access.link("ana")
    first, second = Browser(app), Browser(app)
    answer = first.post(f"/enter/{token}", headers=FORM)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert first.get("/").status_code == 200
    assert second.post(f"/enter/{token}", headers=FORM).status_code == 403


def test_the_cookie_is_for_this_server_and_no_script(app):
    token = app.state.desk.office.access.link("ana")
    cookie = Browser(app).post(f"/enter/{token}", headers=FORM).headers["set-cookie"]
    assert re.match(
        r"workflow-8765=[\w-]{40,}; HttpOnly; Max-Age=\d+; Path=/; SameSite=strict", cookie
    )


def test_without_signing_in_nothing_is_shown(app):
    for path in ("/", "/a/court-extends-arrest/es", "/help", "/a/court-extends-arrest/es/changes"):
        assert Browser(app).get(path).status_code == 401


@pytest.mark.parametrize("everywhere", [False, True])
def test_signing_out_ends_this_session_or_all(browser, everywhere):
    phone, laptop = browser("ana"), browser("ana")
    phone.submit("/leave", {"everywhere": "1"} if everywhere else {})
    assert phone.get("/").status_code == 401
    assert laptop.get("/").status_code == (401 if everywhere else 200)


def test_somebody_who_left_the_settings_is_signed_out(browser, report):
    ana = browser("ana")
    path = report.workspace.root / "workflow.toml"
    path.write_text(path.read_text().replace("contributors.ana", "contributors.another"))
    assert ana.get("/").status_code == 401
