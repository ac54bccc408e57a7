"""Two processes at work on one article; a clock that went back; a folder that moves away."""

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workspace.story import typed
from workflow.document.source import Source
from workflow.errors import InputError, StaleError, WorkflowError
from workflow.workspace import files, journal, locks
from workflow.workspace.article import Article
from workflow.workspace.events import Commented, Edited, Origin, Submitted
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

forks = pytest.mark.skipif(sys.platform == "win32", reason="forks")
ROUNDS = 15


def fresh(target: Target) -> Target:
    """The same target, read from disk as another process does."""
    return Workspace.find(target.article.workspace.root).article(target.article.slug).target("es")


@pytest.fixture
def target(article: Article) -> Target:
    return article.add_target("es", "ana")


def at_once(*works: Callable[[], None]) -> None:
    """Run each in a process of its own, all at the same time; all must end well."""
    children = []
    for work in works:
        child = os.fork()
        if not child:
            code = 1
            try:
                work()
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)


@forks
def test_edits_of_different_units_by_two_processes_all_stand(target: Target) -> None:
    mine, yours = list(target.texts)[:2]

    def edits(unit: str, by: str) -> Callable[[], None]:
        def work() -> None:
            for number in range(ROUNDS):
                fresh(target).edit({unit: f"{by} {number}"}, by)

        return work

    at_once(edits(mine, "ana"), edits(yours, "ben"))
    now = fresh(target)
    assert (now.texts[mine], now.texts[yours]) == (f"ana {ROUNDS - 1}", f"ben {ROUNDS - 1}")
    assert now.pending == ()
    made = [e for e in now.events if isinstance(e.payload, Edited)]
    assert len(made) == 2 * ROUNDS, "none lost, none doubled"
    assert all(unit.rival is None for unit in now.state.units.values())


@forks
def test_of_two_processes_that_edit_one_unit_the_slower_is_told(target: Target) -> None:
    unit = next(iter(target.texts))

    def counts(by: str) -> Callable[[], None]:
        def work() -> None:
            done = 0
            while done < ROUNDS:
                now = fresh(target)
                number = int(now.texts[unit] or 0) + 1
                try:
                    now.edit({unit: str(number)}, by, now.texts)
                except StaleError:
                    continue
                done += 1

        return work

    at_once(counts("ana"), counts("ben"))
    assert fresh(target).texts[unit] == str(2 * ROUNDS)
    assert {str(number) for number in range(1, 2 * ROUNDS + 1)} <= typed(
        target.article.workspace.root
    )


@forks
def test_remarks_drafts_and_edits_at_once_are_all_there(target: Target) -> None:
    first, second, *_ = target.texts

    def remarks() -> None:
        for number in range(ROUNDS):
            fresh(target).record(Commented(text=str(number), unit=first), "ben")

    def drafts() -> None:
        for number in range(ROUNDS):
            fresh(target).draft({second: (f"draft {number}", Origin(engine="none"))}, "ana")

    at_once(
        remarks, drafts, lambda: fresh(target).article.workspace.article("court-extends-arrest")
    )
    now = fresh(target)
    assert [c.text for c in now.state.comments] == [str(number) for number in range(ROUNDS)]
    assert now.texts[second] == f"draft {ROUNDS - 1}"
    assert now.pending == ()


@forks
def test_whoever_reads_meanwhile_never_sees_an_edit_by_nobody(target: Target) -> None:
    unit = next(iter(target.texts))

    def writes() -> None:
        for number in range(3 * ROUNDS):
            fresh(target).edit({unit: str(number)}, "ana")

    def reads() -> None:
        for _ in range(6 * ROUNDS):
            assert fresh(target).pending == ()

    at_once(writes, reads)


@forks
def test_two_articles_of_one_name_are_one_and_an_error(
    workspace: Workspace, source: Source
) -> None:
    def creates() -> None:
        try:
            workspace.create("a", source)
        except InputError:
            (workspace.root / "refused").touch()

    at_once(creates, creates)
    assert workspace.article("a").source.title == source.title
    assert (workspace.root / "refused").exists()


