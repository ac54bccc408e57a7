"""`workflow demo`, from the checkout and from the wheel alone."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

TOP = Path(__file__).parent.parent.parent


def test_the_demo_goes_through_every_step(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "workflow", "demo", "новая редакция"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    named = [line.split(maxsplit=2)[-1] for line in ran.stdout.splitlines()[-2:]]
    assert [Path(name).suffix for name in named] == [".html", ".docx"]
    assert all((tmp_path / name).is_file() for name in named)


def test_the_demo_never_writes_over_a_folder(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    ran = shell("demo", str(tmp_path / "mine"))
    assert ran.code == 2
    assert "already there" in ran.err


@pytest.mark.peer
def test_the_wheel_alone_runs_the_demo(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip"]
    subprocess.run([*pip, "wheel", "--quiet", "--no-deps", "-w", tmp_path, TOP], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "empty", with_pip=True)
    scripts = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    subprocess.run([scripts / "workflow", "demo", "newsroom"], cwd=tmp_path, check=True)
