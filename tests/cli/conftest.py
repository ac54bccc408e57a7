"""Runs the command line as a user does: words in, exit code, stdout and stderr out."""

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from workflow.cli.app import main
from workflow.workspace.workspace import Workspace


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Shell = Callable[..., Ran]


@pytest.fixture
def shell(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """Runs `workflow WORDS…` in the workspace's folder."""
    monkeypatch.chdir(workspace.root)

    def run(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["workflow", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Ran(int(ended.value.code or 0), out, err)

    return run
