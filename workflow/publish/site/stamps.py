"""What tells that files have changed, and what all pages depend on."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from workflow.workspace.templates import shipped_templates
from workflow.workspace.workspace import Workspace

_PACKAGE = Path(__file__).parents[2]
_ROOMS = ("document", "language", "publish", "review")
_NOT_READ = "__pycache__"


def stamp(folder: Path) -> str:
    """Return a key of all files below a folder, which is as good as their times are fine."""
    content = " ".join(sorted(_stamps(str(folder), "")))
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


def _stamps(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name == _NOT_READ:
                continue
            if entry.is_dir():
                yield from _stamps(entry.path, f"{prefix}{name}/")
            elif entry.is_file():
                found = entry.stat()
                yield f"{prefix}{name}:{found.st_size}.{found.st_mtime_ns}"
