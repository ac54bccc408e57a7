"""Articles come, move and go: always a whole folder at once, and each target's journal says so.

A move is one rename of a folder, and a note in the journal of every target after it. Between the
two lies a mark in the folder: whoever finds it writes the notes that are missing.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from workflow.document.frontmatter import parse_source, serialize_source
from workflow.document.source import Source
from workflow.errors import InputError, WorkflowError, WriteFault
from workflow.workspace import journal
from workflow.workspace.article import SOURCE, Article
from workflow.workspace.event_json import decode, encode
from workflow.workspace.events import Archived, Event, Payload, Renamed, Restored
from workflow.workspace.files import read_bytes, write_atomic
from workflow.workspace.locks import locked

if TYPE_CHECKING:
    from workflow.workspace.target import Target
    from workflow.workspace.workspace import Workspace

Fill = Callable[[Article], None]
"""Puts into a new article what it shall begin with: its targets."""

_MARK = ".moving.json"
_MOVES = (Renamed, Archived, Restored)
_LOCK = "_moving"  # no slug begins with an underscore
_ABANDONED = 3600.0
"""After how many seconds an article that waits to be put in place is nobody's."""


def create(
    workspace: Workspace,
    place: Path,
    source: Source,
    media: Mapping[str, bytes],
    fill: Fill,
    taken: Callable[[], None],
) -> None:
    """Write a new article beside the others, and move it to `place` when all of it is there.

    `taken` raises InputError where the slug is taken.
    """
    text = serialize_source(source)
    parse_source(text, str(place / SOURCE))
    taken()
    made = _staging(workspace) / place.name
    try:
        for name, data in media.items():
            write_atomic(made / "media" / _inside(name), data)
        write_atomic(made / SOURCE, text.encode())
        fill(Article(workspace, place.name, made))
        with locked(workspace.cache, place.name):
            taken()
            _rename(made, place)
    finally:
        shutil.rmtree(made.parent, ignore_errors=True)


def move(workspace: Workspace, place: Path, to: Path, payload: Payload, by: str) -> Article:
    """Move an article's folder and record it in each target's journal.

    Raises InputError where something is at `to`, and where the disk refuses.
    """
    with locked(workspace.cache, _LOCK):
        with locked(workspace.cache, *sorted({place.name, to.name})):
            if to.exists():
                raise InputError(
                    f"there is already an article {to.name} ({to})", hint="Choose another slug."
                )
            note = encode(journal.new_event(payload, by, ()))
            write_atomic(place / _MARK, f"{_address(workspace, to)}\n{note}\n".encode())
            _rename(place, to, else_remove=_MARK)
        article = Article(workspace, to.name, to)
        try:
            _note(article, payload, by)
        except WorkflowError:
            if not _is_noted(article, payload):
                _rename(to, place)
                (place / _MARK).unlink(missing_ok=True)
            raise
        (to / _MARK).unlink(missing_ok=True)
    return article


def complete(article: Article) -> None:
    """Write the notes of a move that was cut short; where the disk refuses, the next one does."""
    if not (article.path / _MARK).exists():
        return
    with suppress(WorkflowError, OSError), locked(article.workspace.cache, _LOCK):
        if note := _left(article):
            _note(article, note.payload, note.by)
        (article.path / _MARK).unlink(missing_ok=True)


def complete_in(workspace: Workspace, folder: Path) -> None:
    """Write the notes of moves into a folder that no command looks into."""
    for mark in folder.glob(f"*/{_MARK}"):
        complete(Article(workspace, mark.parent.name, mark.parent))


def _left(article: Article) -> Event | None:
    """Return what a mark says is to be noted; nothing if the folder was not moved after all."""
    with suppress(ValueError):
        address, _, line = read_bytes(article.path / _MARK).decode().partition("\n")
        event = decode(line)
        moved = address == _address(article.workspace, article.path)
        return event if moved and isinstance(event.payload, _MOVES) else None
    return None


def _note(article: Article, payload: Payload, by: str) -> None:
    for tag in article.targets:
        target = article.target(tag)
        if _last_move(target) != payload:
            target.record(payload, by)


def _is_noted(article: Article, payload: Payload) -> bool:
    return any(_last_move(article.target(tag)) == payload for tag in article.targets)


def _last_move(target: Target) -> Payload | None:
    moves = (e.payload for e in reversed(target.events) if isinstance(e.payload, _MOVES))
    return next(moves, None)


def _address(workspace: Workspace, folder: Path) -> str:
    return folder.relative_to(workspace.translations).as_posix()


def _staging(workspace: Workspace) -> Path:
    """Return a new folder, and clear away those that commands left which were killed."""
    folder = workspace.cache / "new"
    try:
        for left in folder.glob("*"):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(dir=folder))
    except OSError as error:
        raise _refused(folder, error) from None


def _rename(folder: Path, to: Path, *, else_remove: str = "") -> None:
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(to)
    except OSError as error:
        if else_remove:
            (folder / else_remove).unlink(missing_ok=True)
        raise _refused(to, error) from None


def _refused(path: Path, error: OSError) -> WriteFault:
    return WriteFault(
        f"{path} cannot be written: {error.strerror}",
        hint="Check the free space and the permissions of the folder; nothing was changed.",
    )


def _inside(name: str) -> PurePosixPath:
    """Return a path below `media/`. Raises InputError for one that leads out of it."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or "\\" in name or ":" in name:
        raise InputError(
            f"{name!r} is not a path below media/", hint="Use a plain file name such as cover.jpg."
        )
    return path
