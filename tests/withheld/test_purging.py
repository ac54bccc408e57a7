"""A name is taken out of every text of a workspace; what cannot be mended is told."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from workflow.errors import InputError
from workflow.withheld.purging import commits_with, purge
from workflow.withheld.seeking import Seeker
from workflow.workspace.article import Article


def test_texts_lose_the_name_and_stay_readable(article: Article) -> None:
    workspace = article.workspace
    target = article.add_target("es", "ana")
    first = next(key for key in article.texts if key.startswith("p-"))
    long = "Una frase que es larga. " * 4
    target.edit({first: f"{long}El tribunal de Ravnoye arrestó a Pavel Orlin."}, "ana")
    changed, left = purge(workspace, "Pavel Orlin", "P. O.")
    assert {path.suffix for path in changed} == {".md", ".po", ".jsonl"}
    assert not left
    again = workspace.article(article.slug).target("es")
    assert again.texts[next(k for k in again.texts if k.startswith("p-"))].endswith("a P. O..")


def test_a_name_that_is_broken_over_lines_goes_too(article: Article) -> None:
    po = article.path / "es.po"
    po.write_text('msgid ""\n"… met Pavel "\n"Orlin there"\nmsgstr ""\n', encoding="utf-8")
    purge(article.workspace, "Pavel Orlin", "N.")
    assert po.read_text(encoding="utf-8") == 'msgid ""\n"… met N. there"\nmsgstr ""\n'


def test_two_strings_of_a_file_are_not_joined(article: Article) -> None:
    po = article.path / "es.po"
    text = 'msgid "Pavel"\nmsgstr "Orlin"\n'
    po.write_text(text, encoding="utf-8")
    _, left = purge(article.workspace, "Pavel Orlin", "N.")
    assert po.read_text(encoding="utf-8") == text
    assert left == [po]


@pytest.mark.parametrize(
    "runs", ["<w:t>Pavel Orlin</w:t>", "<w:t>Pavel </w:t></w:r><w:r><w:t>Orlin</w:t>"]
)
def test_documents_and_names_of_files_are_told(article: Article, runs: str) -> None:
    media = article.path / "media"
    media.mkdir()
    with zipfile.ZipFile(media / "plan.docx", "w") as archive:
        archive.writestr("word/document.xml", f"<w:p><w:r>{runs}</w:r></w:p>")
    (media / "pavel-orlin.jpg").write_bytes(b"\xff\xd8")
    _, left = purge(article.workspace, "Pavel Orlin", "N.")
    assert [path.name for path in left] == ["pavel-orlin.jpg", "plan.docx"]


def test_pages_that_are_out_are_told_and_not_changed(article: Article) -> None:
    page = article.workspace.public / "es" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>Pavel <b>Orlin</b></p>", encoding="utf-8")
    changed, left = purge(article.workspace, "Pavel Orlin", "N.")
    assert left == [page]
    assert page not in changed


def test_caches_go_and_work_at_hand_stays(article: Article) -> None:
    cache = article.workspace.cache
    for name in ("glossary", "preview", "edit"):
        (cache / name).mkdir(parents=True)
        (cache / name / "a.md").write_text("Pavel Orlin", encoding="utf-8")
    (cache / "memory.sqlite").write_bytes(b"Pavel Orlin")
    purge(article.workspace, "Pavel Orlin", "N.")
    assert {path.name for path in cache.iterdir()} <= {"edit", "locks", "seen"}
    assert not Seeker(["Pavel Orlin"]).find((cache / "edit" / "a.md").read_text("utf-8"))


def test_an_id_that_might_be_an_initial_does_not_keep_the_name(article: Article) -> None:
    po = article.path / "es.po"
    po.write_text('msgstr "met Pavel Orlin?"\n\nmsgctxt "p-97df74"\n', encoding="utf-8")
    _, left = purge(article.workspace, "Pavel Orlin", "N.")
    assert po.read_text(encoding="utf-8") == 'msgstr "met N.?"\n\nmsgctxt "p-97df74"\n'
    assert not left


def test_a_folder_without_git_has_no_history(article: Article) -> None:
    assert commits_with(article.workspace, "Pavel Orlin") == 0


@pytest.mark.parametrize("without_git", [False, True])
def test_a_history_that_nobody_can_read_is_not_called_clean(
    article: Article, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, without_git: bool
) -> None:
    subprocess.run(["git", "init", "-q"], cwd=article.workspace.root, check=True)
    assert commits_with(article.workspace, "Pavel Orlin") == 0
    if without_git:
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        (article.workspace.root / ".git" / "HEAD").write_text("damaged", encoding="utf-8")
    with pytest.raises(InputError, match="git does not tell the history"):
        commits_with(article.workspace, "Pavel Orlin")


def test_the_history_is_searched_for_every_form_of_the_name(article: Article) -> None:
    root = article.workspace.root

    def commit(file: str, text: str, message: str) -> None:
        (root / file).write_text(text, encoding="utf-8")
        who = ["-c", "user.name=A", "-c", "user.email=a@bulletin.example"]
        for command in (["add", file], [*who, "commit", "-qm", message]):
            subprocess.run(["git", *command], cwd=root, check=True)

    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    commit("notes.md", "Мы говорили с Павлом Орлиным.", "Notes")
    commit("notes.md", "Мы говорили с ним.", "Without the name")
    commit("notes.md", "Мы молчали.", "Nothing of him")
    commit("notes.md", "Мы ушли.", "As P. Orlin asked")
    assert commits_with(article.workspace, "Pavel Orlin") == 3
