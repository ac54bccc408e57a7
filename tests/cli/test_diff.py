import pytest
from typer.testing import CliRunner

from workflow.cli.app import program
from workflow.errors import InputError
from workflow.workspace.events import Origin

ARGOS = Origin(engine="argos", package="en-es 1.0")


@pytest.fixture
def edited(article):
    """The report with a draft of which Ana has changed the title."""
    target = article.add_target("es", "ana")
    target.draft({key: (text.upper(), ARGOS) for key, text in article.texts.items()}, "ana")
    target.edit({next(iter(target.texts)): "COURT PROLONGS ARREST"}, "ana")
    return target


@pytest.fixture
def run(workspace, monkeypatch):
    monkeypatch.chdir(workspace.root)

    def run(*options: str) -> str:
        result = CliRunner().invoke(
            program(), ["diff", "court-extends-arrest", "--to", "es", *options]
        )
        if result.exception:
            raise result.exception
        return result.stdout

    return run


def test_the_draft_is_compared_with_the_text_of_now(edited, run):
    lines = run().splitlines()
    assert lines[0] == "court-extends-arrest [es]: 1 of 7 units changed from draft to now"
    assert "COURT [-EXTENDS-]{+PROLONGS+} ARREST" in lines
    assert "Ana Prueba" in lines[2]
    assert lines[-1] == "… 6 units unchanged"


def test_two_revisions_are_compared_by_name(edited, run):
    first = edited.events[0].id
    assert "7 of 7 units changed" in run("--from", first, "--into", "draft")


def test_a_revision_that_is_not_there_is_an_error(edited, run):
    with pytest.raises(InputError, match="nothing has been approved yet"):
        run("--from", "approved")


def test_the_page_goes_to_a_file(edited, run, workspace):
    assert run("--format", "html", "--output", "out/diff.html") == ""
    html = (workspace.root / "out" / "diff.html").read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "<del>EXTENDS</del><ins>PROLONGS</ins>" in html


def test_the_page_goes_to_stdout_without_a_file(edited, run):
    assert run("--format", "html").endswith("</html>\n")


def test_a_workspaces_own_page_is_used(edited, run, workspace):
    own = workspace.templates / "review" / "diff.html"
    own.parent.mkdir(parents=True)
    own.write_text("{{ comparison.title }}", encoding="utf-8")
    assert run("--format", "html") == "Court extends arrest\n"


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_is_for_terminals_that_want_it(edited, run, monkeypatch, no_color, coloured):
    monkeypatch.setattr("workflow.cli.diff.is_terminal", lambda: True)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    shown = []
    monkeypatch.setattr("workflow.cli.diff.out", lambda text, **_: shown.append(text))
    run()
    assert ("\x1b[32;4m" in shown[0]) is coloured


def test_the_changes_as_a_word_file(shell, article):
    article.add_target("es", "ana")
    ran = shell("diff", "court-extends-arrest", "--to", "es", "--format", "docx", "-o", "out.docx")
    assert ran.code == 0
    assert (article.workspace.root / "out.docx").read_bytes().startswith(b"PK")


def test_the_changes_as_markdown(shell, article):
    article.add_target("es", "ana")
    ran = shell("diff", "court-extends-arrest", "--to", "es", "--format", "markdown")
    assert ran.out.startswith("### Court extends arrest [es]\n")


def test_git_compares_po_files_as_prose(shell, article):
    target = article.add_target("es", "ana")
    title = next(iter(target.texts))
    target.edit({title: "El tribunal prolonga el arresto"}, "ana")
    ran = shell("review", "prose", str(target.path))
    assert ran.out.startswith(f"── {title}\nEl tribunal prolonga el arresto\n")
