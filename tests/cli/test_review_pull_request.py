import subprocess

import pytest

from workflow.workspace.events import Origin


@pytest.fixture
def repository(article):
    """The workspace in git, with a drafted target that was committed."""
    target = article.add_target("es", "ana")
    argos = Origin(engine="argos")
    target.draft({key: (text.upper(), argos) for key, text in article.texts.items()}, "ana")
    root = article.workspace.root
    name = ["-c", "user.name=Ana", "-c", "user.email=ana@bulletin.example"]
    for words in (["init", "-q"], ["add", "translations", "workflow.toml"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    subprocess.run(["git", *name, "commit", "-q", "-m", "Draft"], cwd=root, check=True)
    return target


def test_nothing_changed_is_said(shell, repository):
    assert shell("review", "report", "--since", "HEAD").out.endswith(
        "No translation was changed.\n"
    )
    assert shell("review", "gate", "--since", "HEAD").code == 0


def test_an_edit_in_the_po_file_is_shown_word_by_word(shell, repository):
    text = repository.path.read_text(encoding="utf-8")
    repository.path.write_text(
        text.replace("COURT EXTENDS", "EL TRIBUNAL PROLONGA"), encoding="utf-8"
    )
    ran = shell("review", "report", "--since", "HEAD", "--for", "publish")
    assert "<ins>EL TRIBUNAL PROLONGA" in ran.out
    assert "1 of 7 units changed from HEAD to now" in ran.out
    assert "**Gate to publish:** closed" in ran.out
    assert "- it has not been approved" in ran.out
    assert "**Findings:**" in ran.out


def test_a_closed_gate_ends_with_one(shell, repository):
    ran = shell("review", "gate", "court-extends-arrest", "--to", "es")
    assert ran.code == 1
    assert "court-extends-arrest [es]: it has not been approved" in ran.err


def test_an_open_gate_ends_with_nought(shell, repository, monkeypatch):
    monkeypatch.setattr("workflow.cli.review_pull_request.findings_of", lambda target: [])
    ran = shell("review", "gate", "court-extends-arrest", "--for", "submit")
    assert ran.code == 0
    assert ran.out == "court-extends-arrest [es]: the gate to submit is open\n"


@pytest.mark.parametrize("revision", ["no-such", "--help", "-x"])
def test_a_revision_that_git_does_not_know_is_an_error(shell, repository, revision):
    ran = shell("review", "report", f"--since={revision}")
    assert ran.code == 2
    assert f"git knows no revision {revision} here" in ran.err


def test_a_new_target_is_compared_with_its_draft(shell, repository):
    repository.article.add_target("fr", "ana")
    ran = shell("review", "report", "--since", "HEAD")
    assert "### Court extends arrest [fr]" in ran.out
    assert "from draft to now" in ran.out


class TestRecord:
    @pytest.fixture(autouse=True)
    def _no_findings(self, monkeypatch):
        monkeypatch.setattr("workflow.cli.review_record.findings_of", lambda target: [])

    def edit_by_hand(self, repository):
        """Ana works in the PO file alone: new texts, and no more `fuzzy`."""
        text = repository.path.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
        for key, source in repository.article.texts.items():
            text = text.replace(source.upper().replace('"', '\\"'), f"Texto {key}")
        repository.path.write_text(text, encoding="utf-8")

    def test_an_approved_request_is_claimed_submitted_and_approved(self, shell, repository):
        self.edit_by_hand(repository)
        ran = shell("review", "record", "--since", "HEAD", "--author", "ana", "--by", "ben")
        assert (ran.code, ran.out) == (0, "court-extends-arrest [es] is approved by Ben Muster\n")
        state = repository.article.workspace.article("court-extends-arrest").target("es").state
        assert (state.stage, state.translators, state.reviewers) == ("approved", ("ana",), ("ben",))
        assert shell("review", "gate", "--since", "HEAD").code == 0

    def test_nobody_approves_their_own_request(self, shell, repository):
        self.edit_by_hand(repository)
        ran = shell("review", "record", "--since", "HEAD", "--author", "ben", "--by", "ben")
        assert ran.code == 1
        assert "Ben Muster translated it" in ran.err

    def test_somebody_who_is_no_contributor_approves_nothing(self, shell, repository):
        ran = shell("review", "record", "--since", "HEAD", "--author", "ana", "--by", "mallory")
        assert ran.code == 2
