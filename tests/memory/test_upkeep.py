"""The memory follows the workspace: what is confirmed is known, what is gone is not."""

from pathlib import Path

import pytest

from workflow.errors import InputError
from workflow.memory import Level, export_tmx, import_tmx, open_memory
from workflow.workspace.article import Article
from workflow.workspace.workspace import Workspace

PARAGRAPH = "The court in Ravnoye extended the arrest of Pavel Orlin. He **denies** the charge."


def confirm(article: Article, source: str, text: str, *, confirmed: bool = True) -> None:
    (key,) = (unit.id for unit in article.units if unit.text == source)
    article.add_target("es", "ana").edit({key: text}, "ana", confirmed=confirmed)


def targets(workspace: Workspace, text: str) -> list[str]:
    with open_memory(workspace) as memory:
        return [match.entry.target for match in memory.same(text, "en", "es")]


def test_only_confirmed_text_is_known(workspace: Workspace, article: Article) -> None:
    confirm(article, "What the lawyer says", "Lo que dice la abogada")
    confirm(article, "Court extends arrest", "El tribunal", confirmed=False)
    assert targets(workspace, "What the lawyer says") == ["Lo que dice la abogada"]
    assert targets(workspace, "Court extends arrest") == []


def test_a_changed_text_replaces_the_older_one(workspace: Workspace, article: Article) -> None:
    confirm(article, PARAGRAPH, "Uno.")
    assert targets(workspace, PARAGRAPH) == ["Uno."]
    confirm(article, PARAGRAPH, "Dos.")
    assert targets(workspace, PARAGRAPH) == ["Dos."]


def test_an_archived_article_is_forgotten(workspace: Workspace, article: Article) -> None:
    confirm(article, PARAGRAPH, "Uno.")
    assert targets(workspace, PARAGRAPH)
    workspace.archive(article.slug, "ben")
    assert targets(workspace, PARAGRAPH) == []


def test_without_its_file_the_memory_is_made_anew(workspace: Workspace, article: Article) -> None:
    confirm(article, PARAGRAPH, "Uno.")
    assert targets(workspace, PARAGRAPH)
    (workspace.cache / "memory.sqlite").unlink()
    assert targets(workspace, PARAGRAPH) == ["Uno."]


def test_nothing_is_read_again_that_has_not_changed(
    workspace: Workspace, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirm(article, PARAGRAPH, "Uno.")
    assert targets(workspace, PARAGRAPH)
    monkeypatch.setattr(Article, "target", lambda *_: pytest.fail("it was read again"))
    assert targets(workspace, PARAGRAPH) == ["Uno."]


def test_a_broken_article_keeps_its_pairs(workspace: Workspace, article: Article) -> None:
    confirm(article, PARAGRAPH, "Uno.")
    assert targets(workspace, PARAGRAPH)
    (article.path / "es.po").write_text("<<<<<<< no PO", encoding="utf-8")
    assert targets(workspace, PARAGRAPH) == ["Uno."]


def test_sentences_are_known_by_themselves(workspace: Workspace, article: Article) -> None:
    from dataclasses import replace

    body = "The first hearing took a day. Nobody was admitted."
    other = workspace.create("hearing", replace(article.source, body=body))
    confirm(other, body, "La primera audiencia duró un día. No se admitió a nadie.")
    with open_memory(workspace) as memory:
        (match,) = memory.same("Nobody was admitted.", "en", "es")
    assert (match.entry.target, match.entry.level) == ("No se admitió a nadie.", Level.SENTENCE)


def test_neighbours_are_known(workspace: Workspace, article: Article) -> None:
    confirm(article, "What the lawyer says", "Lo que dice la abogada")
    texts = list(article.texts.values())
    at = texts.index("What the lawyer says")
    with open_memory(workspace) as memory:
        (match,) = memory.same(
            "What the lawyer says", "en", "es", before=texts[at - 1], after=texts[at + 1]
        )
    assert match.in_context


def test_a_memory_goes_out_and_comes_into_another_workspace(
    workspace: Workspace, article: Article, tmp_path: Path
) -> None:
    confirm(article, PARAGRAPH, "El tribunal … Él **niega** todo.")
    file = tmp_path / "ours.tmx"
    with open_memory(workspace) as memory:
        assert export_tmx(memory, file, {("en", "es")}) == 1
    workspace.archive(article.slug, "ben")
    assert import_tmx(workspace, file) == (1, {})
    file.unlink()
    assert targets(workspace, PARAGRAPH) == ["El tribunal … Él **niega** todo."]
    (workspace.cache / "memory.sqlite").unlink()
    assert targets(workspace, PARAGRAPH) == ["El tribunal … Él **niega** todo."]
    (workspace.root / "memory" / "ours.tmx").unlink()
    assert targets(workspace, PARAGRAPH) == []


def test_a_file_that_is_no_tmx_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "broken.tmx"
    file.write_text("<tmx><body>", encoding="utf-8")
    with pytest.raises(InputError, match="not sound XML"):
        import_tmx(workspace, file)
    assert list((workspace.root / "memory").iterdir()) == []
    with open_memory(workspace) as memory:
        assert memory.fingerprints() == {}
