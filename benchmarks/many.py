"""Many articles drafted with the starter, interrupted in the middle, and drafted to the end.

    python benchmarks/many.py [--articles 500] [--sentences 8]

The sentences are all different, so that nothing of it is translated only once. Ctrl-C comes when
half of the articles are told to be drafted; then the same command is given again. Memory is the
most that a process ever held (resident), beside that of one that drafts a single sentence.
"""

import argparse
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from news import news

from workflow.workspace.workspace import Workspace

_TRANSLATE = (
    "import resource, signal, sys\n"
    "from workflow.cli.app import main\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored behind a shell's `&`
    "try:\n    main()\n"
    "finally:\n"
    "    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
    "    print(f'peak {peak // 1024}', file=sys.stderr)\n"
)


@dataclass(frozen=True)
class Ran:
    """A run of `workflow translate`: its exit code, seconds, and peak of memory in MB."""

    code: int
    seconds: float
    megabytes: int


def main() -> None:
    """Make the articles, interrupt the first run, and print what both did."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--sentences", type=int, default=8)
    options = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        make(small, 1, 1)
        make(large, options.articles, options.sentences)
        alone = translate(small)
        print(f"one sentence: {alone.megabytes} MB, {alone.seconds:.1f} s")
        first = translate(large, interrupt_after=options.articles // 2)
        there = drafted(large)
        print(
            f"interrupted: exit code {first.code}, {there} of {options.articles} articles drafted, "
            f"{first.megabytes} MB, {first.seconds:.1f} s"
        )
        second = translate(large)
        print(
            f"the same command again: exit code {second.code}, {drafted(large)} drafted, "
            f"{second.megabytes} MB, {second.seconds:.1f} s"
        )
        more = max(first.megabytes, second.megabytes) - alone.megabytes
        print(f"{more} MB more than for one sentence")


def make(root: Path, articles: int, sentences: int) -> None:
    """Make a workspace of articles whose sentences are all different."""
    root.mkdir()
    (root / "workflow.toml").write_text('[contributors.ana]\nname = "Ana Prueba"\n')
    lines = iter(news(articles * sentences))
    for number in range(articles):
        folder = root / "translations" / f"news-{number:04}"
        folder.mkdir(parents=True)
        body = "\n\n".join(next(lines) for _ in range(sentences))
        head = f"---\ntitle: Report {number}\nlanguage: en\n---\n\n"
        (folder / "source.md").write_text(f"{head}{body}\n", encoding="utf-8")


def drafted(root: Path) -> int:
    """Return of how many articles all units have a draft."""
    articles = list(Workspace.find(root).articles())
    return sum(
        "es" in article.targets and all(article.target("es").texts.values()) for article in articles
    )


def translate(root: Path, interrupt_after: int = 0) -> Ran:
    """Run the command over all articles; with a number, Ctrl-C when so many are drafted."""
    start = time.perf_counter()
    command = [sys.executable, "-c", _TRANSLATE, "translate", "--all", "--to", "es", "--by", "ana"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    environment |= {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        for told, _ in enumerate(process.stdout, start=1):
            if told == interrupt_after:
                time.sleep(0.5)  # into the middle of the next portion
                process.send_signal(signal.SIGINT)
        errors = process.stderr.read()
    peak = next(int(line.split()[1]) for line in errors.splitlines() if line.startswith("peak"))
    return Ran(process.returncode, time.perf_counter() - start, peak)


if __name__ == "__main__":
    main()
