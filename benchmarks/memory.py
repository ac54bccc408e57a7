"""How fast the translation memory is: a million units in, then exact and fuzzy matches out.

    python benchmarks/memory.py [--units N] [--text FILE] [--peer PYTHON]

FILE has a sentence on each line; halves of its sentences, put together at random, make the units,
so that many are alike. Without it, sentences are made of 60,000 invented words, as frequent as
words are by Zipf's law. PYTHON is an interpreter with translate-toolkit, whose fuzzy matching is
then measured on the first units of the same memory, beside ours on those same units.
"""

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from workflow.exchange.tmx import Pair, write_tmx
from workflow.memory import Memory, import_tmx, open_memory
from workflow.workspace.setup import make_workspace
from workflow.workspace.workspace import Workspace

QUERIES = 300
PEER_UNITS = 50_000
PEER_QUERIES = 30
LEAST = 70

PEER = """
import json, sys, time
from translate.__version__ import sver
from translate.search import match
from translate.storage import base, factory
base.TranslationUnit.__lt__ = lambda one, other: False  # else two equal scores are an error there
path, least, queries = json.load(sys.stdin)
begun = time.perf_counter()
matcher = match.matcher(factory.getobject(path), max_candidates=5, min_similarity=least,
                        max_length=1000)
loaded = time.perf_counter() - begun
times, found = [], 0
for query in queries:
    begun, worked = time.perf_counter(), time.process_time()
    found += bool(matcher.matches(query))
    times.append((time.perf_counter() - begun, time.process_time() - worked))
json.dump([sver, loaded, times, found], sys.stdout)
"""


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--units", type=int, default=1_000_000)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--peer", metavar="PYTHON")
    options = parser.parse_args()
    dice = random.Random(1)
    sentence = _halves(options.text, dice) if options.text else _invented(dice)
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        texts = [sentence() for _ in range(options.units)]
        _measure(Path(folder), texts, dice, sentence)
        if options.peer:
            _compare(Path(folder), texts[:PEER_UNITS], dice, options.peer)


def _measure(folder: Path, texts: list[str], dice: random.Random, new: Callable[[], str]) -> None:
    workspace = _imported(folder, texts)
    with open_memory(workspace) as memory:
        some = dice.sample(texts, min(QUERIES, len(texts)))
        _told("exact", [_timed(lambda t=t: memory.same(t, "en", "es")) for t in some])
        changed = [_changed(text, dice) for text in some]
        _told("fuzzy, a known text with changes", _fuzzy(memory, changed))
        _told("fuzzy, a new text", _fuzzy(memory, [new() for _ in range(QUERIES)]))


def _compare(folder: Path, texts: list[str], dice: random.Random, python: str) -> None:
    """Measure the peer, and this memory beside it, on the same units with the same queries."""
    queries = [_changed(text, dice) for text in dice.sample(texts, PEER_QUERIES)]
    workspace = _imported(folder, texts)
    with open_memory(workspace) as memory:
        times = _fuzzy(memory, queries)
        found = sum(bool(memory.alike(query, "en", "es")) for query in queries)
    _told(f"ours, {found} of {len(queries)} found", times)
    asked = json.dumps([str(folder / f"{len(texts)}.tmx"), LEAST, queries])
    ran = subprocess.run(
        [python, "-c", PEER], input=asked, capture_output=True, text=True, check=True
    )
    version, loaded, times, found = json.loads(ran.stdout)
    _told(f"translate-toolkit {version}, {found} of {len(queries)} found", times)
    print(f"  (it reads the file for {loaded:.0f} s before the first match, each time)")


def _imported(folder: Path, texts: list[str]) -> Workspace:
    file = folder / f"{len(texts)}.tmx"
    pairs = (Pair("en", "es", text, f"es {text}", at="2026-01-01T00:00:00Z") for text in texts)
    with file.open("w", encoding="utf-8") as target:
        target.writelines(write_tmx(pairs, "benchmark", "1"))
    workspace = make_workspace(
        Path(tempfile.mkdtemp(dir=folder)) / "w", name="Bench", targets=("es",)
    )
    begun, worked = time.perf_counter(), time.process_time()
    count, _ = import_tmx(workspace, file)
    rate = count / (time.perf_counter() - begun)
    bare = count / (time.process_time() - worked)
    size = (workspace.cache / "memory.sqlite").stat().st_size / 2**20
    print(
        f"import of {count:,} units: {rate:,.0f} units a second ({bare:,.0f} a second of processor "
        f"time), {size:,.0f} MB"
    )
    return workspace


def _fuzzy(memory: Memory, queries: list[str]) -> list[tuple[float, float]]:
    return [_timed(lambda q=q: memory.alike(q, "en", "es", least=LEAST / 100)) for q in queries]


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds that something took, by the clock and of processor time."""
    begun, worked = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - worked


def _told(name: str, times: Sequence[tuple[float, float]]) -> None:
    clock, processor = (
        f"median {statistics.median(each) * 1e3:.2f} ms, "
        f"95 % {statistics.quantiles(each, n=20)[-1] * 1e3:.2f} ms"
        for each in zip(*times, strict=True)
    )
    print(f"{name}: {clock} (of processor time: {processor})")


def _halves(file: Path, dice: random.Random) -> Callable[[], str]:
    lines = [line.split() for line in file.read_text(encoding="utf-8").splitlines()]

    def sentence() -> str:
        first, second = dice.choice(lines), dice.choice(lines)
        return " ".join(first[: (len(first) + 1) // 2] + second[len(second) // 2 :])

    return sentence


def _invented(dice: random.Random) -> Callable[[], str]:
    words = list(_words())
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))

    def sentence() -> str:
        length = max(3, int(dice.lognormvariate(2.9, 0.5)))
        return " ".join(dice.choices(words, cum_weights=weights, k=length)) + "."

    return sentence


def _words() -> Iterator[str]:
    syllables = [f"{first}{second}" for first in "bdfgklmnprst" for second in "aeiou"]
    for number in range(60_000):
        first, rest = divmod(number, 3600)
        yield syllables[first] + syllables[rest // 60] + syllables[rest % 60]


def _changed(text: str, dice: random.Random) -> str:
    words = text.split()
    for _ in range(max(1, len(words) // 6)):
        words[dice.randrange(len(words))] = dice.choice(["court", "seven", "tomorrow"])
    return " ".join(words)


if __name__ == "__main__":
    sys.exit(main())
