"""Running a command, and measuring it with all the processes that it starts."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LOOKS_EVERY = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock, seconds of all processors, and the most memory in MB.

    The memory is that of all processes at one moment; what they share is counted once.
    """

    wall: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.wall:7.2f} s  {self.processor:7.2f} s of processors  {self.memory:5.0f} MB"


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in a folder. Linux alone tells the memory of several processes."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak, looked, ended = 0.0, begun, 0
    while not ended:
        time.sleep(0.005)
        if time.perf_counter() - looked > _LOOKS_EVERY:
            peak, looked = max(peak, _memory(process.pid)), time.perf_counter()
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
    wall = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{' '.join(command)} failed with {status}")
    return Run(wall, used.ru_utime + used.ru_stime, max(peak, used.ru_maxrss / 1024))


def pages(folder: Path) -> int:
    """How many pages stand below a folder."""
    return sum(1 for _ in folder.rglob("*.html"))


def _memory(root: int) -> float:
    """The memory of a process and of all that come from it, in MB."""
    return sum(_proportional_size(process) for process in _family(root)) / 1024


def _family(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _proportional_size(process: int) -> int:
    """Kilobytes of a process; of a page that several share, each has its part."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
