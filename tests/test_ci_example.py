"""The example for pull requests does its work: its steps are run here as a runner would run them.

What stands around them is played: checkout is a clone, `pip` does nothing, `gh` keeps the comment.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SPANISH
from workflow.safe_yaml import load
from workflow.workspace.article import Article
from workflow.workspace.events import Origin
from workflow.workspace.workspace import Workspace

EXAMPLE = Path(__file__).parent.parent / "examples" / "ci" / "pull-request.yml"
EXPRESSION = re.compile(r"\$\{\{ ([\w.]+) \}\}")
GIT = ["git", "-c", "user.name=Ana", "-c", "user.email=ana@bulletin.example"]


def git(folder: Path, *words: str) -> str:
    command = [*GIT, *words]
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()


class Runner:
    """Runs the jobs of the example for one pull request from `branch` into `main`."""

    def __init__(self, origin: Path, folder: Path) -> None:
        self.origin, self.folder = origin, folder
        self.comment = folder / "comment.md"
        self.summary = folder / "summary.md"
        self.commands = folder / "bin"
        self.commands.mkdir()
        self._command("workflow", f'exec "{sys.executable}" -m workflow "$@"')
        self._command("pip", f'echo "$@" >> "{folder}/installed"')
        self._command(
            "gh",
            f'for last; do [ "$before" = --body-file ] && cp "$last" '
            f'"{self.comment}"; before=$last; done',
        )

    def _command(self, name: str, script: str) -> None:
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, job: str, *, reviewed: str = "") -> subprocess.CompletedProcess[str]:
        """Run the steps of a job until one fails; return how the last one ended."""
        copy = self.folder / f"{job}-{len(list(self.folder.iterdir()))}"
        git(self.folder, "clone", "-q", "--branch", "edits", str(self.origin), str(copy))
        values = {
            "github.event.pull_request.base.sha": git(copy, "rev-parse", "origin/main"),
            "github.event.pull_request.user.login": "Ana",
            "github.event.review.user.login": "Ben",
            "github.event.review.commit_id": reviewed,
            "github.event.pull_request.number": "7",
            "github.repository": "newsroom/translations",
            "github.token": "no-token",
        }
        for step in _steps(job):
            done = self._step(step, values, copy)
            if done.returncode:
                break
        return done

    def _step(
        self, step: dict[str, Any], values: dict[str, str], copy: Path
    ) -> subprocess.CompletedProcess[str]:
        env = {
            name: EXPRESSION.sub(lambda found: values[found[1]], text)
            for name, text in step.get("env", {}).items()
        }
        path = f"{self.commands}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=copy,
            env={**os.environ, **env, "PATH": path, "GITHUB_STEP_SUMMARY": str(self.summary)},
            capture_output=True,
            encoding="utf-8",
        )


def _steps(job: str) -> list[dict[str, Any]]:
    example = load(EXAMPLE.read_text(encoding="utf-8"), "pull-request.yml")
    return [step for step in example["jobs"][job]["steps"] if "run" in step]


@pytest.fixture
def request_of_ana(article: Article, workspace: Workspace, tmp_path: Path) -> Runner:
    """Ana has mended a draft in the PO file alone, on a branch, as one does in a browser."""
    root, origin = workspace.root, tmp_path / "origin.git"
    target = article.add_target("es", "ana")
    argos = Origin(engine="argos")
    target.draft({key: (text.upper(), argos) for key, text in article.texts.items()}, "ana")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "translations", "workflow.toml")
    git(root, "commit", "-q", "-m", "Draft")
    git(tmp_path, "clone", "-q", "--bare", str(root), str(origin))
    git(root, "remote", "add", "origin", str(origin))
    git(root, "switch", "-q", "-c", "edits")
    po = target.path.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    target.path.write_text(_translated(po), encoding="utf-8")
    git(root, "commit", "-q", "-a", "-m", "Mend the draft")
    git(root, "push", "-q", "origin", "edits")
    return Runner(origin, tmp_path)


def _translated(po: str) -> str:
    """Replace each text, which the file may have cut into several lines, by its translation."""
    for source, spanish in SPANISH.items():
        po = po.replace(source.upper(), spanish)
        for old, new in zip(source.split(". "), spanish.split(". "), strict=True):
            po = po.replace(old.upper(), new)
    return po


def test_the_report_is_put_into_a_comment(request_of_ana: Runner) -> None:
    done = request_of_ana.run("report")
    assert done.returncode == 0, done.stderr
    comment = request_of_ana.comment.read_text(encoding="utf-8")
    assert "7 of 7 units changed" in comment
    assert "prolonga" in comment
    assert "**Gate to publish:** closed" in comment
    assert request_of_ana.summary.read_text(encoding="utf-8") == comment


def test_the_gate_opens_once_the_approval_of_the_request_is_recorded(
    request_of_ana: Runner,
) -> None:
    closed = request_of_ana.run("gate")
    assert closed.returncode == 1
    assert "it has not been approved" in closed.stderr
    head = git(request_of_ana.origin, "rev-parse", "edits")
    recorded = request_of_ana.run("record", reviewed=head)
    assert recorded.returncode == 0, recorded.stderr
    assert git(request_of_ana.origin, "log", "-1", "--format=%s", "edits") == "Approved by Ben"
    opened = request_of_ana.run("gate")
    assert opened.returncode == 0, opened.stderr


def test_a_request_that_changed_after_the_review_is_not_approved(request_of_ana: Runner) -> None:
    earlier = git(request_of_ana.origin, "rev-parse", "main")
    refused = request_of_ana.run("record", reviewed=earlier)
    assert refused.returncode == 1
    assert "was changed after it had been reviewed" in refused.stdout
