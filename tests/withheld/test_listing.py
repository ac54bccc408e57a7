"""The list lies outside the workspace; a clone without it publishes nothing."""

from pathlib import Path

import pytest

from workflow.errors import InputError, NotReady
from workflow.withheld.listing import FINGERPRINT, VARIABLE, open_list, withhold
from workflow.workspace.workspace import Workspace


@pytest.fixture
def outside(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    path = tmp_path_factory.mktemp("outside") / "withheld.txt"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


def test_a_workspace_without_a_list_withholds_nothing(workspace: Workspace) -> None:
    assert open_list(workspace).names == ()


def test_a_name_goes_to_the_list_and_only_a_fingerprint_into_the_workspace(
    workspace: Workspace, outside: Path
) -> None:
    assert withhold(workspace, "Anna  Orlinskaya")
    assert not withhold(workspace, "Anna Orlinskaya")
    assert open_list(workspace).names == ("Anna Orlinskaya",)
    inside = "".join(
        path.read_text(encoding="utf-8", errors="replace")
        for path in workspace.root.rglob("*")
        if path.is_file()
    )
    assert "Orlinskaya" not in inside
    assert (workspace.root / FINGERPRINT).is_file()
    assert "Orlinskaya" not in repr(open_list(workspace))
    assert outside.stat().st_mode & 0o077 == 0


def test_a_clone_without_the_list_knows_that_there_is_one(
    workspace: Workspace, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    withhold(workspace, "Anna Orlinskaya")
    monkeypatch.delenv(VARIABLE)
    with pytest.raises(NotReady, match="not on this computer"):
        open_list(workspace)


def test_an_old_list_is_not_enough(workspace: Workspace, outside: Path) -> None:
    withhold(workspace, "Anna Orlinskaya")
    old = outside.read_text()
    withhold(workspace, "Pavel Orlin")
    outside.write_text(old)
    with pytest.raises(NotReady, match="not the one"):
        open_list(workspace)


def test_a_list_inside_the_workspace_is_refused(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(workspace.root / "names.txt"))
    with pytest.raises(InputError, match="inside the workspace"):
        withhold(workspace, "Anna Orlinskaya")
