import json

import pytest
from typer.testing import CliRunner

from workflow.cli.app import program
from workflow.errors import InputError

GLOSSARY = """\
# Ours.
concepts:
- id: foreign-agent
  domain: law
  note: A label of Russian law.
  terms:
    ru: иностранный агент
    en: [foreign agent, {term: foreign spy, status: deprecated}]
- id: court
  domain: court
  terms: {en: {term: court, abbreviation: ct.}, es: tribunal}
"""


@pytest.fixture
def run(workspace, monkeypatch):
    monkeypatch.chdir(workspace.root)
    workspace.glossary_path.write_text(GLOSSARY, encoding="utf-8")

    def run(*arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(program(), ["glossary", *arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code
        return result.stdout

    return run


def test_list_shows_a_concept_to_a_line(run):
    assert run("list").splitlines() == [
        "foreign-agent\tru: иностранный агент\ten: foreign agent",
        "court\ten: court\tes: tribunal",
    ]
    assert run("list", "--language", "es").splitlines() == ["court\tes: tribunal"]
    assert (
        run("list", "--domain", "law", "--language", "en") == "foreign-agent\ten: foreign agent\n"
    )


def test_find_shows_all_that_is_known_of_a_concept(run):
    assert run("find", "иностранными агентами").splitlines() == [
        "foreign-agent  иностранными агентами (lemma)  [law]",
        "  A label of Russian law.",
        "  ru      иностранный агент",
        "  en      foreign agent; foreign spy (deprecated)",
    ]
    assert run("find", "the weather") == ""


def test_lint_is_content_with_a_sound_glossary(run):
    assert run("lint") == "note: 1 concept has no term in es: foreign-agent\n"


def test_lint_stops_a_script_at_a_fault(run, workspace):
    workspace.glossary_path.write_text(
        "concepts:\n- id: a\n  terms: {es: [uno, dos]}\n", encoding="utf-8"
    )
    assert run("lint", code=1).startswith(f"fault: {workspace.glossary_path}:2: a prefers several")


def test_add_writes_below_what_is_there(run, workspace):
    run("add", "prison", "ru=колония", "en=prison colony", "--domain", "detention")
    assert workspace.glossary_path.read_text(encoding="utf-8") == GLOSSARY + (
        "- id: prison\n  domain: detention\n  terms:\n    ru: колония\n    en: prison colony\n"
    )
    assert run("find", "колонии").startswith("prison  колонии (lemma)  [detention]")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("court", "en=tribunal"), "there is already a concept court"),
        (("prison", "prison colony"), "is not a term"),
        (("prison", "en=a", "en=b"), "named twice"),
    ],
)
def test_add_refuses_what_is_there_or_unclear(run, arguments, message):
    with pytest.raises(InputError, match=message):
        run("add", *arguments)


def test_json_for_scripts(run):
    [first, _] = json.loads(run("list", "--json"))["concepts"]
    assert first["id"] == "foreign-agent"
    assert first["terms"]["en"][1]["status"] == "deprecated"
    [hit] = json.loads(run("find", "courts", "--json"))["hits"]
    assert (hit["how"], hit["language"], hit["concept"]["id"]) == ("lemma", "en", "court")
    [fault] = json.loads(run("lint", "--json"))["faults"]
    assert fault["serious"] is False


def test_another_file_can_be_looked_at(run, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text("concepts:\n- {id: x, terms: {en: thing}}\n", encoding="utf-8")
    assert run("list", "--glossary", str(other)) == "x\ten: thing\n"
