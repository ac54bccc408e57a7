import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

from workflow.server.access import Access


@pytest.fixture
def served(workspace) -> Iterator[str]:
    """The launch link of a server that runs as a user would run it."""
    command = [sys.executable, "-m", "workflow", "review", "serve", "--port", "0", "--no-open"]
    with subprocess.Popen(
        [*command, "--by", "ben"], cwd=workspace.root, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            yield server.stdout.readline().strip()
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(20)


def test_the_launch_link_leads_to_the_one_at_the_machine(served):
    for _ in range(50):
        try:
            with urllib.request.urlopen(served) as page:
                assert "Sign in as Ben Muster" in page.read().decode()
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not answer")


def test_an_invitation_is_a_link_for_one_person(shell, workspace):
    ran = shell("review", "invite", "ana", "--url", "https://review.example")
    token = re.fullmatch(r"https://review\.example/enter/([\w-]{40,})\n", ran.out)[1]
    access = Access(workspace.cache / "server")
    assert access.invited(token) == "ana"
    assert "Ana Prueba (translator) alone" in ran.err
    assert shell("review", "invite", "ana", "--revoke").out == "ana: 1 link or session ended\n"
    assert access.invited(token) is None


def test_an_invitation_leads_to_where_the_page_was_served_last(shell, workspace):
    assert shell("review", "invite", "ana").out.startswith("http://127.0.0.1:8765/enter/")
    Access(workspace.cache / "server").address = "http://127.0.0.1:9999"
    assert shell("review", "invite", "ana").out.startswith("http://127.0.0.1:9999/enter/")


def test_a_team_is_not_served_without_the_list_of_names(shell, workspace):
    (workspace.root / "withheld.fingerprint").write_text("0123\n", encoding="utf-8")
    ran = shell("review", "serve", "--url", "https://review.example", "--by", "ben")
    assert (ran.code, "their list is not on this computer" in ran.err) == (1, True)


def test_nobody_is_invited_who_is_not_in_the_settings(shell):
    ran = shell("review", "invite", "nadia")
    assert (ran.code, "nadia is not a contributor" in ran.err) == (2, True)


@pytest.mark.parametrize("url", ["review.example", "ftp://x", "https://x/path", "javascript:1"])
def test_an_address_must_be_one_of_a_server(shell, url):
    assert shell("review", "invite", "ana", "--url", url).code == 2


def test_other_computers_are_not_let_in_by_accident(shell):
    ran = shell("review", "serve", "--host", "0.0.0.0", "--by", "ben")
    assert (ran.code, "--url" in ran.err) == (2, True)


def test_what_is_missing_is_named(shell, monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ran = shell("review", "serve", "--by", "ben", "--port", "0", "--no-open")
    assert (ran.code, "newsroom-workflow[server]" in ran.err) == (3, True)
