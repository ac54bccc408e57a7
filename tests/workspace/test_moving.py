"""A move that is cut short: the next command that loads the article completes it."""

from pathlib import Path

import pytest

from workflow.document.source import Source
from workflow.errors import InputError
from workflow.workspace.article import Article
from workflow.workspace.events import Archived, Payload, Renamed, Restored
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

TAGS = ("es", "fr", "ru")


class Killed(BaseException):
    """The program ends here, and nothing is put in order."""


@pytest.fixture
def started(article: Article) -> Article:
    for tag in TAGS:
        article.add_target(tag, "ana")
    return article


def moves(article: Article) -> list[list[Payload]]:
    kinds = (Renamed, Archived, Restored)
    return [
        [e.payload for e in article.target(tag).events if isinstance(e.payload, kinds)]
        for tag in article.targets
    ]


def killed_after(monkeypatch: pytest.MonkeyPatch, notes: int) -> None:
    """Let the program be killed when so many notes are in the journals."""
    record, written = Target.record, iter(range(notes))

    def dying(target: Target, payload: Payload, by: str) -> object:
        if next(written, None) is None:
            raise Killed
        return record(target, payload, by)

    monkeypatch.setattr(Target, "record", dying)


@pytest.mark.parametrize("notes", range(len(TAGS)))
def test_notes_of_a_move_are_completed(
    started: Article, monkeypatch: pytest.MonkeyPatch, notes: int
) -> None:
    workspace, old = started.workspace, started.slug
    with monkeypatch.context() as patch:
        killed_after(patch, notes)
        with pytest.raises(Killed):
            workspace.rename(old, "arrest", "ana")
    found = workspace.article("arrest")
    assert moves(found) == [[Renamed(old=old, new="arrest")]] * 3
    assert [path.name for path in found.path.glob(".*")] == []
    assert moves(workspace.article("arrest")) == moves(found)


def test_archive_that_was_cut_short_is_noted_when_the_article_comes_back(
    started: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = started.workspace
    with monkeypatch.context() as patch:
        killed_after(patch, 1)
        with pytest.raises(Killed):
            workspace.archive(started.slug, "ana")
    restored = workspace.restore(started.slug, "ana")
    assert moves(restored) == [[Archived(), Restored()]] * 3


def test_archive_that_was_cut_short_is_noted_by_whoever_lists_the_articles(
    started: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = started.workspace
    with monkeypatch.context() as patch:
        killed_after(patch, 1)
        with pytest.raises(Killed):
            workspace.archive(started.slug, "ana")
    assert list(workspace.articles()) == []
    put_away = workspace.translations / "_archive" / started.slug
    assert moves(Article(workspace, started.slug, put_away)) == [[Archived()]] * 3
    assert not (put_away / ".moving.json").exists()


def test_move_that_never_happened_leaves_no_note(
    started: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(place: Path, to: Path) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", dying)
        with pytest.raises(Killed):
            started.workspace.rename(started.slug, "arrest", "ana")
    found = started.workspace.article(started.slug)
    assert moves(found) == [[], [], []]
    assert list(found.path.glob(".*")) == []


@pytest.mark.parametrize("mark", ["", "nonsense", "{slug}\nnonsense", "{slug}\n[1]", "\udcff"])
def test_mark_that_nobody_can_read_is_put_away(started: Article, mark: str) -> None:
    path = started.path / ".moving.json"
    path.write_bytes(mark.format(slug=started.slug).encode(errors="surrogateescape"))
    assert moves(started.workspace.article(started.slug)) == [[], [], []]
    assert not path.exists()


def test_new_article_is_there_with_all_that_it_begins_with_or_not_at_all(
    workspace: Workspace,
) -> None:
    source = Source(title="Arrest", language="en", body="Nobody was told.")

    def fill(article: Article) -> None:
        article.add_target("es", "ana")
        raise Killed

    with pytest.raises(Killed):
        workspace.create("arrest", source, fill=fill)
    assert workspace.slugs() == []
    assert list((workspace.cache / "new").iterdir()) == []
    made = workspace.create("arrest", source, fill=lambda new: _start(new, *TAGS))
    assert made.targets == TAGS
    with pytest.raises(InputError, match="already an article"):
        workspace.create("arrest", source)


def _start(article: Article, *tags: str) -> None:
    for tag in tags:
        article.add_target(tag, "ana")
