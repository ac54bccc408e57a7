"""What another article was approved with is held against a new translation."""

import pytest

from workflow.checks.approvals import Approvals
from workflow.checks.article import check_target
from workflow.checks.finding import Finding
from workflow.document.source import Source
from workflow.workspace.events import Approved, Submitted
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

MOTTO = "The paper will go on asking."
SPANISH = "El periódico seguirá preguntando."


def translated(workspace: Workspace, slug: str, body: str, spanish: str) -> Target:
    """An article of one paragraph, translated and confirmed."""
    article = workspace.create(slug, Source(title="Harbour", language="en", body=body))
    target = article.add_target("es", "ana")
    title, paragraph = article.texts
    target.edit({title: "Puerto", paragraph: spanish}, "ana")
    return target


@pytest.fixture
def approved(workspace: Workspace) -> Target:
    """An approved article whose paragraph ends with the motto."""
    target = translated(
        workspace, "harbour", f"The harbour is closed. {MOTTO}", f"El puerto cerró. {SPANISH}"
    )
    _approve(target)
    return target


def _approve(target: Target) -> None:
    state = target.state
    target.record(Submitted(text=state.text_hash, source=state.source_hash), "ana")
    target.record(Approved(text=state.text_hash, source=state.source_hash), "ben")


def findings(target: Target) -> list[Finding]:
    found = check_target(target.article, target, None)
    return [each for each in found if each.check == "approved-before"]


@pytest.mark.usefixtures("approved")
def test_a_sentence_that_was_approved_otherwise_is_told_with_its_approved_text(
    workspace: Workspace,
) -> None:
    other = "La gente pregunta. El diario no se calla."
    (found,) = findings(translated(workspace, "square", f"People ask why it is so. {MOTTO}", other))
    assert found.excerpt == "El diario no se calla."
    assert found.suggestions == (SPANISH,)
    assert "harbour" in found.message


@pytest.mark.usefixtures("approved")
def test_the_same_words_and_other_sentences_are_left_alone(workspace: Workspace) -> None:
    alike = translated(workspace, "square", f"It is open now. {MOTTO}", f"Ya abrió. {SPANISH}")
    assert not findings(alike)
    assert not findings(translated(workspace, "park", "The park is open at night.", "¡Abierto!"))


def test_a_whole_unit_keeps_its_markup(workspace: Workspace) -> None:
    _approve(translated(workspace, "one", "The *Bulletin* goes on asking.", "*Bulletin* sigue."))
    two = translated(workspace, "two", "The *Bulletin* goes on asking.", "El *Bulletin* pregunta.")
    (found,) = findings(two)
    assert found.excerpt == "El *Bulletin* pregunta."
    assert found.suggestions == ("*Bulletin* sigue.",)


def test_what_nobody_has_approved_binds_nobody(workspace: Workspace) -> None:
    translated(workspace, "harbour", MOTTO, SPANISH)
    assert not findings(translated(workspace, "square", MOTTO, "El diario no se calla."))


def test_an_article_is_not_held_against_itself(approved: Target) -> None:
    paragraph = list(approved.article.texts)[1]
    approved.edit({paragraph: f"El puerto cerró. {SPANISH[:-1]} siempre."}, "ana")
    assert not findings(approved)


@pytest.mark.usefixtures("approved")
def test_one_memory_serves_many_targets(workspace: Workspace) -> None:
    target = translated(workspace, "square", MOTTO, "El diario no se calla.")
    with Approvals(workspace) as approvals:
        for _ in range(2):
            found = check_target(target.article, target, None, approvals)
            assert "approved-before" in {each.check for each in found}


@pytest.mark.usefixtures("approved")
def test_a_memory_that_cannot_be_used_is_no_matter_of_the_checks(workspace: Workspace) -> None:
    target = translated(workspace, "square", MOTTO, "El diario no se calla.")
    memory = workspace.cache / "memory.sqlite"
    memory.mkdir(parents=True)
    assert not findings(target)
