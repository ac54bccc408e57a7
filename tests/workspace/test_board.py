"""The board, and the cache behind it."""

from dataclasses import asdict

import pytest

from workflow.document.source import Source
from workflow.errors import InputError
from workflow.workspace.article import Article
from workflow.workspace.board import board, remember_findings
from workflow.workspace.events import FactsSigned
from workflow.workspace.fingerprint import fingerprint
from workflow.workspace.index import Index
from workflow.workspace.state import Stage


def test_an_article_without_a_target_has_a_row(article: Article) -> None:
    (row,) = board(article.workspace)
    assert (row.article, row.target, row.stage) == ("court-extends-arrest", None, Stage.NEW)
    assert row.words > 30


def test_rows_follow_the_files(article: Article) -> None:
    target = article.add_target("es", "ana")
    assert board(article.workspace)[0].filled == 0
    target.edit(dict.fromkeys(target.texts, "x"), "ana")
    (row,) = board(article.workspace)
    assert (row.filled, row.confirmed, row.who) == (row.units, row.units, "ana")
    assert board(article.workspace) == [row], "the same from the index"


def test_many_articles_are_read_by_several_processes(
    article: Article, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = article.workspace
    for slug in ("a", "b", "c"):
        workspace.create(slug, source).add_target("es", "ana")
    alone = board(workspace)
    (workspace.cache / "index.sqlite").unlink()
    monkeypatch.setattr("workflow.workspace.board._MANY", 2)
    monkeypatch.setattr("workflow.workspace.board._CHUNK", 1)
    assert board(workspace) == alone
    (workspace.translations / "b/source.md").write_text("---\ntitel: x\n---\n")
    with pytest.raises(InputError, match="titel"):
        board(workspace)


def test_findings_are_those_of_exactly_this_text(article: Article) -> None:
    target = article.add_target("es", "ana")
    assert board(article.workspace)[0].errors is None
    remember_findings(article.workspace, target, 2, 1)
    assert (board(article.workspace)[0].errors, board(article.workspace)[0].warnings) == (2, 1)
    target.edit(dict.fromkeys(target.texts, "x"), "ana")
    assert board(article.workspace)[0].errors is None


def test_a_damaged_index_is_made_anew(article: Article) -> None:
    article.add_target("es", "ana")
    rows = board(article.workspace)
    (article.workspace.cache / "index.sqlite").write_bytes(b"rubbish " * 1000)
    assert board(article.workspace) == rows
    assert board(article.workspace) == rows


def test_an_editors_lock_is_no_target(article: Article) -> None:
    article.add_target("es", "ana")
    (article.path / ".#es.po").symlink_to("ana@home.1234")
    (article.path / "._fr.po").write_bytes(b"\x00\x05\x16\x07")
    assert [row.target for row in board(article.workspace)] == ["es"]


def test_an_index_of_another_version_is_read_anew(article: Article) -> None:
    article.add_target("es", "ana")
    rows = board(article.workspace)
    stamps = fingerprint(article.path)
    for old in ([{"song": "x"}], [3], 7, None, [{**asdict(rows[0]), "stage": "sung"}]):
        Index(article.workspace.cache).keep([(f"board/{article.slug}", stamps, old)])
        assert board(article.workspace) == rows


def test_what_an_older_version_understood_is_read_anew(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    article.add_target("es", "ana")
    monkeypatch.setattr("workflow.workspace.index._VERSION", "0.0.1 ")
    board(article.workspace)
    index = Index(article.workspace.cache)
    assert index.all()
    monkeypatch.undo()
    assert index.all() == {}


def test_notes_say_what_a_person_should_know(article: Article) -> None:
    article.add_target("es", "ana")
    path = article.path / "source.md"
    path.write_text(path.read_text(encoding="utf-8").replace("20 minutes", "25 minutes"))
    assert board(article.workspace)[0].notes[0] == "source changed"


def test_the_board_says_whether_the_facts_are_signed_off(article: Article) -> None:
    target = article.add_target("es", "ana")
    target.edit(dict.fromkeys(target.texts, "x"), "ana")
    state = target.state
    target.record(FactsSigned(text=state.text_hash, source=state.source_hash), "ben")
    assert "facts signed off" in board(article.workspace)[0].notes
    target.edit({next(iter(target.texts)): "y"}, "ana")
    assert "changed since the facts were signed off" in board(article.workspace)[0].notes
