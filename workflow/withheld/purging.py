"""Taking a name out of a workspace's files, and saying where it is still.

Files lose the name at once; git keeps every version that it ever had. `commits_with` counts what
its history still holds.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from workflow.errors import InputError
from workflow.withheld.redaction import with_texts
from workflow.withheld.seeking import Seeker
from workflow.workspace.files import decode, read_bytes, write_atomic
from workflow.workspace.git import git_commits
from workflow.workspace.workspace import Workspace

_TEXT = frozenset([".md", ".po", ".jsonl", ".yaml", ".toml", ".txt", ".html", ".json", ".tmx"])
_ARCHIVES = frozenset([".docx", ".epub", ".odt"])
_CACHE, _AT_WORK = ".workflow", "edit"
_PUBLISHED = "public"
_KEPT = frozenset([_AT_WORK, "locks", "seen"])
"""What of the cache is not made anew from the texts."""
_TAG = re.compile(r"<[^<>]*>")
_MAX_PART = 20_000_000
"""How many bytes of a part of a document are looked at."""


def purge(workspace: Workspace, name: str, instead: str) -> tuple[list[Path], list[Path]]:
    """Write `instead` for `name`, in all its forms, in the workspace's text files.

    Returns the files that were changed, and those to look at: the name is in what the file or its
    folder is called, in a Word document, in a page that is out, or its words are apart. Journals
    lose it too, so a target that had it has to be approved again. Caches are made anew.
    """
    seeker = Seeker([name])
    changed, left = [], []
    for path in _files(workspace.root):
        inside = path.relative_to(workspace.root)
        text = _text_of(path)
        if text is not None and inside.parts[0] != _PUBLISHED and seeker.find(text):
            mended = _mended(path, text, seeker, instead)
            if mended != text:
                write_atomic(path, mended.encode())
                changed.append(path)
            text = mended
        if seeker.find(text or "") or seeker.find(str(inside)) or seeker.find(_words_in(path)):
            left.append(path)
    _empty(workspace.cache)
    return changed, left


def _empty(cache: Path) -> None:
    for path in cache.iterdir() if cache.is_dir() else ():
        if path.is_dir() and path.name not in _KEPT:
            shutil.rmtree(path, ignore_errors=True)
        elif path.is_file():
            path.unlink(missing_ok=True)


def _words_in(path: Path) -> str:
    """Return the words of a document that is an archive of XML; nothing for any other file."""
    if path.suffix not in _ARCHIVES:
        return ""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [
                archive.read(part).decode(errors="replace")
                for part in archive.infolist()
                if part.filename.endswith((".xml", ".xhtml")) and part.file_size <= _MAX_PART
            ]
    except (OSError, zipfile.BadZipFile):
        return ""
    return " ".join(_TAG.sub(gap, part) for part in parts for gap in ("", " "))


def commits_with(workspace: Workspace, name: str) -> int:
    """Return in how many commits of git's history `name` stands, in any of its forms.

    Raises InputError where git does not tell its history.
    """
    seeker = Seeker([name])
    return sum(bool(seeker.find(commit)) for commit in git_commits(workspace.root))


def _files(root: Path) -> Iterator[Path]:
    """Yield all files but git's and those of the cache on which nobody is at work."""
    for path in sorted(root.rglob("*")):
        first, *rest = path.relative_to(root).parts
        cached = first == _CACHE and rest[:1] != [_AT_WORK]
        if path.is_file() and not path.is_symlink() and first != ".git" and not cached:
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
    value = with_texts(value, lambda text: seeker.replaced(text, instead))
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
