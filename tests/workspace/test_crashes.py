"""The program dies, or the disk refuses, at every touch of the disk of every command."""

import contextlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import workflow
from tests.workspace.faults import KILLED, WRITE, Ended, Fault, run
from tests.workspace.story import SLUG, STORY, Words, articles, begin, seen, typed
from workflow.cli.app import program
from workflow.workspace.board import board
from workflow.workspace.workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and reads /proc")
COMMANDS = [name for name, act in STORY.items() if not act.__name__.startswith("_by_hand")]


GOES_ON = {
    "new": f"translate {SLUG} --engine none --by ana".split(),
    "publish": f"publish {SLUG} --to es --format web --by ben".split(),
}
"""What a person runs who finds that one of these was done by half."""


@dataclass(frozen=True)
class Moment:
    """A workspace before a command and after it."""

    root: Path
    copy: Path
    words: Words
    touches: str
    before: dict[str, Any]
    after: dict[str, Any]
    files: frozenset[str]

    def again(self) -> None:
        """Put the workspace back to what it was before the command."""
        shutil.rmtree(self.root)
        shutil.copytree(self.copy, self.root)

    def faults(self, fault: Fault, step: int) -> Iterator[Ended]:
        """Run the command with the fault at every `step`th touch of the disk, or write to tear.

        Yields how it ended wherever that left the disk otherwise than at the touch before.
        """
        before: set[frozenset[tuple[str, int]]] = set()
        places = [
            at
            for at, touch in enumerate(self.touches, 1)
            if touch == WRITE or fault is not Fault.TORN
        ]
        for at in places[len(self.copy.name) % step :: step]:
            self.again()
            ended = run(self.words, self.root, fault, at)
            left = outline(self.root)
            if left not in before:
                yield ended
            before.add(left)


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Moment]:
    """Live through the story once, and remember the workspace before each command."""
    folder = tmp_path_factory.mktemp("story")
    root = folder / "newsroom"
    begin(root)
    found = {}
    for name, act in STORY.items():
        words = act(root)
        if words is None:
            continue
        copy = folder / name
        shutil.copytree(root, copy)
        before = seen(root)
        warm_up(words, copy)
        counted = run(words, root)
        assert counted.code == 0, counted.said
        found[name] = Moment(
            root, copy, words, counted.touches, before, seen(root), frozenset(files(root))
        )
    return found


def outline(root: Path) -> frozenset[tuple[str, int]]:
    """Return every file and folder of a workspace with its size; chance names do not count."""
    return frozenset(
        (re.sub(r"\.\w{8}\.tmp$", ".tmp", str(path)), path.is_file() and path.stat().st_size)
        for path in root.rglob("*")
    )


def warm_up(words: Words, copy: Path) -> None:
    """Do the command here first, on a copy of the copy: the children need not import so much."""
    with (
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(shutil.copytree(copy, Path(folder) / "warm")),
    ):
        assert CliRunner().invoke(program(), words).exit_code == 0


def files(root: Path) -> dict[str, bytes]:
    """Return every file of a workspace that is not a cache."""
    paths = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return {str(p): (root / p).read_bytes() for p in paths if p.parts[0] != ".workflow"}


@pytest.fixture(params=COMMANDS)
def moment(request: pytest.FixtureRequest, moments: dict[str, Moment]) -> Moment:
    return moments[request.param]


def check_that_nothing_is_lost(moment: Moment) -> None:
    """Every article loads, each target stands as before or as after, and no text is gone."""
    now = seen(moment.root)
    board(Workspace.find(moment.root))
    assert typed(moment.copy) <= typed(moment.root)
    assert now.keys() in (moment.before.keys(), moment.after.keys()) or (
        moment.before.keys() <= now.keys() <= moment.after.keys()
    )
    for name, state in now.items():
        assert state in (moment.before.get(name), moment.after.get(name)), name


def check_that_it_can_be_done_now(moment: Moment) -> None:
    """The same command ends as if nothing had happened, and leaves no rubbish behind."""
    for path in moment.root.rglob("*.tmp"):
        os.utime(path, (0, 0))  # some time has passed
    begun = seen(moment.root) != moment.before
    if not begun or moment.words[0] in GOES_ON:
        ended = run(
            GOES_ON.get(moment.words[0], moment.words) if begun else moment.words, moment.root
        )
        assert ended.code == 0, ended.said
    bring_forward(moment.root)
    now = files(moment.root).keys()
    left = {name for name in now - moment.files if not name.endswith("nobody.jsonl")}
    assert not {name for name in left if not name.startswith("public/")}
    if not begun:
        assert seen(moment.root) == moment.after
        assert moment.files <= now


def bring_forward(root: Path) -> None:
    """What the next command that writes does first."""
    for article in articles(Workspace.find(root)):
        for tag in article.targets:
            article.target(tag).sync()


@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.peer)])
@pytest.mark.parametrize("fault", [Fault.KILL, Fault.TORN])
def test_killed_at_any_moment_at_most_the_running_command_is_missing(
    moment: Moment, fault: Fault, step: int
) -> None:
    for ended in moment.faults(fault, step):
        assert ended.code == KILLED
        check_that_nothing_is_lost(moment)
        check_that_it_can_be_done_now(moment)


@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.peer)])
def test_on_a_full_disk_a_command_says_so_and_nothing_is_lost(moment: Moment, step: int) -> None:
    for ended in moment.faults(Fault.FULL, step):
        check_that_nothing_is_lost(moment)
        if ended.code:
            assert ended.code == 2
            assert "No space left" in ended.said
            assert "fault in workflow" not in ended.said
        check_that_it_can_be_done_now(moment)


def test_on_a_read_only_disk_nothing_changes(moment: Moment) -> None:
    moment.again()
    before = files(moment.root)
    ended = run(moment.words, moment.root, Fault.READ_ONLY, 1)
    assert files(moment.root) == before
    if moment.before != moment.after:
        assert ended.code == 2
    assert "fault in workflow" not in ended.said


@pytest.mark.peer
@pytest.mark.parametrize("seed", range(60))
def test_a_real_process_killed_at_a_random_moment(moments: dict[str, Moment], seed: int) -> None:
    chance = random.Random(seed)
    moment = moments[chance.choice(COMMANDS)]
    moment.again()
    with subprocess.Popen(
        [sys.executable, "-m", "workflow", *moment.words],
        cwd=moment.root,
        env={**os.environ, "PYTHONPATH": str(Path(workflow.__file__).parent.parent)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as command:
        with contextlib.suppress(subprocess.TimeoutExpired):
            command.wait(chance.uniform(0.1, 1.2))
        command.kill()
    check_that_nothing_is_lost(moment)
    check_that_it_can_be_done_now(moment)
