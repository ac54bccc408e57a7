"""Reading and writing the workspace's files so that nothing is half written or lost."""

import os
import re
import tempfile
from pathlib import Path

from workflow.errors import InputError

MAX_SIZE = 64 * 1024 * 1024
"""The largest text file that is read, in bytes."""
_CONFLICT = re.compile(rb"^(?:<{7} |>{7} |\|{7} )", re.MULTILINE)


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes with `\\n` line ends.

    Raises InputError if it is missing, unreadable or too large.
    """
    try:
        if path.stat().st_size > MAX_SIZE:
            raise InputError(
                f"{path} is larger than {MAX_SIZE // 2**20} MB", hint="Split it into smaller files."
            )
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}",
            hint="Check that the file is there and yours.",
        ) from None


def decode(data: bytes, path: Path) -> str:
    """Return the text of a file that must be UTF-8 and free of git's conflict markers."""
    if conflict := _CONFLICT.search(data):
        line = data.count(b"\n", 0, conflict.start()) + 1
        raise InputError(
            f"{path}:{line}: git left a conflict here",
            hint="Choose one of the two versions, take the marker lines out, and try again.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}:{line}: not UTF-8 text", hint="Save the file as UTF-8.") from None


def write_atomic(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all. Raises InputError when the disk refuses."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(
            dir=path.parent, prefix=f".{path.name}.", suffix=".tmp"
        )
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(_mode(path))
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}",
            hint="Check the free space and the permissions of the folder; nothing was changed.",
        ) from None


def _mode(path: Path) -> int:
    """Permissions for a file that replaces `path`: its own, or those of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
