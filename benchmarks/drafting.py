"""How fast drafting is, beside Argos Translate's own `translate()` and bare CTranslate2.

    python benchmarks/drafting.py [FILE] [--sentences N] [--libretranslate URL]

The starter package, the same paragraphs of four sentences for all, and nothing else on the machine
while it runs. FILE has a sentence on each line; or, as `.jsonl.gz`, an object {"en": …, "es": …}:
then chrF against these translations is told too (with `sacrebleu`). Without one the text is news of
invented people made from templates.

`translate()` decodes in a way that cannot be set, so our engine is measured decoding in the same
way first, and as it does for drafts afterwards. Left alone, CTranslate2 takes as many threads as it
sees cores, four at most; in a container that sees more cores than it gets, they wait for each
other: so `translate()` is measured with four threads too. URL is a LibreTranslate server on this
machine that serves the same package. Times of the engines do not hold loading the model, which a
first sentence did; the time for a whole article holds everything.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

import translators
from news import paragraphs, read_text
from translators import ARGOS, OURS, ROUNDS, Rate

from workflow.glossary import load_glossary
from workflow.glossary.shipped import shipped_glossary

ARTICLE_WORDS = 1500

Competitors = Mapping[str, Callable[[], Rate]]


def main() -> None:
    """Measure and print two tables, and the time for an article."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("text", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--sentences", type=int, help="so many from the beginning")
    parser.add_argument("--libretranslate", metavar="URL")
    options = parser.parse_args()
    sentences, references = read_text(options.text, options.sentences)
    print(
        f"{platform.platform()}, {_processor()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, ctranslate2 {version('ctranslate2')}, argos-translate-lt "
        f"{version('argos-translate-lt')}"
    )
    print(
        f"{len(sentences)} sentences, {sum(len(s.split()) for s in sentences)} words; "
        f"the best of {ROUNDS} rounds; load {os.getloadavg()[0]:.1f}"
    )
    print("\ndecoding as translate() does, and how many times as fast the engine is:")
    _compare(_as_argos_decodes(sentences, options.libretranslate), references)
    print("\ndecoding as for drafts, and how many times as fast the engine is:")
    _compare(_as_we_decode(sentences), references)
    seconds = _article_seconds(sentences)
    print(f"\nan article of {ARTICLE_WORDS} words, with start-up: {seconds:.1f} s")


def _as_argos_decodes(sentences: list[str], server: str | None) -> Competitors:
    def theirs(**settings: str) -> Callable[[], Rate]:
        return lambda: translators.argos_in_a_process(sentences, settings)

    competitors = {
        "engine argos": lambda: translators.engine(sentences, ARGOS),
        "bare translate_batch": lambda: translators.bare(sentences, ARGOS),
        "translate(), as installed": theirs(),
        "translate(), four threads": theirs(ARGOS_INTRA_THREADS="4"),
        "translate(), one thread": theirs(ARGOS_INTRA_THREADS="1"),
    }
    if server:
        competitors["LibreTranslate"] = lambda: translators.libretranslate(sentences, server)
    return competitors


def _as_we_decode(sentences: list[str]) -> Competitors:
    glossary = load_glossary(shipped_glossary())
    return {
        "engine argos": lambda: translators.engine(sentences, OURS),
        "bare translate_batch": lambda: translators.bare(sentences, OURS),
        "drafts": lambda: translators.drafts(sentences),
        "drafts, with the shipped glossary": lambda: translators.drafts(sentences, glossary),
    }


def _compare(competitors: Competitors, references: list[str]) -> None:
    """Measure all competitors and print a line for each, beside the first one."""
    first: Rate | None = None
    for name, measure in competitors.items():
        rate = measure()
        first = first or rate
        times = first.per_second / rate.per_second
        line = f"{name:36}{rate.per_second:8.1f} sentences/s ({times:.2f})"
        if rate.processor and first.processor:
            cost = rate.processor / first.processor
            line += f"{1000 * rate.processor:8.1f} ms of a core ({cost:.2f})"
        if references:
            line += f"  chrF {_chrf(rate.texts, references):.2f}"
        print(line, flush=True)


def _chrf(texts: list[str], references: list[str]) -> float:
    from sacrebleu.metrics import CHRF

    return float(CHRF().corpus_score(texts, [paragraphs(references)]).score)


def _article_seconds(sentences: list[str]) -> float:
    """Return the time of `workflow translate` on an article in a workspace, in a new process."""
    words: list[str] = []
    texts = []
    for paragraph in paragraphs(sentences):
        if len(words) < ARTICLE_WORDS:
            words += paragraph.split()
            texts.append(paragraph)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "workflow.toml").write_text('[contributors.ana]\nname = "Ana Prueba"\n')
        article = root / "translations" / "news"
        article.mkdir(parents=True)
        text = "---\ntitle: What happened in Ravnoye\nlanguage: en\n---\n\n" + "\n\n".join(texts)
        (article / "source.md").write_text(text + "\n", encoding="utf-8")
        command = "from workflow.cli.app import main; main()"
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", command, "translate", "news", "--to", "es", "--by", "ana"],
            cwd=root,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[1])},
            capture_output=True,
            check=True,
        )
        return time.perf_counter() - start


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown processor")


if __name__ == "__main__":
    main()
