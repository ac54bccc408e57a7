import json

import pytest

from workflow.server.access import IDLE_LASTS, LINK_LASTS, SESSION_LASTS, Access


class Clock:
    """A clock that a test sets."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def access(tmp_path, clock) -> Access:
    return Access(tmp_path / "server", clock)


def test_a_link_becomes_a_session_once(access):
    link = access.link("ana")
    session = access.enter(link)
    assert access.person(session) == "ana"
    assert access.enter(link) is None
    assert access.invited(link) is None


def test_a_link_is_no_session_and_a_session_no_link(access):
    link = access.link("ana")
    assert access.person(link) is None
    session = access.enter(link)
    assert access.invited(session) is None
    assert access.enter(session) is None


def test_links_and_sessions_end(access, clock):
    link, session = access.link("ana"), access.enter(access.link("ben"))
    clock.now += LINK_LASTS
    assert access.invited(link) is None
    assert access.person(session) is None


def test_a_session_lasts_while_it_is_used_but_not_for_ever(access, clock):
    session, begun = access.enter(access.link("ana")), clock.now
    while clock.now + IDLE_LASTS * 0.9 < begun + SESSION_LASTS:
        clock.now += IDLE_LASTS * 0.9
        assert access.person(session) == "ana"
    clock.now = begun + SESSION_LASTS
    assert access.person(session) is None


def test_another_process_makes_and_ends_links(access, clock, tmp_path):
    other = Access(tmp_path / "server", clock)
    session = access.enter(other.link("ana"))
    assert access.person(session) == "ana"
    assert other.revoke("ana") == 1
    assert access.person(session) is None


def test_a_restart_keeps_people_signed_in(access, clock, tmp_path):
    session = access.enter(access.link("ana"))
    assert Access(tmp_path / "server", clock).person(session) == "ana"


def test_the_file_tells_no_token_and_only_its_owner_may_read_it(access, tmp_path):
    link = access.link("ana")
    path = tmp_path / "server" / "access.json"
    assert link not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"x": {}}', json.dumps({"x": {"person": 1}})])
def test_a_damaged_file_lets_nobody_in(access, tmp_path, damage):
    session = access.enter(access.link("ana"))
    (tmp_path / "server" / "access.json").write_text(damage)
    assert access.person(session) is None
