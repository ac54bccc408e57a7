"""The repository is a workspace itself: its article is in order, and its files please gettext."""

import subprocess
from pathlib import Path

import pytest

from workflow.checks.article import check_target
from workflow.checks.finding import Severity
from workflow.glossary.loader import load_glossary
from workflow.workspace.state import Stage
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

TOP = Path(__file__).parent.parent
REPOSITORY = Workspace.find(TOP)
TARGETS = [article.target(tag) for article in REPOSITORY.articles() for tag in article.targets]
PO_FILES = sorted([*TOP.glob("translations/*/*.po"), *TOP.glob("workflow/publish/labels/*.po")])


def test_there_is_an_article_with_a_complete_history() -> None:
    (target,) = TARGETS
    state = target.state
    assert state.stage is Stage.PUBLISHED
    assert (state.translators, state.editors, state.reviewers) == (("tom",), ("ina",), ("marta",))
    assert target.pending == (), "nobody has touched the files behind the journal's back"


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.article.slug)
def test_the_checks_find_no_error(target: Target) -> None:
    glossary = load_glossary(REPOSITORY.glossary_path, REPOSITORY.root)
    errors = [
        finding.message
        for finding in check_target(target.article, target, glossary)
        if finding.severity is Severity.ERROR
    ]
    assert errors == []


def test_the_glossary_has_the_concepts_that_reporting_needs() -> None:
    glossary = load_glossary(REPOSITORY.glossary_path, REPOSITORY.root)
    assert len(glossary.concepts) >= 60
    for language in ("en", "ru", "es", "fr", "uk"):
        having = [concept for concept in glossary.concepts if concept.terms.get(language)]
        assert len(having) >= 60, language


@pytest.mark.peer
@pytest.mark.parametrize("path", PO_FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_gettext_accepts_every_po_file(path: Path) -> None:
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True)
