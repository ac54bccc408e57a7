"""The glossary and the archive: from other tools, to other tools, and what is not in it yet."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from workflow.cli.app import program
from workflow.errors import InputError
from workflow.workspace.events import Approved, Published, Submitted

GLOSSARY = """\
# Ours.
concepts:
- id: foreign-agent
  terms:
    ru: иностранный агент
    en: foreign agent
"""


@pytest.fixture
def run(workspace, monkeypatch):
    monkeypatch.chdir(workspace.root)
    workspace.glossary_path.write_text(GLOSSARY, encoding="utf-8")

    def run(*arguments: str, code: int = 0, typed: str = "") -> str:
        result = CliRunner().invoke(program(), ["glossary", *arguments], input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code
        return result.stdout

    return run


@pytest.mark.parametrize("name", ["g.tbx", "g.csv", "g.tsv"])
def test_what_is_exported_can_be_imported(run, workspace, tmp_path: Path, name: str) -> None:
    assert run("export", str(tmp_path / name)) == f"1 concepts in {tmp_path / name}\n"
    workspace.glossary_path.write_text("# Empty.\nconcepts: []\n", encoding="utf-8")
    run("import", str(tmp_path / name))
    assert workspace.glossary_path.read_text(encoding="utf-8").startswith("# Empty.\nconcepts:")
    assert run("list") == "foreign-agent\tru: иностранный агент\ten: foreign agent\n"


def test_import_leaves_alone_what_is_there(run, workspace, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("id,en\nforeign-agent,spy\ncourt,court\n", encoding="utf-8")
    assert run("import", str(tmp_path / "g.csv")).startswith("1 of 2 concepts added")
    text = workspace.glossary_path.read_text(encoding="utf-8")
    assert text == GLOSSARY + "- id: court\n  terms:\n    en: court\n"


def test_pairs_for_omegat(run, tmp_path: Path) -> None:
    file = tmp_path / "g.txt"
    run("export", str(file), "--format", "omegat", "--from", "ru", "--to", "en")
    assert file.read_text(encoding="utf-8") == "иностранный агент\tforeign agent\n"


def test_suggest_lists_what_comes_again(run, article) -> None:
    found = json.loads(run("suggest", "--least", "1", "--json"))
    assert "Pavel Orlin" in [each["text"] for each in found["candidates"]]


def test_changed_lists_published_uses_of_a_deprecated_term(run, workspace, article) -> None:
    target = article.add_target("es", "ana")
    target.edit({unit.id: "El espía extranjero." for unit in article.units[:1]}, "ana")
    seal = {"text": target.state.text_hash, "source": target.state.source_hash}
    target.record(Submitted(**seal), "ana")
    target.record(Approved(**seal), "ben")
    target.record(Published(**seal, formats=("web",)), "ben")
    workspace.glossary_path.write_text(
        "concepts:\n- id: a\n  terms:\n    es:\n    - agente extranjero\n"
        "    - {term: espía extranjero, status: deprecated}\n",
        encoding="utf-8",
    )
    [line] = run("changed", "espía extranjero").splitlines()
    assert line.startswith(f"{article.slug} [es] ")
    assert line.endswith("\tespía extranjero\tagente extranjero")
    with pytest.raises(InputError, match="is no deprecated term"):
        run("changed", "agente extranjero")
