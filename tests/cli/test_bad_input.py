"""Bad input of every sort: one clear error, the right exit code, and nothing changed."""

import hashlib
import os
from pathlib import Path

import pytest

from tests.cli.bad_input import CASES, Case
from tests.cli.conftest import Shell
from tests.cli.spoiling import SLUG
from workflow.document.source import Source
from workflow.workspace.article import Article
from workflow.workspace.events import Origin
from workflow.workspace.workspace import Workspace


@pytest.fixture
def newsroom(workspace: Workspace, article: Article, source: Source) -> Path:
    """A workspace with an article that was drafted in Spanish, and another."""
    target = article.add_target("es", "ana")
    origin = Origin(engine="argos", package="en_es 1.0")
    drafts = {key: (f"ES {text}", origin) for key, text in article.texts.items()}
    target.draft(drafts, "ana")
    workspace.create("other", Source(title="Other", language="en", body="Other text."))
    concept = "concepts:\n- id: term\n  terms: {en: hearing, es: vista}\n"
    workspace.glossary_path.write_text(concept, encoding="utf-8")
    return workspace.root


def tree(root: Path) -> dict[str, str]:
    """Return the hash of every file that is not a cache, of links without following them."""
    found = {}
    for folder, names, files in os.walk(root):
        if ".workflow" in names:
            names.remove(".workflow")
        for name in (*names, *files):
            path = Path(folder, name)
            if path.is_symlink():
                found[str(path)] = str(path.readlink())
            elif path.is_file() and path.stat().st_size < 2**24:
                found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
            else:
                found[str(path)] = str(path.is_dir() or path.stat().st_size)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.words[:50]!a}: {case.says[:30]}")
def test_bad_input_gets_one_clear_error_and_changes_nothing(
    newsroom: Path, shell: Shell, case: Case
) -> None:
    if case.wrong:
        case.wrong(newsroom)
    before = tree(newsroom.parent)
    ran = shell(*case.words.replace("#", SLUG).split())
    assert ran.code == case.code, ran.err
    lines = ran.err.splitlines()
    assert [line.split(":")[0] for line in lines if not line.startswith("  - ")] == [
        "error",
        "hint",
    ]
    assert case.says in ran.err
    assert "fault in workflow" not in ran.err
    assert "Traceback" not in ran.err + ran.out
    assert tree(newsroom.parent) == before
