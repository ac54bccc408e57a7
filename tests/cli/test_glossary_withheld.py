"""A name is withheld without being shown, and taken out of the files."""

import pytest
from typer.testing import CliRunner

from workflow.cli.app import program
from workflow.errors import WorkflowError
from workflow.withheld.listing import FINGERPRINT, VARIABLE


@pytest.fixture
def run(workspace, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(workspace.root)
    monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("outside") / "list.txt"))

    def run(command: str, *arguments: str, typed: str) -> str:
        result = CliRunner().invoke(program(), ["glossary", command, *arguments], input=typed)
        assert result.exit_code == 0, result.output
        return result.output

    return run


def test_a_name_is_asked_for_and_not_repeated(run, workspace) -> None:
    output = run("withhold", typed="Pavel Orlin\n")
    assert "Orlin" not in output
    assert "cannot see nicknames" in output
    assert (workspace.root / FINGERPRINT).is_file()


def test_purge_takes_a_name_out_of_the_files(run, article) -> None:
    source = article.path / "source.md"
    assert "Pavel Orlin" in source.read_text(encoding="utf-8")
    article.add_target("es", "ana").edit({article.units[0].id: "A Pavel Orlin."}, "ana")
    output = run("purge", "--instead", "P.", typed="Pavel Orlin\n")
    assert "Orlin" not in output
    assert "changed\ttranslations/" in output
    held = "".join(
        path.read_text(encoding="utf-8") for path in article.path.rglob("*") if path.is_file()
    )
    assert "Orlin" not in held
    assert "A P.." in held


@pytest.mark.parametrize("command", ["withhold", "purge"])
def test_no_name_is_no_name_to_withhold(workspace, monkeypatch, tmp_path_factory, command) -> None:
    monkeypatch.chdir(workspace.root)
    monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("outside") / "list.txt"))
    result = CliRunner().invoke(program(), ["glossary", command], input="\n")
    assert result.exit_code != 0
    assert isinstance(result.exception, WorkflowError)
    assert not (workspace.root / FINGERPRINT).exists()
