"""What tells that files have changed, and what all pages depend on."""

import hashlib
import os
from pathlib import Path

from workflow.workspace.templates import shipped_templates
from workflow.workspace.workspace import Workspace

_PACKAGE = Path(__file__).parents[2]
_ROOMS = ("document", "language", "publish", "review")
_NOT_READ = "__pycache__"


def stamp(folder: Path | str) -> str:
    """Return a key of all files below a folder, which is as good as their times are fine."""
    found: list[str] = []
    _look(os.fspath(folder), "", found)
    content = " ".join(sorted(found))
    return hashlib.sha256(content.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def surroundings(workspace: Workspace, withheld: str) -> str:
    """Return a key of what files depend on beside the articles.

    That is the settings, the templates, the names `withheld` (a key of them), and the tool itself.
    """
    settings = workspace.settings
    things = (
        settings.workspace,
        settings.contributors,
        settings.publish,
        withheld,
        stamp(workspace.templates) if workspace.templates.is_dir() else "",
        stamp(shipped_templates()),
        *(stamp(_PACKAGE / room) for room in _ROOMS),
    )
    return hashlib.sha256(repr(things).encode()).hexdigest()[:32]


def _look(folder: str, prefix: str, found: list[str]) -> None:
    """Add every file's name, size and time to `found`: the files of all articles, so be quick."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name == _NOT_READ:
                continue
            if entry.is_dir():
                _look(entry.path, f"{prefix}{name}/", found)
            elif entry.is_file():
                seen = entry.stat()
                found.append(f"{prefix}{name}:{seen.st_size}.{seen.st_mtime_ns}")
