"""A glossary kept ready in SQLite: nothing of it is read before a text speaks of it.

A file with the concepts, and one per language with the index of the terms, all in the workspace's
cache folder. Each is written beside its place and moved there, so that it is whole or not there; a
folder that cannot be written, or holds something else, is no obstacle.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from workflow import __version__
from workflow.errors import InputError
from workflow.glossary.entries import entries
from workflow.glossary.forms import Analyser
from workflow.glossary.glossary import Concept
from workflow.glossary.index import Index, MemoryIndex
from workflow.glossary.store_files import connect, write_whole
from workflow.glossary.stored_concepts import StoredConcepts, fill_concepts
from workflow.glossary.stored_index import StoredIndex, fill_index
from workflow.language.stems import keeps_words_apart
from workflow.workspace.files import read_bytes

_FORMAT = f"{__version__}/8"
"""Its number goes up when what is kept changes, and when lemmas or stems do."""
_STAMP = 16
"""How many letters of a stamp stand in the name of a file."""
_BROKEN = (sqlite3.Error, OSError, ValueError, TypeError, KeyError)


def file_stamp(path: Path) -> str:
    """Return what tells the content of a file from any other; empty where it cannot be read."""
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except InputError:
        return ""


class Store:
    """The concepts of one glossary file with all that it includes, as kept in `folder`."""

    def __init__(self, folder: Path, glossary: Path) -> None:
        self._folder = folder
        self._name = hashlib.sha256(str(glossary).encode()).hexdigest()[:16]
        self._stamp = ""
        self.concepts: Sequence[Concept] = ()

    def open(self) -> bool:
        """Whether what is kept is still true of the files that it was made of; then it is open."""
        try:
            connection = connect(self._folder / f"{self._name}.sqlite")
            meta = dict(connection.execute("SELECT key, value FROM meta"))
            files = json.loads(meta["files"])
            self.concepts = StoredConcepts(connection, int(meta["count"]))
        except _BROKEN:
            return False
        self._stamp = meta["stamp"]
        return self._stamp == _stamp({path: file_stamp(Path(path)) for path in files})

    def save(self, files: Mapping[Path, str], concepts: Sequence[Concept]) -> None:
        """Keep `concepts`, which were read from `files` with these stamps."""
        stamps = {str(path): stamp for path, stamp in files.items()}
        self._stamp, self.concepts = _stamp(stamps), concepts
        meta = {"stamp": self._stamp, "files": json.dumps(list(stamps)), "count": len(concepts)}

        def fill(connection: sqlite3.Connection) -> None:
            connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
            connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
            fill_concepts(connection, concepts)

        write_whole(self._folder / f"{self._name}.sqlite", fill)

    def make_ready(self, places: Iterable[int]) -> None:
        """Read the concepts at these places at once, where they are not read yet."""
        if isinstance(self.concepts, StoredConcepts):
            self.concepts.make_ready(places)

    def index(self, tag: str, analyser: Analyser) -> Index:
        """Return the index of the terms in a language: the one that is kept, else a new one."""
        prefix = f"{self._name}-{tag}-"
        path = self._folder / f"{prefix}{self._stamp[:_STAMP]}.sqlite"
        firm = keeps_words_apart(analyser.language)
        with suppress(*_BROKEN):
            return StoredIndex(connect(path), firm_stems=firm)
        made = list(entries(self.concepts, tag, analyser))
        with suppress(OSError):
            for old in self._folder.glob(f"{prefix}{'?' * _STAMP}.sqlite"):
                old.unlink()
        write_whole(path, lambda connection: fill_index(connection, made))
        return MemoryIndex(made)


def _stamp(files: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps([_FORMAT, sorted(files.items())]).encode()).hexdigest()
