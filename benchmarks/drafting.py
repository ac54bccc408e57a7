"""How fast drafting is, beside Argos Translate's own `translate()` and bare CTranslate2.

    python benchmarks/drafting.py [FILE] [--sentences N] [--libretranslate URL]

The starter package, the same paragraphs of four sentences for all, and nothing else on the machine
while it runs. FILE has a sentence on each line; or, as `.jsonl.gz`, an object {"en": …, "es": …}:
then chrF against these translations is told too (with `sacrebleu`). Without one the text is news of
invented people made from templates. `translate()` runs in processes of its own, since it reads its
settings from the environment; its packages folder is a temporary one. Left alone, CTranslate2 takes
as many threads as it sees cores, four at most; in a container that sees more cores than it gets,
they wait for each other: so it is measured with four threads too. URL is a LibreTranslate server on
this machine that serves the same package. Times of the engines do not hold loading the model, which
a first sentence did; the time for a whole article holds everything.
"""

import argparse
import gzip
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from workflow.glossary import Glossary, load_glossary
from workflow.glossary.shipped import shipped_glossary

SENTENCES = 150
ARTICLE_WORDS = 1500
ROUNDS = 3

_PEOPLE = "Mara Quill|Pavel Orlin|Ines Tarrow|Judge Corvin Hale|Dr. Lena Voss|the lawyer Omar Reyes"
_PLACES = "Ravnoye|the port of Selm|the capital|Northmarsh|the old prison|the regional court"
_BODIES = (
    "the court|the ministry|the police|the union of teachers|the committee|the local newspaper"
)
_DAYS = "on Monday|last week|in March 2021|two days later|after the election|before the trial"
_TEMPLATES = (
    "{body} released {person} {day}, but the charges were not dropped.",
    "{person} told reporters in {place} that nobody had answered the letter.",
    "According to {person}, {number} people were detained in {place} {day}.",
    "The report, which {body} published {day}, describes how {number} families lost their homes.",
    "“We will go on,” {person} said, “until {body} listens to us.”",
    "{day}, {body} refused to explain why {person} could not leave {place}.",
    "More than {number} residents of {place} signed a petition against the new law.",
    "{body} called the accusations false and asked {person} to apologise.",
    "The hearing in {place} lasted {number} minutes and was closed to the public.",
    "Since then {person} has lived in {place} with two children and has looked for work.",
    "{number} of the witnesses said {day} that they had been afraid of {body}.",
    "What happens next depends on {body}, {person} explained.",
)


class Rate(NamedTuple):
    """Sentences a second, the seconds of a core that one costs, and the paragraphs that came out.

    The second hardly changes when other programs want the machine too.
    """

    per_second: float
    processor: float
    texts: list[str]


class Text(NamedTuple):
    """Sentences, and what people made of them, where that is known."""

    sentences: list[str]
    references: list[str]


