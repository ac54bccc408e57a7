"""Reading and writing the workspace's files so that nothing is half written or lost."""

import glob
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workflow.errors import InputError, WriteFault

MAX_SIZE = 64 * 1024 * 1024
"""The largest text file that is read, in bytes."""
_CONFLICT = re.compile(rb"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_CONFLICT_SIGNS = (b"<<<<<<<", b">>>>>>>", b"|||||||")
"""What a conflict has in any case: plain text is found sooner than a pattern."""
_TEMPORARY = ".tmp"
_STALE = 60.0
"""When a file that waits to be put in place is taken for abandoned, in seconds."""


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes with `\\n` line ends.

    Raises InputError if it is missing, unreadable or too large.
    """
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > MAX_SIZE:
                raise InputError(
                    f"{path} is larger than {MAX_SIZE // 2**20} MB",
                    hint="Split it into smaller files.",
                )
            return file.read().replace(b"\r\n", b"\n")
    except OSError as error:
        raise InputError(
            f"{path} cannot be read: {error.strerror}",
            hint="Check that the file is there and yours.",
        ) from None


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder, sorted, none where there is no such folder.

    Hidden files are other programs' business.
    """
    try:
        found = os.listdir(folder)  # noqa: PTH208 - every article is looked into
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(name for name in found if not name.startswith("."))


def is_there(path: str) -> bool:
    """Say whether a file or a folder is there, where thousands are asked for.

    It takes half of the time of `os.path.exists`, and that is far less than a `Path` takes.
    """
    return os.access(path, os.F_OK)


def decode(data: bytes, path: Path) -> str:
    """Return the text of a file that must be UTF-8 and free of git's conflict markers."""
    has_sign = any(sign in data for sign in _CONFLICT_SIGNS)
    if has_sign and (conflict := _CONFLICT.search(data)):
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
    with prepared(path, data) as put:
        put()


@contextmanager
def prepared(path: Path, data: bytes) -> Iterator[Callable[[], None]]:
    """Write `data` beside `path`, where a full disk says so; what is yielded puts it in place.

    Raises InputError when the disk refuses.
    """
    temporary: Path | None = None
    try:
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            sweep(path)
            handle, name = tempfile.mkstemp(
                dir=path.parent, prefix=f".{path.name}.", suffix=_TEMPORARY
            )
            temporary = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(_mode(path))

        def put() -> None:
            with _told(path):
                temporary.replace(path)

        yield put
    finally:
        if temporary:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteFault(
            f"{path} cannot be written: {error.strerror}",
            hint="Check the free space and the permissions of the folder; nothing was changed.",
        ) from None


def sweep(path: Path) -> None:
    """Remove what a writer of `path` left who was killed."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*{_TEMPORARY}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def stays_below(path: Path, root: Path) -> bool:
    """Tell whether `path` is `root` or below it, also when symbolic links are followed."""
    return _is_plain_way(path, root) or path.resolve().is_relative_to(root.resolve())


def _is_plain_way(path: Path, root: Path) -> bool:
    """Tell, quickly, whether a way goes down from `root` without any link."""
    way, top = path.parts, root.parts
    if os.name == "nt" or ".." in way or way[: len(top)] != top:
        return False  # on Windows, a junction is no link to Python 3.11
    place = str(root)
    for name in way[len(top) :]:
        place = f"{place}{os.sep}{name}"
        if os.path.islink(place):  # noqa: PTH114 - a Path for each step costs more than the look
            return False
    return True


def refuse_way_out(path: Path, root: Path) -> None:
    """Raise InputError for a symbolic link that leads out of the workspace at `root`."""
    if os.path.islink(path) and not stays_below(path, root):  # noqa: PTH114 - asked of every file
        raise InputError(
            f"{path} leads out of the workspace",
            hint="Replace the symbolic link with the file or folder itself.",
        )


def _mode(path: Path) -> int:
    """Permissions for a file that replaces `path`: its own, or those of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
