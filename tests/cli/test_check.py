"""`workflow check` at the command line."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from workflow.cli.check import check
from workflow.errors import InputError
from workflow.workspace.article import Article
from workflow.workspace.events import Waived

PO = """\
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: ru\\n"

msgctxt "p-7f2a91"
msgid "Его отпустили 3 мая."
msgstr "{}"
"""


def run(*arguments: str) -> Result:
    app = typer.Typer()
    app.command()(check)
    return CliRunner().invoke(app, arguments)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is in no workspace."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_good_file_is_done(folder: Path) -> None:
    (folder / "en.po").write_text(PO.format("He was released on May 3."), encoding="utf-8")
    result = run("en.po")
    assert (result.exit_code, result.stdout.strip()) == (0, "nothing found")


def test_a_warning_does_not_fail_the_command_and_an_error_does(folder: Path) -> None:
    (folder / "a.po").write_text(PO.format("He was released on May 5."), encoding="utf-8")
    (folder / "b.po").write_text(PO.format("Его was released on May 3."), encoding="utf-8")
    assert run("a.po").exit_code == 0
    result = run("b.po")
    assert result.exit_code == 1
    assert "error  foreign-script  p-7f2a91 · line 8" in result.stdout
    assert result.stdout.rstrip().endswith("1 error")


def test_json_has_all_that_a_finding_says(folder: Path) -> None:
    (folder / "a.po").write_text(PO.format("He was released on May 5."), encoding="utf-8")
    (folder / "b.po").write_text(PO.format("He was was released on May 3."), encoding="utf-8")
    findings = json.loads(run("a.po", "b.po", "--format", "json").stdout)["findings"]
    assert [(f["file"], f["check"]) for f in findings] == [
        ("a.po", "dates"),
        ("b.po", "doubled-words"),
    ]
    assert findings[0] == {
        "file": "a.po",
        "article": None,
        "target": "en",
        "unit": "p-7f2a91",
        "check": "dates",
        "severity": "warning",
        "span": [23, 24],
        "excerpt": "5",
        "line": 8,
        "column": 32,
        "paragraph": None,
        "message": "The source has 3 мая here.",
        "suggestions": ["3"],
    }


def test_a_glossary_can_be_named(folder: Path) -> None:
    glossary = "concepts:\n- id: release\n  terms: {ru: отпустить, en: set free}\n"
    (folder / "terms.yaml").write_text(glossary, encoding="utf-8")
    (folder / "a.po").write_text(PO.format("He was released on May 3."), encoding="utf-8")
    assert run("a.po").exit_code == 0
    result = run("a.po", "--glossary", "terms.yaml")
    assert result.exit_code == 1
    assert "set free" in result.stdout


def test_an_article_of_the_workspace(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.workspace.root)
    target = article.add_target("es", "ana")
    target.edit({article.units[0].id: "El tribunal — amplía — el el arresto"}, "ana")
    result = run(article.slug, "--to", "es")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{article.slug} [es]")
    assert "“el” stands twice in a row." in result.stdout
    assert "There is no translation." in result.stdout


def test_an_article_without_a_translation_is_not_called_good(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(article.workspace.root)
    error = run(article.slug).exception
    assert isinstance(error, InputError)
    assert error.message == f"{article.slug} has no translation yet"


def test_what_is_waived_is_only_counted(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.workspace.root)
    target = article.add_target("es", "ana")
    target.edit({unit.id: f"{unit.text} el el" for unit in article.units[:1]}, "ana")
    unit = article.units[0].id
    waiver = Waived(check="doubled-words", unit=unit, excerpt="el el", reason="a quotation")
    target.record(waiver, "ben")
    result = run(article.slug)
    assert "stands twice" not in result.stdout
    assert "1 waived" in result.stdout
    assert "not found any more" not in result.stdout
    target.edit({unit: article.units[0].text}, "ana")
    told = f"  waived, and not found any more: doubled-words · {unit} · “el el”\n"
    assert told in run(article.slug).stdout


def test_safe_mends_are_written_and_shown(folder: Path) -> None:
    (folder / "a.po").write_text(PO.format("He was was released on May 5."), encoding="utf-8")
    result = run("a.po", "--fix")
    assert '- msgstr "He was was released on May 5."' in result.stderr
    assert "doubled-words" not in result.stdout
    assert "dates" in result.stdout
    assert "He was released on May 5." in (folder / "a.po").read_text(encoding="utf-8")


def test_nothing_is_mended_where_one_of_the_files_cannot_be(folder: Path) -> None:
    written = PO.format("He was was released on May 5.")
    (folder / "a.po").write_text(written, encoding="utf-8")
    (folder / "b.html").write_text("<p>It was was</p>", encoding="utf-8")
    result = run("a.po", "b.html", "--fix")
    assert isinstance(result.exception, InputError)
    assert (folder / "a.po").read_text(encoding="utf-8") == written


def test_a_mended_draft_stays_unconfirmed(
    article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(article.workspace.root)
    target = article.add_target("es", "ana")
    first, second = (unit.id for unit in article.units[:2])
    target.edit({first: "El el arresto"}, "ana", confirmed=False)
    target.edit({second: "La la prensa"}, "ana")
    result = run(article.slug, "--to", "es", "--fix", "--by", "ben")
    state = article.target("es").state
    assert (state.units[first].text, state.units[first].confirmed) == ("El arresto", False)
    assert (state.units[second].text, state.units[second].confirmed) == ("La prensa", True)
    assert state.units[second].by == "ben"
    assert "- El el arresto\n+ El arresto" in result.stderr


def test_the_worst_unit_can_come_first(folder: Path) -> None:
    second = '\nmsgctxt "p-2"\nmsgid "Он ушёл."\nmsgstr ""\n'
    (folder / "a.po").write_text(PO.format("He was was here May 3.") + second, encoding="utf-8")
    assert run("a.po").stdout.index("doubled-words") < run("a.po").stdout.index("missing")
    worst = run("a.po", "--worst").stdout
    assert worst.index("missing") < worst.index("doubled-words")


@pytest.mark.parametrize(
    ("form", "begins"), [("sarif", "{"), ("github", "::warning file=a.po"), ("html", "<!DOCTYPE")]
)
def test_findings_come_in_other_forms(folder: Path, form: str, begins: str) -> None:
    (folder / "a.po").write_text(PO.format("He was was released on May 3."), encoding="utf-8")
    result = run("a.po", "--format", form)
    assert (result.exit_code, result.stdout[: len(begins)]) == (0, begins)
