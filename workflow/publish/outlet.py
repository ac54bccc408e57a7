"""The way out of the files: straight into `public/`, or first to where they wait for one another.

Where names are withheld, nothing of a run goes out before all that it would write was looked at.
"""

import shutil
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from workflow.publish.destination import is_written, keep_only, leftovers, move_in, write_files
from workflow.publish.output import OutputFile

_FILES, _LEFTOVERS = "files", "leftovers"


class Outlet:
    """Writes files below `public`. With a folder for those `waiting`, `land` is what does it.

    It can be sent to other processes, which all let their files wait in the same place.
    """

    def __init__(self, public: Path, waiting: Path | None = None) -> None:
        self.public, self._waiting = public, waiting

    @property
    def waits(self) -> bool:
        """Whether nothing is written before `land`."""
        return self._waiting is not None

    def write(self, files: Iterable[OutputFile]) -> list[Path]:
        """Write files, and return where they stand when they are out. See `write_files`."""
        if self._waiting is None:
            return write_files(self.public, files)
        kept = list(files)
        fresh = [file for file in kept if not is_written(self.public, file)]
        write_files(self._waiting / _FILES, fresh)
        return [self.public / file.path for file in kept]

    def keep_only(self, folder: str, kept: Iterable[Path]) -> None:
        """Let everything go that is in a folder below `public` and is not in `kept`."""
        if self._waiting is None:
            keep_only(self.public, folder, kept)
        elif gone := leftovers(self.public, folder, kept):
            note = OutputFile(sha256(folder.encode()).hexdigest(), "\n".join(gone).encode())
            write_files(self._waiting / _LEFTOVERS, [note])

    def land(self) -> None:
        """Put all files that wait in place, one after the other."""
        if self._waiting is not None:
            move_in(self._waiting / _FILES, self.public)
            for name in self._left_over():
                (self.public / name).unlink(missing_ok=True)
            self.clear()

    def _left_over(self) -> Iterator[str]:
        if self._waiting and (self._waiting / _LEFTOVERS).is_dir():
            for note in sorted((self._waiting / _LEFTOVERS).iterdir()):
                yield from note.read_text("utf-8").split("\n")

    def clear(self) -> None:
        """Forget what waits."""
        if self._waiting is not None and self._waiting.exists():
            shutil.rmtree(self._waiting)
