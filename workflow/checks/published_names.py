"""Names as the newsroom has published them, so that the next article spells them alike.

They are kept in `.workflow/names`, one file for each language; an article is read again when its
files have changed. Deleting the folder loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from workflow.checks.check import Pair
from workflow.checks.spelt_names import mentions
from workflow.document.inline import plain
from workflow.errors import WorkflowError
from workflow.workspace.article import Article
from workflow.workspace.files import write_atomic
from workflow.workspace.fingerprint import fingerprint
from workflow.workspace.workspace import Workspace

Words = tuple[str, ...]
_FORMAT = 1
"""Goes up when what counts as a name changes."""


class PublishedNames:
    """The names in the approved and published translations of a workspace, as it is now.

    Each article is looked at once, however many are compared with the others.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[str, dict[str, Kept]] = {}

    def elsewhere(self, tag: str, slug: str) -> Mapping[Words, str]:
        """Return the names of several words in all translations into `tag` but that of `slug`.

        Each comes with the slug of an article that has it. One that cannot be read does not count.
        """
        if tag not in self._known:
            self._known[tag] = _read(self._workspace, tag)
        return {
            tuple(name.split(" ")): other
            for other, (_, names) in self._known[tag].items()
            if other != slug
            for name in names
        }


def _read(workspace: Workspace, tag: str) -> dict[str, Kept]:
    path = workspace.cache / "names" / f"{tag}.json"
    kept = _kept(path)
    known = {slug: _names(workspace, slug, tag, kept.get(slug)) for slug in workspace.slugs()}
    if known != kept:
        with suppress(WorkflowError):  # a folder that cannot be written: slower next time
            data = {"format": _FORMAT, "names": known}
            write_atomic(path, json.dumps(data, ensure_ascii=False).encode())
    return known


Kept = tuple[str, list[str]]
"""The fingerprint of an article's files, and the names that it has."""


def _kept(path: Path) -> dict[str, Kept]:
    try:
        data: Any = json.loads(path.read_bytes())
        if data["format"] != _FORMAT:
            return {}
        return {slug: (stamp, list(names)) for slug, (stamp, names) in data["names"].items()}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _names(workspace: Workspace, slug: str, tag: str, kept: Kept | None) -> Kept:
    stamp = fingerprint(workspace.translations / slug)
    if kept is not None and kept[0] == stamp:
        return kept
    try:
        return stamp, _names_in(workspace.article(slug), tag)
    except WorkflowError:
        return stamp, []


def _names_in(article: Article, tag: str) -> list[str]:
    if tag not in article.targets:
        return []
    target = article.target(tag)
    state = target.state
    seal = "published" if state.published else "approved" if state.approved else None
    if seal is None:
        return []
    units = target.revision(seal).units.values()
    pairs = [Pair(None, None, None, plain(unit.text), None, tag) for unit in units]
    names = (mention.spelling for mention in mentions(pairs))
    return sorted({name.text for name in names if len(name.words) > 1})
