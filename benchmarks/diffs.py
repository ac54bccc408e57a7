"""How well a word diff marks 50 revisions, beside the word diffs that people have at hand.

Run: python benchmarks/diffs.py

The revisions stand in `tests/review/revisions`, marked as an editor would mark them. A tool does
well that makes few hunks, and the same ones as the editor. `pip install diff-match-patch` and git
add two peers to the table.
"""

import difflib
import platform
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from workflow.review.diff_text import HunkKind, diff

REVISIONS = Path(__file__).parent.parent / "tests" / "review" / "revisions"
MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
Change = tuple[str, str]
Tool = Callable[[str, str], Sequence[Change]]


def revisions() -> Iterator[tuple[str, str, list[Change]]]:
    """Yield the old text, the new text and the changes as an editor marks them."""
    for path in sorted(REVISIONS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                marks = [(match[1], match[2]) for match in MARK.finditer(line)]
                yield MARK.sub(r"\1", line), MARK.sub(r"\2", line), marks


def ours(old: str, new: str) -> list[Change]:
    return [(h.old, h.new) for h in diff(old, new) if h.kind is not HunkKind.EQUAL]


def words_of_difflib(old: str, new: str) -> list[Change]:
    a, b = re.findall(r"\w+|\s+|\W", old), re.findall(r"\w+|\s+|\W", new)
    codes = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [("".join(a[i:k]), "".join(b[j:m])) for tag, i, k, j, m in codes if tag != "equal"]


def words_of_git(old: str, new: str) -> list[Change]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("a", old), ("b", new)):
            (Path(folder) / name).write_text(text + "\n", encoding="utf-8")
        command = ["git", "diff", "--no-index", "--word-diff=porcelain", "-U9999", "a", "b"]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    lines = done.stdout.partition("@@\n")[2].splitlines()
    return joined((line[0], line[1:]) for line in lines if line[0] in "+- ")


def diff_match_patch() -> Tool:
    from diff_match_patch import diff_match_patch as engine

    def compare(old: str, new: str) -> list[Change]:
        made = engine()
        found = made.diff_main(old, new)
        made.diff_cleanupSemantic(found)
        return joined(("- +"[side + 1], text) for side, text in found)

    return compare


def joined(steps: Iterator[tuple[str, str]]) -> list[Change]:
    """Return a deletion and an insertion at one place as one change."""
    changes, gone, come = [], "", ""
    for sign, text in [*steps, (" ", "")]:
        if sign == "-":
            gone += text
        elif sign == "+":
            come += text
        elif gone or come:
            changes.append((gone, come))
            gone = come = ""
    return changes


def tools() -> dict[str, Tool]:
    """Return what can be compared on this machine, by name and version."""
    found: dict[str, Tool] = {
        "workflow": ours,
        f"difflib {platform.python_version()}, words": words_of_difflib,
    }
    if shutil.which("git"):
        version = subprocess.run(["git", "--version"], capture_output=True, encoding="utf-8").stdout
        found[f"git {version.split()[2]}, --word-diff"] = words_of_git
    try:
        from importlib.metadata import version as version_of

        found[f"diff-match-patch {version_of('diff-match-patch')}, semantic"] = diff_match_patch()
    except ImportError:
        pass
    return found


def bare(changes: Sequence[Change]) -> Counter[Change]:
    return Counter((old.strip(), new.strip()) for old, new in changes)


def main() -> None:
    cases = list(revisions())
    marks = sum(len(gold) for *_, gold in cases)
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(f"{len(cases)} revisions, {marks} changes as an editor marks them; {machine}\n")
    print(
        f"{'tool':36} {'hunks':>6} {'as the editor':>14} "
        f"{'precision':>10} {'recall':>7} {'F1':>5} {'ms':>7}"
    )
    for name, tool in tools().items():
        start = time.perf_counter()
        made = [tool(old, new) for old, new, _ in cases]
        took = (time.perf_counter() - start) * 1000
        hunks = sum(map(len, made))
        same = sum(
            (bare(m) & bare(gold)).total() for m, (*_, gold) in zip(made, cases, strict=True)
        )
        shares = f"{same / hunks:10.0%} {same / marks:7.0%} {2 * same / (hunks + marks):5.0%}"
        print(f"{name:36} {hunks:6} {same:14} {shares} {took:7.0f}")


if __name__ == "__main__":
    main()
