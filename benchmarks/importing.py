"""What an import keeps of the article and drops of the site, over the measured set of the tests.

Run: python benchmarks/importing.py [--missed]
"""

import platform
import re
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
tests = sys.modules["tests"] = ModuleType("tests")  # some libraries install one of this name
tests.__path__ = [str(ROOT / "tests")]

from tests.document.importing.sites import Case, cases  # noqa: E402 - found by the lines above
from workflow.document import inline  # noqa: E402
from workflow.document.importing import import_source  # noqa: E402
from workflow.document.units import source_units  # noqa: E402


def letters(text: str) -> str:
    """Return what is compared of a text: its letters and digits."""
    return re.sub(r"\W+", "", text).casefold()


def judged(case: Case) -> tuple[list[str], list[str]]:
    """Return the sentences that were lost and the lines of clutter that were kept."""
    source = import_source(case.data, case.name).source
    shown = [letters(inline.plain(unit.text)) for unit in source_units(source)]
    whole = "|".join(shown)
    lost = [sentence for sentence in case.sentences if letters(sentence) not in whole]
    return lost, [line for line in case.clutter if is_kept(letters(line), shown)]


def is_kept(line: str, shown: list[str]) -> bool:
    """Say whether a line of clutter came in, a short one as a unit by itself."""
    return line in shown if len(line) < 20 else any(line in unit for unit in shown)


def main() -> None:
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    begun = time.perf_counter()
    for case in cases():
        lost, kept = judged(case)
        site = case.name.split("-")[0]
        for name in (site, "all"):
            found = (1, len(case.sentences), len(lost), len(case.clutter), len(kept))
            totals[name] = [a + b for a, b in zip(totals[name], found, strict=True)]
        if "--missed" in sys.argv:
            for sentence in lost:
                print(f"lost  {case.name}: {sentence}")
            for line in kept:
                print(f"kept  {case.name}: {line}")
    taken = time.perf_counter() - begun
    print(f"{platform.platform()}, Python {platform.python_version()}, {taken:.1f} s")
    print(f"{'site':20} {'pages':>5} {'sentences kept':>20} {'clutter removed':>20}")
    for name, (pages, sentences, lost_, lines, kept_) in totals.items():
        share, removed = 1 - lost_ / sentences, 1 - kept_ / lines
        print(
            f"{name:20} {pages:5} {sentences - lost_:6} of {sentences:4} {share:7.1%}"
            f" {lines - kept_:6} of {lines:4} {removed:7.1%}"
        )


if __name__ == "__main__":
    main()
