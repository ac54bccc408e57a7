"""A withheld name does not get into a workspace with a new article."""

from pathlib import Path

import pytest

from workflow.withheld.listing import VARIABLE, withhold
from workflow.workspace.workspace import Workspace

TEXT = "# A teacher is free\n\nAnna Orlinskaya came home. We met Orlinskaya, Anna.\n"


@pytest.fixture(autouse=True)
def _list(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("outside") / "list.txt"))
    withhold(workspace, "Анна Орлинская")


def test_without_a_terminal_nothing_is_written(shell, workspace: Workspace) -> None:
    file = Path("article.md")
    file.write_text(TEXT, encoding="utf-8")
    ran = shell("new", str(file), "--language", "en", "--yes")
    assert ran.code == 1
    assert "a withheld name stands 2 times" in ran.err
    assert "Orlinskaya" not in ran.err
    assert not (workspace.translations / "a-teacher-is-free").exists()
