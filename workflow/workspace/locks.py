"""One writer at a time for an article. Locks live in `.workflow/`, never in git."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workflow.errors import InputError, StaleError

PATIENCE = 10.0
"""How long a command waits for another one to finish, in seconds."""


@contextmanager
def locked(cache: Path, name: str) -> Iterator[None]:
    """Hold the lock `name`. Raises StaleError when another command keeps it for too long."""
    from filelock import FileLock, Timeout

    folder = cache / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / f"{name}.lock", timeout=PATIENCE)
        lock.acquire()
    except Timeout:
        raise StaleError(
            f"another command is at work on {name}", hint="Wait until it is done, and try again."
        ) from None
    except OSError as error:
        raise InputError(
            f"{folder} cannot be written: {error.strerror}",
            hint="Check the free space and the permissions of the workspace; nothing was changed.",
        ) from None
    try:
        yield
    finally:
        lock.release()
