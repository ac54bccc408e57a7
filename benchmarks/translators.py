"""The translators that `drafting.py` compares."""

import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from importlib.resources import files
from typing import NamedTuple

from news import paragraphs

from workflow.document.inline import escape, plain
from workflow.document.units import Unit, UnitKind
from workflow.draft import draft_units
from workflow.engines import Manner
from workflow.engines.argos import ArgosEngine, Decoding
from workflow.engines.argos.starter import starter_package
from workflow.engines.libretranslate import LibreTranslateEngine
from workflow.glossary import Glossary
from workflow.language.sentences import split_sentences
from workflow.workspace.settings import ServerSettings

OURS = Decoding()
ARGOS = Decoding(length_penalty=0.2, unrepeated=0)
"""How `argostranslate.translate` decodes, which cannot be set."""
ROUNDS = 3


class Rate(NamedTuple):
    """Sentences a second, the seconds of a core that one costs, and the paragraphs that came out.

    The second hardly changes when other programs want the machine too; a server's is not known.
    """

    per_second: float
    processor: float | None
    texts: list[str]


def argos_in_a_process(sentences: list[str], settings: dict[str, str]) -> Rate:
    """Measure `translate()` with variables in its environment: it reads its settings there.

    Its packages folder is a temporary one, and its splitter of sentences the one in the package.
    """
    starter = files("workflow.engines.starter") / "translate-en_es-0_2.argosmodel"
    with tempfile.TemporaryDirectory() as folder:
        with starter.open("rb") as raw, zipfile.ZipFile(raw) as package:
            package.extractall(folder)
        done = subprocess.run(
            [sys.executable, __file__],
            input=json.dumps(sentences),
            env=os.environ | {"ARGOS_PACKAGES_DIR": folder} | settings,
            capture_output=True,
            text=True,
            check=True,
        )
    return Rate(*json.loads(done.stdout))


def argos(sentences: list[str]) -> Rate:
    """Measure `translate()` in this process."""
    from argostranslate.translate import get_translation_from_codes

    # What is behind translate(), without the cache that would answer every round but the first.
    translation = get_translation_from_codes("en", "es").underlying
    translation.translate(sentences[0])
    texts = paragraphs(sentences)
    return _rate(lambda: [translation.translate(text) for text in texts], sentences)


def bare(sentences: list[str], decoding: Decoding) -> Rate:
    """Measure CTranslate2 over the sentences, sorted, with as many threads as there are cores."""
    import ctranslate2
    import sentencepiece

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
                **decoding.options(Manner()),
            )
            made = dict(zip(by_length, results, strict=True))
            return paragraphs([tokenizer.decode(made[n].hypotheses[0]) for n in range(len(made))])

        translate()
        return _rate(translate, sentences)

    return max(rate(size) for size in (512, 2048))


def engine(sentences: list[str], decoding: Decoding) -> Rate:
    """Measure our engine over the paragraphs, cutting them into sentences included."""
    translator = ArgosEngine(decoding).open("en", "es")
    translator.translate(sentences[:1])
    texts = paragraphs(sentences)

    def translate() -> list[str]:
        cut = [[part.strip() for part in split_sentences(text, "en")] for text in texts]
        proposals = iter(translator.translate([part for parts in cut for part in parts]))
        return [" ".join(next(proposals).text for _ in parts) for parts in cut]

    return _rate(translate, sentences)


def drafts(sentences: list[str], glossary: Glossary | None = None) -> Rate:
    """Measure drafts of the paragraphs: with alternatives, second tries, and perhaps terms."""
    argos_engine = ArgosEngine()
    units = [
        Unit(f"p-{number}", UnitKind.PARAGRAPH, escape(text))
        for number, text in enumerate(paragraphs(sentences))
    ]
    draft_units(units[:3], "en", "es", argos_engine, glossary=glossary)

    def translate() -> list[str]:
        made = draft_units(units, "en", "es", argos_engine, glossary=glossary).drafts
        return [plain(made[unit.id].text) for unit in units]

    return _rate(translate, sentences)


def libretranslate(sentences: list[str], url: str) -> Rate:
    """Measure a server through our engine, once: it may know the answers the next time."""
    there = LibreTranslateEngine()
    there.connect(ServerSettings(url=url), Glossary())
    translator = there.open("en", "es")
    assert translator is not None
    translator.translate(["Begin."])
    texts = paragraphs(sentences)
    made = _rate(lambda: [each.text for each in translator.translate(texts)], sentences, 1)
    return made._replace(processor=None)


def _rate(translate: Callable[[], list[str]], sentences: list[str], rounds: int = ROUNDS) -> Rate:
    """Return the best of several rounds."""
    seconds, processor = [], []
    texts: list[str] = []
    for _ in range(rounds):
        start, used = time.perf_counter(), time.process_time()
        texts = translate()
        seconds.append(time.perf_counter() - start)
        processor.append(time.process_time() - used)
    return Rate(len(sentences) / min(seconds), min(processor) / len(sentences), texts)


if __name__ == "__main__":
    print(json.dumps(argos(json.load(sys.stdin))))