def main() -> None:
    """Measure and print a table; with --worker, measure one `translate()` and print JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("text", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--sentences", type=int, help="so many from the beginning")
    parser.add_argument("--libretranslate", metavar="URL")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        print(json.dumps(_argos_rate(json.load(sys.stdin))))
        return
    text = _read(options.text, options.sentences)
    sentences = text.sentences
    print(
        f"{platform.platform()}, {_processor()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, ctranslate2 {version('ctranslate2')}, argos-translate-lt "
        f"{version('argos-translate-lt')}"
    )
    print(
        f"{len(sentences)} sentences, {sum(len(s.split()) for s in sentences)} words; "
        f"the best of {ROUNDS} rounds; load {os.getloadavg()[0]:.1f}\n"
    )
    rates = dict(_rates(sentences, options.libretranslate, text.references))
    engine = rates["engine argos"]
    print("\nthe engine beside the others, by the clock and by processor time:")
    for name, rate in rates.items():
        if rate is not engine:
            clock, cost = engine.per_second / rate.per_second, rate.processor / engine.processor
            print(f"{name:36}{clock:8.2f}{cost:8.2f}" if cost else f"{name:36}{clock:8.2f}")
    print(
        f"\nan article of {ARTICLE_WORDS} words, with start-up: {_article_seconds(sentences):.1f} s"
    )


def _rates(
    sentences: list[str], server: str | None, references: list[str]
) -> Iterator[tuple[str, Rate]]:
    """Yield and print the rates of all competitors."""
    competitors: dict[str, Callable[[], Rate]] = {
        "translate(), as installed": lambda: _argos_in_a_process(sentences, {}),
        "translate(), four threads": lambda: _argos_in_a_process(
            sentences, {"ARGOS_INTRA_THREADS": "4"}
        ),
        "translate(), one thread": lambda: _argos_in_a_process(
            sentences, {"ARGOS_INTRA_THREADS": "1"}
        ),
        "bare translate_batch": lambda: _bare_rate(sentences),
        "engine argos": lambda: _engine_rate(sentences),
        "drafts": lambda: _drafting_rate(sentences),
        "drafts, with the shipped glossary": lambda: _drafting_rate(sentences, _shipped()),
    }
    if server:
        competitors["LibreTranslate"] = lambda: _server_rate(sentences, server)
    for name, measure in competitors.items():
        rate = measure()
        score = f"  chrF {_chrf(rate.texts, references):.2f}" if references else ""
        cost = f"{1000 * rate.processor:8.1f} ms of a core" if rate.processor else ""
        print(f"{name:36}{rate.per_second:8.1f} sentences/s{cost}{score}", flush=True)
        yield name, rate


def _read(path: Path | None, number: int | None) -> Text:
    if path is None:
        return Text(news(number or SENTENCES), [])
    if path.name.endswith(".jsonl.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            pairs = [json.loads(line) for line in lines][:number]
        return Text([pair["en"] for pair in pairs], [pair["es"] for pair in pairs])
    lines = filter(None, map(str.strip, path.read_text(encoding="utf-8").splitlines()))
    return Text(list(lines)[:number], [])


def _chrf(texts: list[str], references: list[str]) -> float:
    from sacrebleu.metrics import CHRF

    return float(CHRF().corpus_score(texts, [_paragraphs(references)]).score)


def news(count: int = SENTENCES) -> list[str]:
    """Return invented news sentences, the same ones every time."""
    chance = random.Random(2)
    made: dict[str, None] = {}
    while len(made) < count:
        sentence = chance.choice(_TEMPLATES).format(
            person=chance.choice(_PEOPLE.split("|")),
            place=chance.choice(_PLACES.split("|")),
            body=chance.choice(_BODIES.split("|")),
            day=chance.choice(_DAYS.split("|")),
            number=chance.randrange(3, 900),
        )
        made[sentence[0].upper() + sentence[1:]] = None
    return list(made)


def _paragraphs(sentences: list[str]) -> list[str]:
    return [" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4)]


def _rate(translate: Callable[[], list[str]], sentences: list[str], rounds: int = ROUNDS) -> Rate:
    """Return the best of several rounds."""
    seconds, processor = [], []
    texts: list[str] = []
    for _ in range(rounds):
        start, used = time.perf_counter(), time.process_time()
        texts = translate()
        seconds.append(time.perf_counter() - start)
        processor.append(time.process_time() - used)
    if len(texts) == len(sentences):
        texts = _paragraphs(texts)
    return Rate(len(sentences) / min(seconds), min(processor) / len(sentences), texts)


def _argos_in_a_process(sentences: list[str], settings: dict[str, str]) -> Rate:
    starter = files("workflow.engines.starter") / "translate-en_es-0_2.argosmodel"
    with tempfile.TemporaryDirectory() as folder:
        with starter.open("rb") as raw, zipfile.ZipFile(raw) as package:
            package.extractall(folder)
        done = subprocess.run(
            [sys.executable, __file__, "--worker"],
            input=json.dumps(sentences),
            env=os.environ | {"ARGOS_PACKAGES_DIR": folder} | settings,
            capture_output=True,
            text=True,
            check=True,
        )
    return Rate(*json.loads(done.stdout))


def _argos_rate(sentences: list[str]) -> Rate:
    from argostranslate.translate import get_translation_from_codes

    # What is behind translate(), without the cache that would answer every round but the first.
    translation = get_translation_from_codes("en", "es").underlying
    paragraphs = _paragraphs(sentences)
    translation.translate(sentences[0])
    return _rate(lambda: [translation.translate(text) for text in paragraphs], sentences)


def _bare_rate(sentences: list[str]) -> Rate:
    import ctranslate2
    import sentencepiece

    from workflow.engines.argos.starter import starter_package

    folder = starter_package().path
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    model = ctranslate2.Translator(
        str(folder / "model"), inter_threads=os.cpu_count() or 1, intra_threads=1
    )
    tokens = [tokenizer.encode(sentence, out_type=str) for sentence in sentences]
    by_length = sorted(range(len(tokens)), key=lambda number: len(tokens[number]))

    def rate(size: int) -> Rate:
        def translate() -> list[str]:
            results = model.translate_batch(
                [tokens[number] for number in by_length],
                max_batch_size=size,
                batch_type="tokens",
                beam_size=4,
                length_penalty=1,
                no_repeat_ngram_size=3,
            )
            made = dict(zip(by_length, results, strict=True))
            return [tokenizer.decode(made[n].hypotheses[0]) for n in range(len(made))]

        translate()
        return _rate(translate, sentences)

    return max(rate(size) for size in (512, 2048))


def _engine_rate(sentences: list[str]) -> Rate:
    from workflow.engines.argos import ArgosEngine

    translator = ArgosEngine().open("en", "es")
    translator.translate(sentences[:1])
    return _rate(lambda: [each.text for each in translator.translate(sentences)], sentences)


def _server_rate(sentences: list[str], url: str) -> Rate:
    """Return the rate of a server through our engine; its processor time is not known.

    There is only one round: a server may know the answers of the last.
    """
    from workflow.engines.libretranslate import LibreTranslateEngine
    from workflow.workspace.settings import ServerSettings

    engine = LibreTranslateEngine()
    engine.connect(ServerSettings(url=url), Glossary())
    translator = engine.open("en", "es")
    assert translator is not None
    translator.translate(["Begin."])
    rate = _rate(lambda: [each.text for each in translator.translate(sentences)], sentences, 1)
    return rate._replace(processor=0.0)


def _shipped() -> Glossary:
    return load_glossary(shipped_glossary())


def _drafting_rate(sentences: list[str], glossary: Glossary | None = None) -> Rate:
    from workflow.document.inline import escape, plain
    from workflow.document.units import Unit, UnitKind
    from workflow.draft import draft_units
    from workflow.engines.argos import ArgosEngine

    engine = ArgosEngine()
    units = [
        Unit(f"p-{number}", UnitKind.PARAGRAPH, escape(text))
        for number, text in enumerate(_paragraphs(sentences))
    ]
    draft_units(units[:3], "en", "es", engine, glossary=glossary)

    def translate() -> list[str]:
        drafts = draft_units(units, "en", "es", engine, glossary=glossary).drafts
        return [plain(drafts[unit.id].text) for unit in units]

    return _rate(translate, sentences)


def _article_seconds(sentences: list[str]) -> float:
    """Return the time of `workflow translate` on an article in a workspace, in a new process."""
    words: list[str] = []
    paragraphs = []
    for paragraph in _paragraphs(sentences):
        if len(words) < ARTICLE_WORDS:
            words += paragraph.split()
            paragraphs.append(paragraph)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "workflow.toml").write_text('[contributors.ana]\nname = "Ana Prueba"\n')
        article = root / "translations" / "news"
        article.mkdir(parents=True)
        text = "---\ntitle: What happened in Ravnoye\nlanguage: en\n---\n\n" + "\n\n".join(
            paragraphs
        )
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