@forks
def test_an_edit_while_another_process_renames_is_found_or_refused(target: Target) -> None:
    unit = next(iter(target.texts))
    workspace = target.article.workspace
    names = ["court-extends-arrest", "arrest"]

    def renames() -> None:
        for number in range(8):
            workspace.rename(names[number % 2], names[(number + 1) % 2], "ben")

    def edits() -> None:
        done = 0
        while done < ROUNDS:
            try:
                [slug] = Workspace.find(workspace.root).slugs()
                workspace.article(slug).target("es").edit({unit: f"text {done}"}, "ana")
                done += 1
            except (WorkflowError, ValueError):
                continue

    at_once(renames, edits)
    assert workspace.slugs() == [names[0]]
    assert [path.name for path in workspace.translations.iterdir()] == [names[0]], "no ghost"
    assert fresh(target).texts[unit] == f"text {ROUNDS - 1}"
    assert {f"text {number}" for number in range(ROUNDS)} <= typed(workspace.root)


def test_an_article_that_was_moved_takes_no_edit_under_its_old_name(target: Target) -> None:
    old = fresh(target)
    target.article.workspace.rename(target.article.slug, "arrest", "ben")
    with pytest.raises(StaleError, match="was moved a moment ago"):
        old.edit({next(iter(old.texts)): "x"}, "ana")
    assert not old.article.path.exists()


def test_a_source_that_changes_while_an_engine_drafts_is_not_put_back(target: Target) -> None:
    slow = fresh(target)
    assert slow.article.units
    path = target.article.path / "source.md"
    path.write_text(path.read_text(encoding="utf-8").replace("20 min", "25 min"), encoding="utf-8")
    fresh(target).sync()
    unit = next(key for key in slow.texts if key.startswith("q-"))
    slow.draft({unit: ("Draft", Origin(engine="argos"))}, "ana")
    now = fresh(target)
    assert now.texts[unit] == "Draft"
    assert now.pending == ()
    assert any("25 minutes" in text for text in now.state.source.values())


def test_a_lock_that_is_not_given_back_is_told(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.05)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with locks.locked(target.article.workspace.cache, target.article.slug):
            held.set()
            done.wait()

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    try:
        with pytest.raises(StaleError, match="another command is at work on court-extends-arrest"):
            target.edit({next(iter(target.texts)): "x"}, "ana")
    finally:
        done.set()
        other.join()


def test_a_clock_that_went_back_changes_nothing(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = next(iter(target.texts))
    target.edit({unit: "one"}, "ana")
    monkeypatch.setattr(journal.time, "time_ns", lambda: 0)
    for text in ("two", "three"):
        fresh(target).edit({unit: text}, "ben")
    now = fresh(target)
    assert now.texts[unit] == "three"
    assert now.state.units[unit].rival is None
    now.record(Submitted(text=now.state.text_hash, source=now.state.source_hash), "ana")
    assert now.undo("ana").payload == Submitted(
        text=now.state.text_hash, source=now.state.source_hash
    )


@forks
@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="asks who the user is")
def test_a_read_only_folder_is_told_and_can_be_read(target: Target, tmp_path: Path) -> None:
    folder = target.article.path
    unit = next(iter(target.texts))
    for path in (tmp_path, *tmp_path.parents):
        if path == tmp_path or path.name.startswith(("pytest-", "popen-")):
            path.chmod(0o755)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)

    def edits() -> None:
        if os.geteuid() == 0:
            os.setuid(65534)
        assert fresh(target).texts[unit] == ""
        with pytest.raises(InputError, match=r"cannot be written: (Permission|Read-only)"):
            fresh(target).edit({unit: "x"}, "ana")

    at_once(edits)


def test_what_a_killed_writer_left_is_swept_away(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = target.article.path / ".es.po.abcdefgh.tmp"
    left.write_bytes(b"half")
    target.edit({next(iter(target.texts)): "x"}, "ana")
    assert left.exists(), "it may be another command's"
    os.utime(left, (0, 0))
    target.edit({next(iter(target.texts)): "y"}, "ana")
    assert not left.exists()
    assert not list(target.article.path.glob("*.tmp"))
    assert files.MAX_SIZE > 0
