"""Two people, each with a clone of the newsroom's repository, and git between them."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import SETTINGS
from tests.workspace.story import SLUG, typed
from workflow.document.source import Source
from workflow.workspace.events import Submitted
from workflow.workspace.state import UnitState
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

PO = f"translations/{SLUG}/es.po"
_WHO = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_COMMITTER_NAME": "x"}
_GIT = {**_WHO, "GIT_COMMITTER_EMAIL": "x", "GIT_CONFIG_GLOBAL": "/dev/null"}


@dataclass(frozen=True)
class Clone:
    """One person's clone."""

    root: Path
    person: str

    def git(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *words],
            cwd=self.root,
            env=os.environ | _GIT,
            check=check,
            capture_output=True,
            text=True,
        )

    def target(self, tag: str = "es", slug: str = SLUG) -> Target:
        return Workspace.find(self.root).article(slug).target(tag)

    def unit(self, kind: str, tag: str = "es") -> UnitState:
        """The state of the first unit of a kind, such as `li`."""
        target = self.target(tag)
        return target.state.units[self.key(kind, tag)]

    def key(self, kind: str, tag: str = "es") -> str:
        return next(key for key in self.target(tag).texts if key.startswith(f"{kind}-"))

    def edit(self, kind: str, text: str, tag: str = "es") -> None:
        self.target(tag).edit({self.key(kind, tag): text}, self.person)

    def edit_by_hand(self, old: str, new: str, path: str = PO) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file.write_text(text.replace(old, new), encoding="utf-8")

    def submit(self) -> None:
        target = self.target()
        target.record(
            Submitted(text=target.state.text_hash, source=target.state.source_hash), self.person
        )

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "work")

    def pull(self, other: "Clone") -> list[str]:
        """Commit, and merge what the other has committed; returns the files in conflict."""
        self.commit()
        self.git("pull", "--quiet", "--no-rebase", "--no-edit", str(other.root), check=False)
        return self.git("diff", "--name-only", "--diff-filter=U").stdout.splitlines()

    def choose(self, side: str, path: str = PO) -> None:
        """Settle the whole file by one side: `ours` or `theirs`."""
        self.git("checkout", f"--{side}", "--", path)

    def typed(self) -> set[str]:
        """Every text in every journal."""
        return typed(self.root)

    def check(self) -> Target:
        """Bring the PO file up to date, and ask gettext what it thinks of it."""
        target = self.target()
        target.sync()
        assert self.target().pending == ()
        if shutil.which("msgfmt"):
            asked = ["msgfmt", "-c", "-o", os.devnull, target.path]
            subprocess.run(asked, check=True, capture_output=True)
        return target


def two_clones(folder: Path, source: Source) -> tuple[Clone, Clone]:
    """A newsroom with one article in Spanish, every unit confirmed by Ana; cloned for Ben."""
    ana = Clone(folder / "ana", "ana")
    ana.root.mkdir()
    (ana.root / "workflow.toml").write_text(SETTINGS, encoding="utf-8")
    (ana.root / ".gitignore").write_text(".workflow/\n", encoding="utf-8")
    ana.git("init", "--quiet", "--initial-branch", "main")
    target = Workspace.find(ana.root).create(SLUG, source).add_target("es", "ana")
    target.edit({key: f"ES {text}" for key, text in target.state.source.items()}, "ana")
    ana.commit()
    subprocess.run(["git", "clone", "--quiet", ana.root, folder / "ben"], check=True)
    return ana, Clone(folder / "ben", "ben")
