"""Faults on purpose: a command runs in a child process and dies at the n-th touch of the disk.

A touch is whatever changes a file or a folder below the workspace: opening to write, waiting for
the disk, renaming, removing. Python reports each before it happens (PEP 578), so that the n-th is
the same in every run.
"""

import contextlib
import errno
import os
import signal
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NoReturn

from workflow.cli.app import main

_CHANGING = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate"}
_NEEDS_SPACE = {"open", "os.mkdir", "fsync"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
KILLED = -signal.SIGKILL
WRITE = "c"


class Fault(Enum):
    """What goes wrong: once where the program dies, from then on where the disk refuses."""

    NONE = "nothing"
    KILL = "kill -9"
    TORN = "kill -9 with half of a write done"
    FULL = "no space left on the disk"
    READ_ONLY = "the disk turns read-only"


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, negative for a signal, and what it said to stderr.

    `touches` has a letter for each touch of the disk; `WRITE` is waiting for what was written.
    """

    code: int
    said: str
    touches: str


def run(words: list[str], root: Path, fault: Fault = Fault.NONE, at: int = 0) -> Ended:
    """Run `workflow WORDS…` in `root`, with a fault at the touch `at`, counted from 1."""
    with TemporaryFile() as said, TemporaryFile() as touched:
        child = os.fork()
        if not child:
            _live(words, root, said.fileno(), _Touches(root, fault, at, touched.fileno()))
        status = os.waitpid(child, 0)[1]
        code = os.waitstatus_to_exitcode(status)
        said.seek(0)
        touched.seek(0)
        return Ended(code, said.read().decode(), touched.read().decode())


def _live(words: list[str], root: Path, stderr: int, touches: "_Touches") -> NoReturn:
    """The child's whole life."""
    code = 70
    try:
        os.chdir(root)
        os.dup2(os.open(os.devnull, os.O_RDWR), 1)
        os.dup2(stderr, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        sys.argv = ["workflow", *words]
        touches.watch()
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    finally:
        sys.stderr.flush()
        os._exit(code)


class _Touches:
    def __init__(self, root: Path, fault: Fault, at: int, pipe: int) -> None:
        self.root, self.fault, self.at, self.pipe = str(root), fault, at, pipe
        self.count = 0
        self.sizes: dict[str, int] = {}

    def watch(self) -> None:
        sys.addaudithook(self._audit)
        os.fsync = self._fsync

    def _audit(self, event: str, values: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = values
            if not isinstance(path, str | Path) or not (flags or 0) & _WRITES:
                return
            with contextlib.suppress(OSError):
                self.sizes[os.path.realpath(path)] = os.stat(path).st_size  # noqa: PTH116
        elif event in _CHANGING:
            path = values[0]
        else:
            return
        if isinstance(path, str | Path) and os.path.abspath(os.fspath(path)).startswith(self.root):  # noqa: PTH100
            self._touch(event)

    def _fsync(self, descriptor: int) -> None:
        self._touch("fsync", descriptor)

    def _touch(self, what: str, descriptor: int = -1) -> None:
        self.count += 1
        os.write(self.pipe, what[-1:].encode())
        if self.fault in (Fault.KILL, Fault.TORN) and self.count == self.at:
            if self.fault is Fault.TORN:
                self._tear(descriptor)
            os.kill(os.getpid(), signal.SIGKILL)
        elif self.fault is Fault.FULL and self.count >= self.at and what in _NEEDS_SPACE:
            self._tear(descriptor)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        elif self.fault is Fault.READ_ONLY and self.count >= self.at:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    def _tear(self, descriptor: int) -> None:
        """Take back half of what was written since the file was opened."""
        if descriptor < 0:
            return
        before = self.sizes.get(str(Path(f"/proc/self/fd/{descriptor}").readlink()), 0)
        size = os.fstat(descriptor).st_size
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, before + (size - before) // 2)
