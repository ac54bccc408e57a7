"""Which terms a word may belong to: every entry under the forms of its rarest word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from workflow.glossary.entries import Entry


class Index(Protocol):
    """Entries by key."""

    def find(self, keys: Iterable[str]) -> Mapping[str, Sequence[Entry]]:
        """Return, for those of `keys` that there are, the entries whose anchor has the key."""
        ...


class MemoryIndex:
    """An index of a glossary that is small, or that is asked once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for key in entry.keys:
                self._entries[key].append(entry)

    def find(self, keys: Iterable[str]) -> Mapping[str, Sequence[Entry]]:
        """Return, for those of `keys` that there are, the entries whose anchor has the key."""
        return {key: self._entries[key] for key in keys if key in self._entries}
