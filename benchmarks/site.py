"""How long a whole site takes to build, beside Pelican and Hugo on the same texts in the same run.

    python benchmarks/site.py [ARTICLES] [--pelican PYTHON] [--hugo HUGO]

Every article has about 400 words and stands in English and Spanish; our workspace has the English
text as the source, the Spanish one as its published translation, and `publish_source = true`. All
make one page for each text, lists by topic and author, and a feed by language; Pelican's lists are
of the English texts alone. `PYTHON` is the interpreter of an environment in which
`pip install 'pelican[markdown]' pelican-sitemap` was run.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from installed import compile_package
from sites.hugo import write_hugo
from sites.ours import correct, put_another, write_ours
from sites.pelican import SET_UPS, set_up, write_pelican
from sites.running import Run, pages, run
from sites.texts import LANGUAGES, slug_of


def row(name: str, measured: Run | str) -> None:
    """Print one line of the table at once, since some take minutes."""
    print(f"{name:44} {measured}", flush=True)


def measure_ours(root: Path) -> None:
    """Build a workspace as a whole, then after one change and after another."""
    publish = [sys.executable, "-m", "workflow", "publish", "--by", "ben"]
    for left in (".workflow", "public"):
        shutil.rmtree(root / left, ignore_errors=True)
    row("workflow, everything", run([*publish, "--all"], root))
    row("  pages", f"{pages(root / 'public'):7}")
    row("workflow, nothing changed", run([*publish, "--all"], root))
    changes: Sequence[tuple[str, Callable[[Path, int], None]]] = (
        ("one article corrected", correct),
        ("another article in its place", put_another),
    )
    for number, (name, change) in enumerate(changes):
        change(root, 3 + number)
        row(f"workflow, {name}", run([*publish, slug_of(3 + number)], root))
        change(root, 5 + number)
        row(f"workflow, {name}, --all", run([*publish, "--all"], root))


def measure_hugo(root: Path, hugo: str) -> None:
    """Build a whole site with Hugo."""
    row("Hugo, everything", run([hugo], root))
    row("  pages", f"{pages(root / 'public'):7}")


def measure_pelican(root: Path, python: str) -> None:
    """Build a whole site with Pelican, once for each of its set-ups."""
    for chosen in SET_UPS:
        set_up(root, chosen)
        row(f"Pelican, {chosen.name}", run([python, "-m", "pelican", "-q"], root))
        row("  pages", f"{pages(root / 'output'):7}")


def main() -> None:
    """Write the texts three times, build each site, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("--pelican", metavar="PYTHON")
    parser.add_argument("--hugo", metavar="HUGO")
    asked = parser.parse_args()
    compile_package()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"load {os.getloadavg()[0]:.1f}; {asked.articles} articles in {len(LANGUAGES)} languages")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        if asked.hugo:
            write_hugo(root / "hugo", asked.articles)
            measure_hugo(root / "hugo", asked.hugo)
        write_ours(root / "ours", asked.articles)
        measure_ours(root / "ours")
        if asked.pelican:
            write_pelican(root / "pelican", asked.articles)
            measure_pelican(root / "pelican", asked.pelican)
    print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
