"""Taking a name out of a workspace's files, and saying where it is still.

Files lose the name at once; git keeps every version that it ever had. `git_places` counts what its
history still holds.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workflow.errors import InputError
from workflow.withheld.seeking import Seeker
from workflow.workspace.files import decode, read_bytes, write_atomic
from workflow.workspace.workspace import Workspace

_TEXT = frozenset([".md", ".po", ".jsonl", ".yaml", ".toml", ".txt", ".html", ".json"])
_NOT_OURS = frozenset([".git", ".workflow", "public"])


def purge(workspace: Workspace, name: str, instead: str) -> tuple[list[Path], list[Path]]:
    """Write `instead` for `name`, in all its forms, in the workspace's text files.

    Returns the files that were changed, and those that hold the name still: its words are apart
    there, or the file is no text. Journals lose it too, so a target that had it has to be approved
    again. The caches are emptied of nothing: delete `.workflow`.
    """
    seeker = Seeker([name])
    changed, left = [], []
    for path in _files(workspace.root):
        text = _text_of(path)
        if text is None or not seeker.find(text):
            continue
        mended = _mended(path, text, seeker, instead)
        if mended != text:
            write_atomic(path, mended.encode())
            changed.append(path)
        if seeker.find(mended):
            left.append(path)
    return changed, left


def git_places(workspace: Workspace, name: str) -> int:
    """Return how many commits of any branch added or took away a line with `name` as written."""
    try:
        done = subprocess.run(
            ["git", "log", "--all", "--format=%h", "-i", "-F", "-S", name],
            cwd=workspace.root,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    return len(done.stdout.split())


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root).parts
        if path.is_file() and not path.is_symlink() and not _NOT_OURS & set(inside):
            yield path


def _text_of(path: Path) -> str | None:
    if path.suffix not in _TEXT:
        return None
    try:
        return decode(read_bytes(path), path)
    except InputError:
        return None


def _mended(path: Path, text: str, seeker: Seeker, instead: str) -> str:
    if path.suffix != ".jsonl":
        return seeker.replaced(text, instead)
    return "".join(f"{_mended_line(line, seeker, instead)}\n" for line in text.splitlines())


def _mended_line(line: str, seeker: Seeker, instead: str) -> str:
    if not seeker.find(line):
        return line
    try:
        value = json.loads(line)
    except ValueError:
        return seeker.replaced(line, instead)
    value = _in_texts(value, seeker, instead)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _in_texts(value: Any, seeker: Seeker, instead: str) -> Any:
    if isinstance(value, str):
        return seeker.replaced(value, instead)
    if isinstance(value, list):
        return [_in_texts(each, seeker, instead) for each in value]
    if isinstance(value, dict):
        return {key: _in_texts(each, seeker, instead) for key, each in value.items()}
    return value
