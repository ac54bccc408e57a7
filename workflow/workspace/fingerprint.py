"""What tells whether the files of an article have changed since something was made of them."""

import os
from collections.abc import Iterator
from pathlib import Path

from workflow.workspace.article import SOURCE


def fingerprint(folder: Path) -> str:
    """Return the sizes and times of every file that the targets of the article there depend on."""
    return " ".join(f"{name}:{stamp}" for name, stamp in sorted(_stamps(folder, "")))


def _stamps(folder: Path, prefix: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.name.startswith("."):  # such as an editor's lock, a link to nowhere
                continue
            if entry.name == SOURCE or entry.name.endswith((".po", ".jsonl")):
                yield name, stamp(entry.stat())
            elif entry.is_dir() and (entry.name == "history" or prefix):
                yield from _stamps(Path(entry.path), f"{name}/")


def stamp(found: os.stat_result) -> str:
    """Return the size and the time of a file, as text."""
    return f"{found.st_size}.{found.st_mtime_ns}"
