"""How long the command line takes to say hello, beside the cost of importing Typer alone.

Run: python benchmarks/startup.py
"""

import platform
import statistics
import subprocess
import sys
import time

from installed import compile_package

RUNS = 15


def seconds(*command: str) -> float:
    """The median wall time of a command, after one run to warm the disk's cache."""
    times = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *command], capture_output=True, check=True)
        times.append(time.perf_counter() - begun)
    return statistics.median(times[1:])


def main() -> None:
    compile_package()
    typer = seconds("-c", "import typer")
    rows = [
        ('python -c "pass"', seconds("-c", "pass")),
        ('python -c "import typer"', typer),
        ("workflow --version", seconds("-m", "workflow", "--version")),
        ("workflow --help", seconds("-m", "workflow", "--help")),
    ]
    print(f"{platform.platform()}, Python {platform.python_version()}, median of {RUNS}")
    for name, taken in rows:
        print(f"{name:28} {1000 * taken:7.0f} ms   {taken / typer:5.2f} × import typer")


if __name__ == "__main__":
    main()
