"""How many units per second `workflow check` looks at, beside translate-toolkit's pofilter.

    python benchmarks/checks.py FILE.po… [--peer POFILTER] [--rounds N]

Both are whole commands, their start included, and both write their findings out: ours as JSON,
pofilter's as a PO file, with all its checks. POFILTER is the path of its command, in an environment
of its own (`pip install translate-toolkit`; it is GPL and none of our dependencies). The rounds
take turns, and the best of each counts, so that other work on the machine harms neither. Processor
time says what a single core has to do: ours may run on all of them.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import polib
from installed import compile_package


@dataclass(frozen=True)
class Run:
    """What one run took, in seconds on the clock and of all processors."""

    clock: float
    processor: float


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.po")
    parser.add_argument("--peer", metavar="POFILTER")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    compile_package()
    print(
        f"{platform.python_version()} on {platform.machine()}, {len(os.sched_getaffinity(0))} cores"
    )
    ours = [sys.executable, "-m", "workflow", "check", "--format", "json"]
    commands = {"workflow check": ours, "workflow check, one core": ["taskset", "-c", "0", *ours]}
    if options.peer:
        version = subprocess.run([options.peer, "--version"], capture_output=True, text=True)
        commands[version.stdout.strip()] = [options.peer, "--progress=none"]
    print(f"{'':38} units   seconds   processor   units/s   units/s of processor")
    for file in options.files:
        units = sum(not entry.obsolete for entry in polib.pofile(str(file)))
        best: dict[str, Run] = {}
        for _ in range(options.rounds):
            for name, command in commands.items():
                run = timed([*command, str(file)])
                known = best.get(name, run)
                best[name] = Run(min(run.clock, known.clock), min(run.processor, known.processor))
        for name, run in best.items():
            print(
                f"{file.stem[:12]:12} {name:25} {units:5}  {run.clock:8.2f}  {run.processor:10.2f}"
                f"  {units / run.clock:8.0f}  {units / run.processor:10.0f}"
            )


def timed(command: list[str]) -> Run:
    """Run a command whose exit code may say that there are findings, and return what it took."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    clock, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} failed:\n{done.stderr[-1000:]}")
    used = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return Run(clock, used)


if __name__ == "__main__":
    main()
