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
