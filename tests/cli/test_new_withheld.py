"""A withheld name does not get into a workspace with a new article."""

from pathlib import Path

import pytest

from workflow.cli.new_withheld import Pseudonyms
from workflow.document.importing import Imported
from workflow.document.source import Cover, Source
from workflow.withheld.listing import VARIABLE, withhold
from workflow.workspace.workspace import Workspace

TEXT = "# A teacher is free\n\nAnna Orlinskaya came home. We met Orlinskaya, Anna.\n"


@pytest.fixture(autouse=True)
def _list(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("outside") / "list.txt"))
    withhold(workspace, "Анна Орлинская")


def test_without_a_terminal_nothing_is_written(shell, workspace: Workspace) -> None:
    file = Path("article.md")
    file.write_text(TEXT, encoding="utf-8")
    ran = shell("new", str(file), "--language", "en", "--yes")
    assert ran.code == 1
    assert "a withheld name stands 2 times" in ran.err
    assert "Orlinskaya" not in ran.err
    assert not (workspace.translations / "a-teacher-is-free").exists()


def test_a_slug_with_the_name_is_refused(shell, workspace: Workspace) -> None:
    file = Path("other.md")
    file.write_text("# Another text\n\nNobody is named here.\n", encoding="utf-8")
    ran = shell("new", str(file), "--language", "en", "--yes", "--slug", "anna-orlinskaya-free")
    assert ran.code == 2
    assert "stands in the slug" in ran.err
    assert not workspace.slugs()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that were asked; the answer is always `Vera`."""
    questions: list[str] = []

    def prompt(question: str) -> str:
        questions.append(question)
        return "Vera"

    monkeypatch.setattr("typer.prompt", prompt)
    return questions


def test_a_pseudonym_is_asked_for_once_and_written_everywhere(
    workspace: Workspace, asked: list[str]
) -> None:
    source = Source(
        title="Anna Orlinskaya is free",
        language="en",
        authors=("Анна Орлинская",),
        cover=Cover(file="media/anna-orlinskaya.jpg", alt="Orlinskaya, Anna"),
        body="We met Anna\nOrlinskaya. ![at home](media/anna-orlinskaya.jpg)\n",
    )
    imported = Imported(source=source, media={"anna-orlinskaya.jpg": b"jpg", "house.png": b"png"})
    pseudonyms = Pseudonyms(workspace, ask=True)
    found = pseudonyms.in_article(imported)
    assert found.source.title == "Vera is free"
    assert found.source.authors == ("Vera",)
    assert found.source.body == "We met Vera. ![at home](media/file-1.jpg)\n"
    assert found.source.cover == Cover(file="media/file-1.jpg", alt="Vera")
    assert dict(found.media) == {"file-1.jpg": b"jpg", "house.png": b"png"}
    assert pseudonyms.in_texts(["El caso de Anna Orlínskaya"]) == ["El caso de Vera"]
    assert asked == ["Pseudonym to write instead"]


def test_an_article_without_the_name_is_left_as_it_is(
    workspace: Workspace, asked: list[str]
) -> None:
    imported = Imported(source=Source(title="A town", language="en", body="Nobody.\n"))
    assert Pseudonyms(workspace, ask=True).in_article(imported) == imported
    assert asked == []
