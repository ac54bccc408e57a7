"""An article's whole life as commands, and what a person sees of a workspace."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.conftest import SETTINGS
from workflow.workspace import journal
from workflow.workspace.article import Article
from workflow.workspace.events import Drafted, Edited
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

SLUG = "court-extends-arrest"
SOURCE = """\
---
title: Court extends arrest
language: en
authors: [Vera Example]
---

The court in Ravnoye extended the arrest of Pavel Orlin. He **denies** the charge.

- The first hearing took 20 minutes.
"""
SPANISH = """\
confirm: all
## title-9407de
El tribunal prolonga el arresto

## author-c94a28
Vera Ejemplo

## p-ce97b7
El tribunal de Ravnoye prolongó el arresto de Pavel Orlin. Él **niega** la acusación.

## li-4a5df3
La primera vista duró 20 minutos.
"""
LATER = """\
## li-4a5df3
La primera audiencia duró 20 minutos.
"""

_CHANCE = {"event", "id", "at", "since", "last", "file"}
Words = list[str]
Act = Callable[[Path], Words | None]
"""What a person does: the words of a command, or None where the person changed a file."""


def _said(line: str) -> Act:
    return lambda _: line.split()


def _resolves(root: Path) -> Words:
    comment = _es(root).state.comments[0].id
    return f"review resolve {SLUG} {comment} --to es --by ana".split()


def _by_hand_in_the_po_file(root: Path) -> None:
    path = _es(root).path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("La primera vista", "La primera sesión"), encoding="utf-8")


def _by_hand_in_the_source(root: Path) -> None:
    path = _es(root).article.path / "source.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("20 minutes", "25 minutes"), encoding="utf-8")


def _es(root: Path) -> Target:
    return Workspace.find(root).article(SLUG).target("es")


STORY: dict[str, Act] = {
    "new": _said(f"new article.md --to es --slug {SLUG} --by ana"),
    "translate": _said(f"translate {SLUG} --to fr --engine none --by ana"),
    "add a term": _said("glossary add hearing en=hearing es=vista"),
    "comment": _said(f"review comment {SLUG} Names? --unit li-4a5df3 --blocking --to es --by ben"),
    "resolve": _resolves,
    "edit": _said(f"review edit {SLUG} --to es --from-file spanish.md --by ana"),
    "check": _said(f"check {SLUG} --to es"),
    "assign": _said(f"review assign {SLUG} ana --to es --by ben"),
    "submit": _said(f"review submit {SLUG} --to es --by ana"),
    "return": _said(f"review return {SLUG} --to es --reason Names --by ben"),
    "submit again": _said(f"review submit {SLUG} --to es --by ana"),
    "approve": _said(f"review approve {SLUG} --to es --by ben"),
    "publish": _said(f"publish {SLUG} --to es --format web --by ben"),
    "unpublish": _said(f"unpublish {SLUG} --to es --reason Names --by ben"),
    "by hand": _by_hand_in_the_po_file,
    "claim": _said(f"review claim {SLUG} --to es --by ana"),
    "edit again": _said(f"review edit {SLUG} --to es --from-file later.md --by ben"),
    "undo": _said(f"undo {SLUG} --to es --by ben"),
    "a new source": _by_hand_in_the_source,
    "comment again": _said(f"review comment {SLUG} 25? --to es --by ana"),
    "archive": _said(f"archive {SLUG} --by ben"),
    "restore": _said(f"archive {SLUG} --restore --by ben"),
    "rename": _said(f"rename {SLUG} arrest --by ben"),
}


def begin(root: Path) -> None:
    """Make the workspace in which the story begins."""
    root.mkdir()
    files = {"workflow.toml": SETTINGS, "glossary.yaml": "concepts: []\n", "article.md": SOURCE}
    for name, text in {**files, "spanish.md": SPANISH, "later.md": LATER}.items():
        (root / name).write_text(text, encoding="utf-8")


def seen(root: Path) -> dict[str, Any]:
    """Return all that people see: every article's text, and where each target stands."""
    workspace = Workspace.find(root)
    found: dict[str, Any] = {}
    for article in articles(workspace):
        name = str(article.path.relative_to(workspace.translations))
        found[name] = article.source
        found |= {f"{name} [{tag}]": shown(article.target(tag)) for tag in article.targets}
    found["glossary"] = workspace.glossary_path.read_bytes()
    return found


def shown(target: Target) -> Any:
    """Return where a target stands, without the ids and times that differ from run to run."""
    state = asdict(target.state)
    return _plain({**state, "unclaimed": len(state["unclaimed"])})


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if key not in _CHANCE}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def typed(root: Path) -> set[str]:
    """Return every text that any journal of the workspace holds."""
    return {
        change.text
        for folder in root.glob("translations/**/history/*")
        for event in journal.read(folder)
        if isinstance(event.payload, Drafted | Edited)
        for change in event.payload.changes
    }


def articles(workspace: Workspace) -> Iterator[Article]:
    """Return all articles, those in the archive too."""
    yield from workspace.articles()
    for path in sorted(workspace.translations.glob("_archive/*")):
        yield Article(workspace, path.name, path)
