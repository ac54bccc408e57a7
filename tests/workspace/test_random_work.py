"""Whatever two people do in their clones, in whatever order: no text is gone, and both agree."""

import contextlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workspace.clones import PO, Clone, two_clones
from workflow.document.source import Source
from workflow.errors import InputError
from workflow.workspace.article import SOURCE
from workflow.workspace.events import Approved, Commented, Origin, Resolved, Returned

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


class Work:
    """Random acts in a clone; `written` is every text that somebody typed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.written: set[str] = set()
        self.number = 0
        self.acts: list[Callable[[Clone], None]] = [
            self.edit,
            self.edit,
            self.edit_by_hand,
            self.draft,
            self.comment,
            self.resolve,
            self.submit,
            self.approve,
            self.send_back,
            self.undo,
            self.change_source,
            self.put_source_back,
        ]

    def text(self) -> str:
        self.number += 1
        self.written.add(f"Text {self.number}.")
        return f"Text {self.number}."

    def unit(self, clone: Clone) -> str:
        return self.chance.choice(list(clone.target().texts))

    def edit(self, clone: Clone) -> None:
        clone.target().edit({self.unit(clone): self.text()}, clone.person)

    def edit_by_hand(self, clone: Clone) -> None:
        target = clone.target()
        target.sync()  # a hand may write over its own text before anybody has seen it
        key = self.unit(clone)
        before, marker, after = target.path.read_text(encoding="utf-8").partition(
            f'msgctxt "{key}"'
        )
        head, sep, rest = after.partition("msgstr ")
        _, *others = rest.split("\n\n", 1)
        new = "\n\n".join([f'"{self.text()}"', *others])
        target.path.write_text(before + marker + head + sep + new, encoding="utf-8")

    def draft(self, clone: Clone) -> None:
        clone.target().draft({self.unit(clone): ("Machine.", Origin(engine="x"))}, clone.person)

    def comment(self, clone: Clone) -> None:
        self.number += 1
        clone.target().record(
            Commented(text=f"Remark {self.number}", unit=self.unit(clone)), clone.person
        )

    def resolve(self, clone: Clone) -> None:
        if comments := clone.target().state.comments:
            chosen = self.chance.choice(comments)
            clone.target().record(Resolved(comment=chosen.id), clone.person)

    def submit(self, clone: Clone) -> None:
        clone.submit()

    def approve(self, clone: Clone) -> None:
        state = clone.target().state
        seal = Approved(text=state.text_hash, source=state.source_hash)
        clone.target().record(seal, clone.person)

    def send_back(self, clone: Clone) -> None:
        clone.target().record(Returned(reason="x"), clone.person)

    def undo(self, clone: Clone) -> None:
        with contextlib.suppress(InputError):  # there is nothing to undo
            clone.target().undo(clone.person)

    def change_source(self, clone: Clone) -> None:
        path = clone.target().article.path / SOURCE
        words = path.read_text(encoding="utf-8").split(" ")
        place = self.chance.randrange(12, len(words))
        words[place : place + 1] = [words[place], "indeed"]
        path.write_text(" ".join(words), encoding="utf-8")

    def put_source_back(self, clone: Clone) -> None:
        path = clone.target().article.path / SOURCE
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(" indeed", ""), encoding="utf-8")

    def merge(self, clone: Clone, other: Clone) -> None:
        for path in clone.pull(other):
            if path.endswith((".po", ".md")):
                clone.choose(self.chance.choice(["ours", "theirs"]), path)
        clone.commit()


def live(seed: int, folder: Path, source: Source, rounds: int) -> None:
    clones = two_clones(folder, source)
    work = Work(seed)
    for _ in range(rounds):
        for clone in clones:
            for _ in range(work.chance.randrange(1, 5)):
                work.chance.choice(work.acts)(clone)
        for clone in clones:
            clone.check()
            clone.commit()
        one, other = work.chance.sample(clones, 2)
        work.merge(one, other)
        state = one.check().state
        assert work.written <= one.typed() | other.typed()
        one.commit()
        work.merge(other, one)
        assert other.check().state == state
        assert work.written <= other.typed()
        assert (other.root / PO).read_bytes() == (one.root / PO).read_bytes()


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_lost_and_both_clones_agree(seed: int, tmp_path: Path, source: Source) -> None:
    live(seed, tmp_path, source, rounds=3)


@pytest.mark.peer
@pytest.mark.parametrize("seed", range(100, 140))
def test_nothing_is_lost_in_longer_lives(seed: int, tmp_path: Path, source: Source) -> None:
    live(seed, tmp_path, source, rounds=8)
