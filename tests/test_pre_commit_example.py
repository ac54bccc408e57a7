"""The examples that check before a commit and beside a change do their work: they are run here.

A small stand-in does what pre-commit does with a hook of the system; where pre-commit itself is
installed, it is asked too. Nothing is fetched.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SPANISH
from workflow.safe_yaml import load
from workflow.workspace.article import Article
from workflow.workspace.target import Target

EXAMPLES = Path(__file__).parent.parent / "examples" / "pre-commit"
CONFIG = ".pre-commit-config.yaml"
PRE_COMMIT = shutil.which(
    "pre-commit", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
)
GIT = ["git", "-c", "user.name=Ana", "-c", "user.email=ana@bulletin.example"]


def hook() -> dict[str, Any]:
    (repository,) = load((EXAMPLES / CONFIG).read_text(encoding="utf-8"), CONFIG)["repos"]
    (found,) = repository["hooks"]
    return dict(found)


class Clone:
    """A workspace in git, with a command `workflow` that is this one."""

    def __init__(self, target: Target, folder: Path) -> None:
        self.target, self.root = target, target.article.workspace.root
        commands = folder / "bin"
        commands.mkdir()
        script = commands / "workflow"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m workflow "$@"\n')
        script.chmod(0o755)
        self._env = {**os.environ, "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"}
        self.git("init", "-q", "-b", "main")
        self.git("add", "workflow.toml")
        self.git("commit", "-q", "-m", "Begin")

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.run([*GIT, *words])

    def run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.root, env=self._env, capture_output=True, encoding="utf-8"
        )

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.git("add", ".")
        return self.git("commit", "-m", "Work")

    def forget(self, source: str) -> None:
        """Take out the translation of a text, which is an error."""
        unit = next(unit.id for unit in self.target.article.units if unit.text == source)
        self.target.edit({unit: ""}, "ana")


@pytest.fixture
def clone(article: Article, tmp_path: Path) -> Clone:
    target = article.add_target("es", "ana")
    target.edit({key: SPANISH[text] for key, text in article.texts.items()}, "ana")
    return Clone(target, tmp_path)


def install_stand_in(clone: Clone) -> None:
    """Run the hook's entry for staged files that its pattern fits, as pre-commit does."""
    wanted = hook()
    assert (wanted["language"], wanted["pass_filenames"]) == ("system", False)
    script = clone.root / ".git" / "hooks" / "pre-commit"
    script.write_text(
        "#!/bin/sh\n"
        f"git diff --cached --name-only | grep -Eq '{wanted['files']}' || exit 0\n"
        f"exec {wanted['entry']}\n"
    )
    script.chmod(0o755)


def test_a_good_translation_can_be_committed_and_a_hole_cannot(clone: Clone) -> None:
    install_stand_in(clone)
    done = clone.commit()
    assert done.returncode == 0, done.stdout + done.stderr
    clone.forget("The first hearing took 20 minutes.")
    stopped = clone.commit()
    assert stopped.returncode == 1
    assert "missing" in stopped.stdout + stopped.stderr


@pytest.mark.peer
@pytest.mark.skipif(PRE_COMMIT is None, reason="pre-commit is not installed")
def test_pre_commit_itself_takes_the_example(clone: Clone) -> None:
    shutil.copy(EXAMPLES / CONFIG, clone.root)
    assert clone.run([str(PRE_COMMIT), "install"]).returncode == 0
    done = clone.commit()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "translations" in done.stderr + done.stdout
    clone.forget("The first hearing took 20 minutes.")
    stopped = clone.commit()
    assert stopped.returncode == 1
    assert "missing" in stopped.stdout + stopped.stderr


def test_the_pattern_of_the_hook_fits_texts_and_nothing_else() -> None:
    pattern = re.compile(hook()["files"])
    assert pattern.search("translations/boat-school/es.po")
    assert pattern.search("translations/boat-school/source.md")
    assert not pattern.search("translations/boat-school/history/es/ana.jsonl")
    assert not pattern.search("docs/translations/es.po.txt")


def test_the_example_for_github_puts_findings_beside_their_lines(clone: Clone) -> None:
    clone.forget("The first hearing took 20 minutes.")
    example = load((EXAMPLES / "check-on-github.yml").read_text(encoding="utf-8"), "example")
    steps = [step["run"] for step in example["jobs"]["check"]["steps"] if "run" in step]
    install, check = steps
    assert install == "pip install newsroom-workflow"
    done = clone.run(["bash", "-e", "-c", check])
    assert done.returncode == 1
    line = next(line for line in done.stdout.splitlines() if "title=missing" in line)
    place = re.match(r"::error file=([^,]+),line=(\d+),", line)
    assert place is not None
    written = (clone.root / place[1]).read_text(encoding="utf-8").splitlines()
    assert written[int(place[2]) - 1].startswith("msgstr")
