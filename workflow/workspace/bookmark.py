"""How far a target's journal had come when this clone last had it and the PO file in step."""

from contextlib import suppress
from pathlib import Path


class Bookmark:
    """A mark of a journal's place, kept in the cache where the disk lets us.

    Without it more of a PO file counts as only behind the journal, and nothing else changes.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.mark = self._read()

    def _read(self) -> str:
        with suppress(OSError):
            return self._path.read_bytes().decode(errors="replace")
        return ""

    def move(self, mark: str) -> None:
        """Remember this place from now on."""
        if self.mark == mark:
            return
        self.mark = mark
        with suppress(OSError):
            if not self._path.parent.is_dir():
                self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(mark, encoding="utf-8")
