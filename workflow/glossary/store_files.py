"""The database files of a kept glossary: whole or not there, and asked for many values at once."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

_AT_ONCE = 500
"""How many values stand in one question to the database."""


def selected(
    connection: sqlite3.Connection, query: str, wanted: Sequence[Any]
) -> Iterator[tuple[Any, str]]:
    """Yield the rows of a `query` that ends in `IN`, for all that is wanted."""
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        yield from connection.execute(f"{query} ({','.join('?' * len(some))})", some)


def connect(path: Path) -> sqlite3.Connection:
    """Open a database to be read by any thread. Raises sqlite3.Error where it is not there."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)


def write_whole(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Put a database at `path` whole or not at all."""
    with suppress(OSError, sqlite3.Error):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        os.close(handle)
        try:
            with closing(sqlite3.connect(temporary)) as connection:
                connection.execute("PRAGMA synchronous = OFF")
                fill(connection)
                connection.commit()
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)


def dumped(value: Any) -> str:
    """Return a value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
