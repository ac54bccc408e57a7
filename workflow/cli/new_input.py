"""Where `workflow new` takes texts from: a file with the pictures beside it, stdin, an address."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import typer

from workflow.cli.shell import out, say
from workflow.errors import InputError

_STDIN = "-"


@dataclass(frozen=True)
class Input:
    """The bytes of a text, what errors call it, and how to find the pictures beside it."""

    data: bytes
    name: str
    find: Callable[[str], bytes | None]
    address: str | None = None


def is_address(source: str) -> bool:
    """Say whether a source is on the web and not a file."""
    return "://" in source[:12]


def read_input(source: str, *, ask: bool) -> Input:
    """Return what a person named as the source; `ask` lets them stop a visit of a web page."""
    from workflow.document.importing.encoding import MAX_SIZE

    if source == _STDIN:
        return Input(sys.stdin.buffer.read(MAX_SIZE + 1), "stdin", _no_picture)
    if is_address(source):
        return _fetched(source, ask=ask)
    path = Path(source)
    data = _bytes(path, MAX_SIZE, source)
    folder = path.resolve().parent
    return Input(data, path.name, lambda reference: _picture(folder, reference))


def _fetched(source: str, *, ask: bool) -> Input:
    from workflow.document.importing.fetch import fetch

    if not source.lower().startswith(("http://", "https://")):
        raise InputError(
            f"{source}: only http and https addresses are fetched",
            hint="Give a file, or an address that begins with https://.",
        )
    site = source.split("/")[2]
    say(
        f"The owner of {site} can see this visit: its time, and the address of your network. "
        "A page saved from your browser tells nothing new."
    )
    if ask and not typer.confirm("Fetch the page?", default=True, err=True):
        out("Nothing was fetched and nothing was written.")
        raise typer.Exit(1)
    page = fetch(source)
    return Input(page.data, page.name, _no_picture, page.url)


def _bytes(path: Path, limit: int, source: str) -> bytes:
    """Return the bytes of a file, one more than `limit` at most."""
    try:
        if path.exists() and not path.is_file():
            raise InputError(
                f"{source}: this is not a file", hint="Give the file of one text, not its folder."
            )
        with path.open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        problem = error.strerror if isinstance(error, OSError) else None
        raise InputError(
            f"{source}: {problem or error}",
            hint="Give a file that is there and that you may read.",
        ) from None


def _no_picture(reference: str) -> None:
    """Find no picture: none is fetched from the web."""


def _picture(folder: Path, reference: str) -> bytes | None:
    """Return a picture that lies in the page's folder or below it, never one outside."""
    from workflow.document.importing.pictures import MAX_PICTURE

    try:
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            return None
        path = (folder / unquote(parts.path)).resolve()
        if not path.is_relative_to(folder) or not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(MAX_PICTURE + 1)
    except (OSError, ValueError):  # a name that no file can have
        return None
