"""One writer at a time for an article. Locks live in `.workflow/`, never in git."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from workflow.errors import InputError, StaleError

PATIENCE = 10.0
"""How long a command waits for another one to finish, in seconds."""


@contextmanager
def locked(cache: Path, *names: str) -> Iterator[None]:
    """Hold the locks `names`, which are taken in this order: sort them.

    Raises StaleError when another command keeps one for too long.
    """
    from filelock import FileLock, Timeout

    folder = cache / "locks"
    with ExitStack() as held:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name in names:
                held.enter_context(FileLock(folder / f"{name}.lock", timeout=PATIENCE))
        except Timeout as timeout:
            raise StaleError(
                f"another command is at work on {Path(timeout.lock_file).stem}",
                hint="Wait until it is done, and try again.",
            ) from None
        except OSError as error:
            raise InputError(
                f"{folder} cannot be written: {error.strerror}",
                hint="Check the free space and the permissions of the workspace; "
                "nothing was changed.",
            ) from None
        yield
