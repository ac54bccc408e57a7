"""How long documents take, beside pandoc on the same article in the same run.

    python benchmarks/documents.py [WORDS]

Our times are without the start of Python and the import of libraries, which is given apart: one
command writes any number of documents. pandoc starts for each; its time is given whole, and with
the time of `pandoc --version` taken off.
"""

import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.publish.article import PublishedArticle
    from workflow.publish.output import Output

ROUNDS = 7
FORMATS = ("docx", "epub", "web", "fragment", "text", "json", "hugo")
WORDS = (
    *("river", "school", "boat", "village", "office", "letter", "winter", "bridge", "teacher"),
    *("morning", "answer", "promise", "road", "child", "district", "autumn", "question"),
    *("meeting", "signature", "court", "witness", "lawyer", "hearing", "record", "appeal"),
)


def article(words: int) -> str:
    """A text of about that many words, with headings, lists, quotes, tables and footnotes."""
    chance = random.Random(20)

    def sentence() -> str:
        chosen = [chance.choice(WORDS) for _ in range(chance.randint(8, 20))]
        chosen[3] = f"*{chosen[3]}*"
        return " ".join(chosen).capitalize() + "."

    parts, count, notes = [], 0, 0
    while count < words:
        parts.append(f"## {sentence()}")
        for _ in range(4):
            parts.append(" ".join(sentence() for _ in range(5)))
        notes += 1
        parts[-1] += f"[^{notes}]"
        parts.append("\n".join(f"{n}. {sentence()}" for n in range(1, 4)))
        parts.append(f"> {sentence()} [{sentence()}](https://notebook.example/{notes})")
        parts.append("| Year | Letters |\n|---|--:|\n| 2022 | 7 |\n| 2023 | 12 |")
        count = len(" ".join(parts).split())
    parts.extend(f"[^{n}]: {sentence()}" for n in range(1, notes + 1))
    return "\n\n".join(parts) + "\n"


def median_of(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def written(made: "Output", page: "PublishedArticle", folder: Path) -> object:
    return list(made.files(page, folder))


def ours(text: str, folder: Path) -> None:
    start = time.perf_counter()
    from workflow.document.edition import source_edition
    from workflow.document.frontmatter import parse_source
    from workflow.publish.article import Site
    from workflow.publish.composing import Occasion, compose
    from workflow.publish.output import output
    from workflow.review.credits import Credits

    source = parse_source(f"---\ntitle: The crossing\nlanguage: en\n---\n{text}", "source.md")
    credit = Credits(
        translators=("Ana Prueba",), editors=(), reviewers=(), source_translators=(), machine=None
    )
    occasion = Occasion(site=Site(name="The Riverbank Bulletin"))
    outputs = {name: output(name, None) for name in FORMATS}
    page = compose("crossing", source_edition(source), credit, occasion)
    for made in outputs.values():
        list(made.files(page, folder))
    print(f"  first time, with the imports       {time.perf_counter() - start:7.3f} s")

    def composing() -> object:
        return compose("crossing", source_edition(source), credit, occasion)

    print(f"  the text into the article's model  {median_of(composing):7.3f} s")
    for name, made in outputs.items():
        taken = median_of(partial(written, made, page, folder))
        print(f"  {name:34} {taken:7.3f} s")


def pandocs(text: str, folder: Path) -> None:
    if shutil.which("pandoc") is None:
        print("pandoc is not installed: apt-get install pandoc")
        return
    source = folder / "article.md"
    source.write_text(f"---\ntitle: The crossing\nlang: en\n---\n\n{text}", encoding="utf-8")

    def run(*words: str) -> float:
        return median_of(
            lambda: subprocess.run(["pandoc", *words], check=True, capture_output=True)
        )

    version = subprocess.run(["pandoc", "--version"], capture_output=True, text=True, check=True)
    print(version.stdout.splitlines()[0])
    start = run("--version")
    print(f"  start                              {start:7.3f} s")
    for name in ("docx", "epub", "html"):
        taken = run(str(source), "-o", str(folder / f"out.{name}"))
        print(f"  {name:34} {taken:7.3f} s, less the start {max(taken - start, 0):.3f} s")


def main() -> None:
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    text = article(words)
    print(f"{len(text.split())} words; median of {ROUNDS}; {platform.platform()}")
    print(f"Python {platform.python_version()}, {platform.processor() or platform.machine()}")
    with tempfile.TemporaryDirectory() as name:
        print("workflow")
        ours(text, Path(name))
        pandocs(text, Path(name))


if __name__ == "__main__":
    main()
