"""The journal: append-only JSON Lines, one file per person, read in any order.

Two people on two clones never write the same file, so git merges their work without a conflict.
Where one file was written on two clones all the same, git's conflict markers are read as "both".
"""

import os
import re
import secrets
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

from workflow.errors import InputError, WriteFault
from workflow.workspace.event_json import decode, encode
from workflow.workspace.events import NOBODY, Event, Payload
from workflow.workspace.files import names_in, read_bytes, refuse_way_out

NOBODYS_FILE = "nobody"
ENDING = ".jsonl"
_MARKER = re.compile(rb"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def next_id(after: str = "") -> str:
    """Return a new ULID that sorts behind `after`, even when the clock has gone back."""
    number = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
    if after:
        number = max(number, _number(after) + 1 + secrets.randbits(40))
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -5, -5))


def _number(ulid: str) -> int:
    number = 0
    for character in ulid:
        number = number << 5 | _CROCKFORD.index(character)
    return number


def new_event(payload: Payload, by: str, after: Sequence[Event]) -> Event:
    """Return an event that happens now, behind all of `after`."""
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Event(id=next_id(after[-1].id if after else ""), at=at, by=by, payload=payload)


def file_of(folder: Path, by: str) -> Path:
    """Return the file that holds the events of one person."""
    return folder / f"{by if by != NOBODY else NOBODYS_FILE}{ENDING}"


def files_in(folder: Path) -> list[Path]:
    """Return the journals in `folder`, sorted."""
    return [folder / name for name in names_in(folder) if name.endswith(ENDING)]


def read(folder: Path, root: Path | None = None) -> tuple[Event, ...]:
    """Return all events below `folder`, each once, in the order of their ids.

    A last line that a crash has torn is passed over, also where git has put another clone's lines
    behind it. Raises InputError, with file and line, for any other line that is not an event, and
    for a symbolic link that leads out of the workspace at `root`, where that is given.
    """
    files = files_in(folder)
    if not files and folder.is_file():
        raise InputError(f"{folder} is a file", hint="Take the folder back from git.")
    events: dict[str, Event] = {}
    for path in files:
        if root:
            refuse_way_out(path, root)
        for event in _events_in(path):
            events.setdefault(event.id, event)
    return tuple(events[key] for key in sorted(events))


def _events_in(path: Path) -> Iterable[Event]:
    lines = read_bytes(path).split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip(b"\x00 \t") or _MARKER.match(line):
            continue
        try:
            yield decode(line.decode())
        except (ValueError, RecursionError) as error:
            if number == len(lines) or _MARKER.match(lines[number]):  # torn by a crash
                continue
            raise InputError(
                f"{path}:{number}: not a journal entry ({error})",
                hint="Take the file back from git: it is not meant to be edited by hand.",
            ) from None


def append(folder: Path, events: Sequence[Event]) -> None:
    """Write events behind the journals of the people who made them, and wait for the disk.

    A torn last line is cut off first. Raises InputError when the disk refuses; then none is there.
    """
    begun: list[tuple[Path, int]] = []
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for by in dict.fromkeys(event.by for event in events):
            path = file_of(folder, by)
            text = "".join(encode(event) + "\n" for event in events if event.by == by)
            with path.open("ab+", buffering=0) as file:
                _cut_torn_line(file)
                begun.append((path, file.seek(0, os.SEEK_END)))
                _write_all(file, text.encode())
                os.fsync(file.fileno())
    except OSError as error:
        for path, size in begun:
            with suppress(OSError):
                os.truncate(path, size)
        raise WriteFault(
            f"{path} cannot be written: {error.strerror}",
            hint="Check the free space and the permissions of the folder; nothing was changed.",
        ) from None


def _write_all(file: FileIO, data: bytes) -> None:
    while data:
        data = data[file.write(data) :]


def _cut_torn_line(file: FileIO) -> None:
    size = file.seek(0, os.SEEK_END)
    position, block = size, b""
    while position and b"\n" not in block:
        step = min(position, 65536)
        position -= step
        file.seek(position)
        block = file.read(step) + block
    end = position + block.rfind(b"\n") + 1 if b"\n" in block else 0
    if end == size:
        return
    try:
        decode(block[end - position :].decode())
    except ValueError:
        file.truncate(end)
    else:  # whole, only its line end is missing
        _write_all(file, b"\n")
