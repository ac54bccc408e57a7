from collections.abc import Callable

import pytest
import typer
from typer.testing import CliRunner

from tests.publish.conftest import approve
from workflow.cli.publish import publish, unpublish
from workflow.errors import InputError, NotReady
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

app = typer.Typer()
app.command()(publish)
app.command()(unpublish)
Targets = Callable[[str], Target]


@pytest.fixture
def run(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """A function that runs a command in the workspace and returns the lines of its result."""
    monkeypatch.chdir(workspace.root)
    monkeypatch.setenv("WORKFLOW_BY", "mara")

    def go(*words: str) -> list[str]:
        result = CliRunner().invoke(app, list(words))
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.stdout.splitlines()

    return go


def test_publish_names_the_files_of_the_article(
    run: Callable[..., list[str]], approved: Targets
) -> None:
    approved("es")
    assert run("publish", "far-bank") == [
        "public/es/far-bank/index.html",
        "public/es/far-bank/far-bank.docx",
    ]


def test_only_what_is_asked_for_is_published(
    run: Callable[..., list[str]], workspace: Workspace, approved: Targets
) -> None:
    approved("es")
    approved("ru")
    run("publish", "far-bank", "--to", "ru", "--format", "web")
    assert not (workspace.public / "es" / "far-bank").exists()
    assert not (workspace.public / "ru" / "far-bank" / "far-bank.docx").exists()
    with pytest.raises(InputError, match="no target fr"):
        run("publish", "far-bank", "--to", "fr")


def test_all_publishes_what_is_ready_and_leaves_the_rest(
    run: Callable[..., list[str]], workspace: Workspace, approved: Targets, translated: Targets
) -> None:
    approved("es")
    translated("ru")
    run("publish", "--all")
    assert (workspace.public / "es" / "far-bank").exists()
    assert not (workspace.public / "ru" / "far-bank").exists()


def test_a_closed_gate_does_not_keep_another_target_back(
    run: Callable[..., list[str]], workspace: Workspace, approved: Targets, translated: Targets
) -> None:
    translated("es")
    approved("ru")
    with pytest.raises(NotReady, match=r"far-bank \[es\]"):
        run("publish", "far-bank")
    assert (workspace.public / "ru" / "far-bank").exists()


def test_nothing_is_written_when_everything_is_refused(
    run: Callable[..., list[str]], workspace: Workspace, translated: Targets
) -> None:
    translated("es")
    with pytest.raises(NotReady):
        run("publish", "far-bank")
    with pytest.raises(InputError):
        run("publish", "far-bank", "--format", "papyrus", "--preview")
    assert not workspace.public.exists()


def test_a_preview_needs_nobody_s_name(
    run: Callable[..., list[str]],
    workspace: Workspace,
    translated: Targets,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    translated("es")
    monkeypatch.delenv("WORKFLOW_BY")
    assert run("publish", "far-bank", "--preview")[0] == (
        ".workflow/preview/es/far-bank/index.html"
    )
    assert not workspace.public.exists()


def test_unpublish_names_what_is_gone(run: Callable[..., list[str]], approved: Targets) -> None:
    approved("es")
    run("publish", "far-bank")
    assert run("unpublish", "far-bank", "--to", "es", "--reason", "withdrawn") == [
        "removed public/es/far-bank/far-bank.docx",
        "removed public/es/far-bank/index.html",
        "removed public/es/far-bank/media/cover.png",
    ]


def test_all_says_what_waits_and_what_is_outdated(
    run: Callable[..., list[str]],
    workspace: Workspace,
    approved: Targets,
    capsys: pytest.CaptureFixture[str],
) -> None:
    approved("es")
    publish(["far-bank"], formats=["web"])
    path = workspace.article("far-bank").path / "source.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("eleven", "twelve"), "utf-8")
    publish(everything=True)
    assert "far-bank [es]: the original has changed since it went out" in capsys.readouterr().err
    path.write_text(text.replace("language: en", "language: en\nembargo: 2999-01-01T00:00:00Z"))
    publish(everything=True)
    assert "far-bank: under embargo until 2999-01-01" in capsys.readouterr().err


def test_a_note_tells_readers_what_was_corrected(
    run: Callable[..., list[str]], workspace: Workspace, approved: Targets
) -> None:
    target = approved("es")
    run("publish", "far-bank", "--format", "web")
    unit = next(key for key in target.texts if key.startswith("p-"))
    target.edit({unit: "La barca lleva a doce niños."}, "ana")
    approve(target)
    run("publish", "far-bank", "--format", "web", "--note", "Eran doce niños.")
    assert "Eran doce niños." in (workspace.public / "es/far-bank/index.html").read_text("utf-8")


def test_naming_nothing_is_an_error(run: Callable[..., list[str]]) -> None:
    with pytest.raises(InputError, match="no article is named"):
        run("publish")


def test_a_collection_is_a_file_and_publishes_nothing(
    run: Callable[..., list[str]], workspace: Workspace, approved: Targets
) -> None:
    approved("es")
    command = ["publish", "far-bank", "--to", "es", "--collection", "reader.docx"]
    assert run(*command, "--title", "Cartas del río") == ["reader.docx"]
    assert (workspace.root / "reader.docx").is_file()
    assert not workspace.public.exists()


def test_publishing_says_what_it_cleared_away(
    run: Callable[..., list[str]],
    workspace: Workspace,
    approved: Targets,
    capsys: pytest.CaptureFixture[str],
) -> None:
    approved("es")
    approved("ru")
    run("publish", "far-bank", "--to", "es")
    workspace.rename("far-bank", "the-boat", "mara")
    publish(["the-boat"], to=["ru"], formats=["web"])
    assert "removed public/es/far-bank: no published article" in capsys.readouterr().err
