import shlex
import sys

import pytest
from typer.testing import CliRunner

from workflow.checks.finding import Finding, Severity
from workflow.cli.app import program
from workflow.errors import InputError, MissingPart, NotReady, StaleError
from workflow.workspace.events import Origin
from workflow.workspace.state import Stage

ARGOS = Origin(engine="argos", package="en-es 1.0")


@pytest.fixture
def drafted(article):
    """The report with a machine draft in Spanish: every text in capitals."""
    target = article.add_target("es", "ana")
    target.draft({key: (text.upper(), ARGOS) for key, text in article.texts.items()}, "ana")
    return target


@pytest.fixture(autouse=True)
def findings(monkeypatch) -> list[Finding]:
    """What the checks find: nothing, until a test adds to it."""
    found: list[Finding] = []
    for module in ("review", "review_edit"):
        monkeypatch.setattr(f"workflow.cli.{module}.findings_of", lambda target: found)
    return found


@pytest.fixture
def run(workspace, monkeypatch):
    """Runs `workflow review …` as a user would; errors are raised."""
    monkeypatch.chdir(workspace.root)

    def run(command: str) -> str:
        result = CliRunner().invoke(program(), ["review", *shlex.split(command)])
        if result.exception:
            raise result.exception
        return result.stdout

    return run


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Makes $EDITOR run some Python on `text`, the file's content."""

    def use(code: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(
            "import pathlib, sys\n"
            "path = pathlib.Path(sys.argv[1])\n"
            "text = path.read_text(encoding='utf-8')\n"
            f"{code}\n"
            "path.write_text(text, encoding='utf-8')\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}")

    monkeypatch.delenv("VISUAL", raising=False)
    return use


def state(article):
    return article.workspace.article(article.slug).target("es").state


SLUG = "court-extends-arrest --to es"


class TestEdit:
    def test_what_a_person_changes_is_recorded_and_confirmed(self, run, editor, drafted, article):
        editor("text = text.replace('COURT EXTENDS ARREST', 'El tribunal prolonga el arresto')")
        said = run(f"edit {SLUG} --by ana")
        title = next(iter(state(article).units.values()))
        assert (title.text, title.confirmed, title.by) == (
            "El tribunal prolonga el arresto",
            True,
            "ana",
        )
        total = len(drafted.texts)
        assert said == f"1 unit changed; {total - 1} of {total} still to be confirmed.\n"

    def test_the_file_is_gone_when_all_went_well(self, run, editor, drafted, workspace):
        editor("text = 'confirm: all\\n' + text")
        assert "all 7 are confirmed. Next:" in run(f"edit {SLUG} --by ana")
        assert list((workspace.cache / "edit").iterdir()) == []

    @pytest.mark.parametrize("code", ["pass", "text = ''"], ids=["untouched", "emptied"])
    def test_nothing_is_recorded_when_nothing_came_back(self, run, editor, drafted, article, code):
        editor(code)
        before = state(article)
        assert run(f"edit {SLUG} --by ana") == "Nothing was changed.\n"
        assert state(article) == before

    def test_a_damaged_file_is_kept_and_can_be_taken_when_mended(
        self, run, editor, drafted, article, workspace
    ):
        editor("text = 'oops\\n' + text.replace('COURT EXTENDS ARREST', 'El tribunal')")
        with pytest.raises(InputError, match="stands before the first unit") as caught:
            run(f"edit {SLUG} --by ana")
        [kept] = (workspace.cache / "edit").iterdir()
        assert str(kept) in caught.value.hint

        kept.write_text(kept.read_text(encoding="utf-8").removeprefix("oops\n"), encoding="utf-8")
        run(f"edit {SLUG} --by ana --from-file '{kept}'")
        assert next(iter(state(article).units.values())).text == "El tribunal"

    def test_somebody_elses_change_meanwhile_is_not_lost(
        self, run, editor, drafted, article, workspace
    ):
        title = next(iter(drafted.texts))
        run(f"edit {SLUG} --to-file '{workspace.root / 'mine.md'}'")
        drafted.edit({title: "La corte"}, "ben")
        mine = workspace.root / "mine.md"
        text = mine.read_text(encoding="utf-8").replace("COURT EXTENDS ARREST", "El tribunal")
        mine.write_text(text, encoding="utf-8")

        with pytest.raises(StaleError, match=title) as caught:
            run(f"edit {SLUG} --by ana --from-file mine.md")

        assert "mine.md" in caught.value.hint
        assert state(article).units[title].text == "La corte"
        assert mine.read_text(encoding="utf-8") == text

    def test_only_some_units_may_be_asked_for(self, run, drafted, workspace):
        title = next(iter(drafted.texts))
        run(f"edit {SLUG} --unit {title} --to-file part.md")
        text = (workspace.root / "part.md").read_text(encoding="utf-8")
        assert text.count("\n## ") == 1

    def test_findings_stand_beside_the_text(self, run, drafted, workspace, findings):
        unit = next(iter(drafted.texts))
        findings.append(
            Finding(check="length", severity=Severity.WARNING, message="too long", unit=unit)
        )
        run(f"edit {SLUG} --to-file all.md")
        text = (workspace.root / "all.md").read_text(encoding="utf-8")
        assert f"# warning {findings[0].key} length: too long\n" in text

    def test_a_file_that_is_not_there_is_an_error(self, run, drafted):
        with pytest.raises(InputError, match=r"none\.md cannot be read") as caught:
            run(f"edit {SLUG} --by ana --from-file none.md")
        assert "kept" not in caught.value.hint

    def test_in_review_the_next_step_is_approval(self, run, drafted, workspace):
        run(f"submit {SLUG} --by ana")
        run(f"edit {SLUG} --to-file all.md")
        text = (workspace.root / "all.md").read_text(encoding="utf-8")
        (workspace.root / "all.md").write_text("confirm: all\n" + text, encoding="utf-8")
        assert "workflow review approve" in run(f"edit {SLUG} --by ben --from-file all.md")

    def test_an_editor_that_fails_records_nothing(self, run, editor, drafted, article):
        editor("text = text.replace('COURT', 'CORTE'); path.write_text(text); sys.exit(3)")
        before = state(article)
        with pytest.raises(InputError, match="ended with code 3"):
            run(f"edit {SLUG} --by ana")
        assert state(article) == before

    def test_an_editor_that_is_not_there_is_named(self, run, drafted, monkeypatch):
        monkeypatch.setenv("VISUAL", "no-such-editor")
        with pytest.raises(MissingPart, match="no-such-editor was not found"):
            run(f"edit {SLUG} --by ana")


class TestStages:
    def test_from_draft_to_approval(self, run, editor, drafted, article):
        editor("text = 'confirm: all\\n' + text")
        run(f"edit {SLUG} --by ana")
        assert "workflow review approve court-extends-arrest --to es" in run(
            f"submit {SLUG} --by ana"
        )
        assert state(article).stage is Stage.REVIEW
        with pytest.raises(NotReady, match="100 % of the machine's draft was left as it was"):
            run(f"approve {SLUG} --by ben")
        run(f"vouch {SLUG} --reason 'Read against the source; it is in capitals.' --by ben")
        assert "is approved by Ben Muster" in run(f"approve {SLUG} --by ben")
        assert state(article).stage is Stage.APPROVED

    def test_an_error_keeps_the_gate_closed_until_it_is_waived(
        self, run, drafted, article, findings
    ):
        unit = next(iter(drafted.texts))
        error = Finding(
            check="numbers", severity=Severity.ERROR, message="20 is missing", unit=unit
        )
        findings.append(error)
        with pytest.raises(NotReady, match="is not submitted: 1 error stands"):
            run(f"submit {SLUG} --by ana")
        said = run(f"waive {SLUG} {error.key} --reason 'It is in the caption.' --by ana")
        assert said == f"numbers may stand on {unit}: It is in the caption.\n"
        run(f"submit {SLUG} --by ana")

    def test_a_finding_that_is_not_there_cannot_be_waived(self, run, drafted):
        with pytest.raises(InputError, match="has no finding abc123"):
            run(f"waive {SLUG} abc123 --reason x --by ana")

    def test_nobody_approves_what_is_not_confirmed(self, run, drafted):
        run(f"submit {SLUG} --by ana")
        with pytest.raises(NotReady, match="7 units have not been confirmed"):
            run(f"approve {SLUG} --by ben")

    def test_a_text_is_sent_back_with_a_reason(self, run, drafted, article):
        run(f"submit {SLUG} --by ana")
        assert "is a draft again" in run(f"return {SLUG} --reason 'Names.' --by ben")
        assert state(article).stage is Stage.DRAFT
        with pytest.raises(NotReady, match="still with the translator"):
            run(f"return {SLUG} --reason 'Names.' --by ben")


class TestRemarks:
    def test_a_comment_is_resolved_by_its_key(self, run, drafted, article):
        unit = next(iter(drafted.texts))
        said = run(f"comment {SLUG} 'Check the name.' --unit {unit} --blocking --by ben")
        key = said.split()[1]
        assert said.startswith(f"Comment {key} on {unit}.")
        assert run(f"resolve {SLUG} {key} --by ana") == (
            "Resolved: Check the name. (no blocking comments left)\n"
        )
        assert state(article).comments[0].resolved_by == "ana"

    def test_a_comment_that_is_not_there_is_not_resolved(self, run, drafted):
        with pytest.raises(InputError, match="no open comment abc123"):
            run(f"resolve {SLUG} abc123 --by ana")

    def test_a_comment_is_on_a_unit_that_is_there(self, run, drafted):
        with pytest.raises(InputError, match="has no unit p-9"):
            run(f"comment {SLUG} 'Check.' --unit p-9 --by ben")


class TestPeople:
    def test_edits_in_the_file_are_claimed(self, run, drafted, article):
        path = drafted.path
        text = path.read_text(encoding="utf-8").replace("COURT EXTENDS ARREST", "El tribunal")
        path.write_text(text, encoding="utf-8")
        assert run(f"claim {SLUG} --by ana").startswith("1 edit is now by Ana Prueba")
        assert next(iter(state(article).units.values())).by == "ana"
        with pytest.raises(InputError, match="no edits that nobody claimed"):
            run(f"claim {SLUG} --by ana")

    def test_a_translator_is_assigned(self, run, drafted, article):
        said = run(f"assign {SLUG} ana --by ben")
        assert said == "Ana Prueba is translator of court-extends-arrest [es].\n"
        assert state(article).translators == ("ana",)

    def test_a_day_may_be_set(self, run, drafted, article):
        said = run(f"assign {SLUG} ben --role reviewer --due 2026-03-09 --by ana")
        assert said == "Ben Muster is reviewer of court-extends-arrest [es], due 2026-03-09.\n"
        assert state(article).decisions[-1].payload.due == "2026-03-09"
        with pytest.raises(InputError, match="tomorrow is not a day"):
            run(f"assign {SLUG} ben --due tomorrow --by ana")

    @pytest.mark.parametrize("options", ["zoe", "ana --role king"])
    def test_only_contributors_and_roles_of_the_settings(self, run, drafted, options):
        with pytest.raises(InputError, match="cannot be named"):
            run(f"assign {SLUG} {options} --by ben")


class TestReading:
    def test_what_was_left_of_the_draft_is_shown_by_unit(self, run, drafted):
        title = next(iter(drafted.texts))
        drafted.edit({title: "El tribunal prolonga el arresto"}, "ana")
        said = run(f"reading {SLUG}")
        assert f"   0 %  {title}  ana\n" in said
        assert "% of the machine's draft was left as it was." in said

    def test_the_translator_cannot_vouch_for_their_own_reading(self, run, drafted):
        drafted.edit(drafted.texts, "ana")
        with pytest.raises(NotReady, match="neither a reviewer nor an editor"):
            run(f"vouch {SLUG} --reason x --by ana")

    def test_what_was_read_before_it_was_changed_is_not_vouched_for(self, run, drafted):
        drafted.edit(drafted.texts, "ana")
        run(f"vouch {SLUG} --reason Fine. --by ben")
        drafted.edit({next(iter(drafted.texts)): "COURT EXTENDS ARREST!"}, "ana")
        run(f"submit {SLUG} --by ana")
        with pytest.raises(NotReady, match="left as it was"):
            run(f"approve {SLUG} --by ben")


class TestCredit:
    def test_a_credit_is_added_and_withdrawn_on_the_record(self, run, drafted, article):
        said = run(f"credit {SLUG} ben --role editor --reason 'By telephone.' --by ana")
        assert "editors      Ben Muster\n" in said
        said = run(f"credit {SLUG} ben --role editor --withdraw --reason 'At his wish.' --by ana")
        assert "editors      –\n" in said
        assert [e.payload.reason for e in state(article).decisions] == [
            "By telephone.",
            "At his wish.",
        ]


class TestCorrectedSource:
    def test_only_what_no_approval_covers_is_reviewed_again(self, run, drafted, article, workspace):
        drafted.edit({key: text.lower() for key, text in drafted.texts.items()}, "ana")
        run(f"submit {SLUG} --by ana")
        run(f"vouch {SLUG} --reason Fine. --by ben")
        run(f"approve {SLUG} --by ben")
        path = article.path / "source.md"
        text = path.read_text(encoding="utf-8").replace("20 minutes", "25 minutes")
        path.write_text(text, encoding="utf-8")

        run(f"edit {SLUG} --affected --to-file part.md --by ana")

        part = workspace.root / "part.md"
        text = part.read_text(encoding="utf-8")
        assert text.count("\n## ") == 1
        assert "# the source was: The first hearing took 20 minutes." in text
        part.write_text("confirm: all\n" + text.replace("20 min", "25 min"), encoding="utf-8")
        run(f"edit {SLUG} --from-file part.md --by ana")
        run(f"submit {SLUG} --by ana")
        run(f"vouch {SLUG} --reason Fine. --by ben")
        assert "6 of 7 units stand as approved on" in run(f"approve {SLUG} --by ben")
        assert "Every unit stands as it was approved." in run(f"edit {SLUG} --affected --by ana")
