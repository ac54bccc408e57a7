"""`workflow init`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Shell


def test_init_and_the_first_look(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = shell("init", str(tmp_path / "mine"), "--name", "Our Paper", "--to", "es")
    assert ran.code == 0
    assert "workflow new FILE" in ran.out
    monkeypatch.chdir(tmp_path / "mine")
    assert shell("status").code == 0
    assert shell("init").code == 2, "a workspace is never made over another one"


def test_a_file_is_no_folder(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ran = shell("init", str(tmp_path / "file"))
    assert ran.code == 2
    assert "is a file" in ran.err


def test_whoever_git_knows_is_a_contributor_at_once(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {"user.name": "Ana Prueba", "user.email": "ana@bulletin.example"}
    monkeypatch.setattr("workflow.workspace.setup.git_setting", lambda key, folder: known[key])
    ran = shell("init", str(tmp_path / "mine"))
    assert "You are Ana Prueba, as git knows you: contributor ana." in ran.out


def test_what_git_is_to_leave_alone_is_added_to_what_a_person_wrote(
    shell: Shell, tmp_path: Path
) -> None:
    ignored = tmp_path / ".gitignore"
    ignored.write_text("*.bak\npublic/", encoding="utf-8")
    shell("init", str(tmp_path))
    assert ignored.read_text(encoding="utf-8") == "*.bak\npublic/\n.workflow/\n"


def test_a_newsroom_without_people_is_told_how_to_add_one(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workflow.workspace.setup.git_setting", lambda key, folder: "")
    shell("init", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "boat.md").write_text("# The boat\n\nPupils built a boat.\n", encoding="utf-8")
    ran = shell("new", "boat.md", "--language", "en", "--to", "es")
    assert ran.code == 2
    assert "names no contributors" in ran.err
    assert "[contributors.ID]" in ran.err
