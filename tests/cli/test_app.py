"""The command line as a whole: help, errors, exit codes."""

import pytest
import typer

from tests.cli.conftest import Shell
from workflow import __version__
from workflow.cli import status
from workflow.cli.app import program
from workflow.errors import MissingPart, NotReady


def called(*words: str) -> set[str]:
    """Return the commands that a program made for a command line has."""
    group = typer.main.get_command(program(words))
    return set(group.commands)  # type: ignore[attr-defined]


def commands() -> list[tuple[str, ...]]:
    """Every command, with the group that it is in."""
    group = typer.main.get_command(program())
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found += [(name, sub) for sub in inner] if inner else [(name,)]
    return found


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_has_help(shell: Shell, command: tuple[str, ...]) -> None:
    ran = shell(*command, "--help")
    assert ran.code == 0
    assert len(ran.out.split()) > 10


@pytest.mark.parametrize("words", [["status"], ["--debug", "status", "--json"]])
def test_a_command_is_imported_alone(words: list[str]) -> None:
    assert called(*words) == {"status"}


@pytest.mark.parametrize("words", [[], ["-h"], ["--debug"], ["--version"], ["sttus"]])
def test_without_a_command_there_are_all(words: list[str]) -> None:
    assert called(*words) >= {"status", "publish", "review", "models"}


def test_version(shell: Shell) -> None:
    assert shell("--version").out == f"workflow {__version__}\n"


@pytest.mark.parametrize("words", [["nonsense"], ["status", "--nonsense"], ["undo"]])
def test_a_wrong_command_gets_two_lines(shell: Shell, words: list[str]) -> None:
    ran = shell(*words)
    assert ran.code == 2
    first, second = ran.err.splitlines()
    assert first.startswith("error: ")
    assert second.startswith("hint: `workflow")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NotReady("not yet", hint="wait"), 1),
        (MissingPart("no engine", hint="install"), 3),
        (RuntimeError("a fault of ours"), 2),
        (KeyboardInterrupt(), 130),
    ],
)
def test_no_error_shows_a_traceback(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def fail() -> None:
        raise error

    monkeypatch.setattr(status, "open_workspace", fail)
    ran = shell("status")
    assert ran.code == code
    assert [line.split(":")[0] for line in ran.err.splitlines()] == ["error", "hint"]


def test_debug_shows_where_an_error_arose(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise NotReady("not yet", hint="wait")

    monkeypatch.setattr(status, "open_workspace", fail)
    assert "Traceback" in shell("--debug", "status").err
