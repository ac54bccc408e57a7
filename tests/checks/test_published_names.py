"""A name is spelt as the newsroom has published it before."""

from pathlib import Path

import pytest

from workflow.checks.article import check_target
from workflow.checks.finding import Finding, Severity
from workflow.checks.published_names import PublishedNames
from workflow.document.source import Source
from workflow.workspace.events import Approved
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace


def target_with(workspace: Workspace, slug: str, text: str) -> Target:
    source = Source(title="Free", language="ru", body=f"Вышел на свободу {slug}.\n")
    target = workspace.create(slug, source).add_target("en", "ana")
    target.edit(dict.fromkeys(target.texts, text), "ana")
    return target


def approve(target: Target) -> None:
    state = target.state
    target.record(Approved(text=state.text_hash, source=state.source_hash), "ben")


def named(target: Target) -> list[Finding]:
    return [f for f in check_target(target.article, target, None) if f.check == "names"]


@pytest.fixture
def archive(workspace: Workspace) -> Workspace:
    """A workspace in which Sergei Saveliev and Anna Lindqvist were written of."""
    approve(target_with(workspace, "first", "They met Sergei Saveliev and Anna Lindqvist."))
    return workspace


def test_another_transliteration_is_found(archive: Workspace) -> None:
    finding = named(target_with(archive, "second", "Later Sergey Savelyev left."))[0]
    assert finding.message == "“Sergey Savelyev” is spelt “Sergei Saveliev” in first"
    assert finding.suggestions == ("Sergei Saveliev",)
    assert finding.severity is Severity.WARNING


def test_a_letter_is_only_mentioned(archive: Workspace) -> None:
    finding = named(target_with(archive, "second", "Later Anna Lindquist left."))[0]
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "Later Sergei Saveliev left.",
        "Later Sergeeva Saveliev left.",
        "Later Savelyev left.",
        "Later Sergei Pavlov left.",
        "Later Elena Savelieva left.",
    ],
)
def test_the_same_and_other_people_are_left_alone(archive: Workspace, text: str) -> None:
    assert not named(target_with(archive, "second", text))


def test_a_draft_and_the_article_itself_do_not_count(workspace: Workspace) -> None:
    target_with(workspace, "first", "They met Sergei Saveliev.")
    target = target_with(workspace, "second", "Later Sergey Savelyev left.")
    assert not named(target)
    approve(target)
    assert not named(target)


def test_names_are_read_once(archive: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    names = PublishedNames(archive).elsewhere("en", "")
    assert names == {("Sergei", "Saveliev"): "first", ("Anna", "Lindqvist"): "first"}
    monkeypatch.setattr("workflow.checks.published_names._names_in", None)
    assert PublishedNames(archive).elsewhere("en", "") == names


@pytest.mark.parametrize("content", ["", "[]", '{"format": 1}', '{"format": 1, "names": {"a": 1}}'])
def test_a_broken_cache_is_made_anew(archive: Workspace, content: str) -> None:
    names = PublishedNames(archive).elsewhere("en", "")
    Path(archive.cache / "names" / "en.json").write_text(content, encoding="utf-8")
    assert PublishedNames(archive).elsewhere("en", "") == names
