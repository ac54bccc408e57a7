"""How many of the glossary's terms drafts have, before and after they are enforced.

    python benchmarks/terms.py PAIRS.jsonl.gz [--engine argos] [--sentences 300]

PAIRS has an object {"en": …, "es": …} on each line: sentences and what people made of them. A
glossary is built from it: words of which every translation has the same counterpart. The sentences
with such words are drafted without the glossary and with it. Right is an occurrence in the source
for which the draft has the preferred term, in any of its forms; chrF is measured against the
people's translations. Needs `sacrebleu`.
"""

import argparse
import gzip
import json
import os
import platform
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from sacrebleu.metrics import CHRF

from workflow.document.inline import escape, plain
from workflow.document.units import Unit, UnitKind
from workflow.draft import draft_units
from workflow.engines import load_engine
from workflow.glossary import Case, Concept, Glossary, Term

FEWEST, MOST = 3, 120
"""In how many sentences a word must stand: seldom ones prove nothing, frequent ones have no one
translation."""
SURE = 0.75
"""How far word and counterpart must stand in the same sentences (Dice's coefficient)."""
COMMON = 150
"""A word in more sentences than this cannot begin or end a term."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True)
class Pair:
    """A sentence and a person's translation of it."""

    source: str
    target: str


def main() -> None:
    """Build the glossary, draft twice, and print both results."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--engine", default="argos")
    parser.add_argument("--sentences", type=int, default=300)
    options = parser.parse_args()
    pairs = read(options.pairs)
    glossary = built_glossary(pairs)
    spoken = [pair for pair in pairs if glossary.matcher("en").find(pair.source)]
    sample = random.Random(1).sample(spoken, min(options.sentences, len(spoken)))
    translator = load_engine(options.engine).open("en", "es")
    print(
        f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python "
        f"{platform.python_version()}, sacrebleu {version('sacrebleu')}\n"
        f"{options.engine}, {translator.package if translator else 'nothing'}\n"
        f"{len(glossary.concepts)} terms ({_alike(glossary)} spelt alike in both languages), "
        f"{len(sample)} of {len(spoken)} sentences with terms\n"
    )
    print(f"{'':18}{'terms':>8}{'right':>8}{'share':>8}{'chrF':>8}{'enforced':>10}{'seconds':>9}")
    for name, terms in (("without glossary", None), ("with glossary", glossary)):
        _report(name, sample, glossary, *_drafted(options.engine, sample, terms))


def read(path: Path) -> list[Pair]:
    """Return the pairs of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Pair(row["en"], row["es"]) for row in map(json.loads, lines)]


def built_glossary(pairs: Sequence[Pair]) -> Glossary:
    """Return the terms that every translation of the pairs agrees on."""
    concepts = [_concept(pairs, *words) for words in _candidates(pairs)]
    whole = Glossary(tuple(concepts))
    times: Counter[str] = Counter()
    broken: set[str] = set()
    for pair in pairs:
        wanted, found = (
            _occurrences(pair.source, "en", whole),
            _occurrences(pair.target, "es", whole),
        )
        times += wanted
        broken |= (wanted - found).keys()
    kept = (c for c in concepts if c.id not in broken and times[c.id] >= FEWEST)
    return Glossary(tuple(kept))


def _candidates(pairs: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """Yield words of the source with the words that stand in all translations of them."""
    of_source: dict[str, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        for phrase in sorted(_phrases(pair.source, 3)):
            of_source[phrase].append(number)
    of_target = [_phrases(pair.target, 4) for pair in pairs]
    times = Counter(phrase for phrases in of_target for phrase in phrases)
    for phrase, numbers in of_source.items():
        if not FEWEST <= len(numbers) <= MOST or _is_loose(
            phrase, lambda word: len(of_source.get(word, ()))
        ):
            continue
        shared = set.intersection(*(of_target[number] for number in numbers))
        likely = [
            (2 * len(numbers) / (len(numbers) + times[other]), len(other), other)
            for other in shared
            if not _is_loose(other, lambda word: times[word])
            and len(other.split()) <= len(phrase.split()) + 2
        ]
        if likely and max(likely)[0] >= SURE:
            yield phrase, max(likely)[2]


def _phrases(text: str, most: int) -> set[str]:
    """Return the runs of up to `most` words of a text with nothing but spaces between them."""
    words = list(_WORD.finditer(text))
    phrases = set()
    for first in range(len(words)):
        for last in range(first, min(len(words), first + most)):
            phrase = text[words[first].start() : words[last].end()]
            if len(phrase.split(" ")) == last - first + 1:
                phrases.add(phrase.lower())
    return phrases


def _is_loose(phrase: str, times: Callable[[str], int]) -> bool:
    """Whether a phrase begins or ends with a word that belongs to no term."""
    words = phrase.split()
    return any(len(word) < 3 or times(word) > COMMON for word in (words[0], words[-1]))


def _concept(pairs: Sequence[Pair], source: str, target: str) -> Concept:
    here = _as_written(source, (pair.source for pair in pairs))
    there = _as_written(target, (pair.target for pair in pairs))
    is_name = here[:1].isupper() and there[:1].isupper()
    case = Case.SENTENCE if is_name else Case.ANY
    terms = {"en": (Term(text=here, case=case),), "es": (Term(text=there, case=case),)}
    return Concept(id="-".join(_WORD.findall(source)), terms=terms)


def _as_written(phrase: str, texts: Iterator[str]) -> str:
    """Return a phrase with the capitals that it has most often within sentences."""
    pattern = re.compile(rf"(?<=\w )\b{re.escape(phrase)}\b", re.IGNORECASE)
    found = Counter(match[0] for text in texts for match in pattern.finditer(text))
    return found.most_common(1)[0][0] if found else phrase


def _alike(glossary: Glossary) -> int:
    return sum(concept.terms["en"][0].text == concept.terms["es"][0].text for concept in glossary)


def _drafted(
    engine: str, pairs: Sequence[Pair], glossary: Glossary | None
) -> tuple[list[str], int, float]:
    """Return the drafts, how many terms were enforced in them, and the seconds that it took."""
    units = [
        Unit(f"p-{number}", UnitKind.PARAGRAPH, escape(pair.source))
        for number, pair in enumerate(pairs)
    ]
    start = time.perf_counter()
    drafts = draft_units(units, "en", "es", load_engine(engine), glossary=glossary).drafts
    seconds = time.perf_counter() - start
    enforced = sum(len(draft.origin.terms) for draft in drafts.values())
    return [plain(drafts[unit.id].text) for unit in units], enforced, seconds


def _report(
    name: str,
    pairs: Sequence[Pair],
    glossary: Glossary,
    texts: Sequence[str],
    enforced: int,
    seconds: float,
) -> None:
    wanted = right = 0
    for pair, text in zip(pairs, texts, strict=True):
        terms = _occurrences(pair.source, "en", glossary)
        wanted += terms.total()
        right += (terms & _occurrences(text, "es", glossary)).total()
    chrf = CHRF().corpus_score(list(texts), [[pair.target for pair in pairs]]).score
    print(
        f"{name:18}{wanted:8}{right:8}{right / wanted:8.1%}{chrf:8.2f}{enforced:10}{seconds:9.1f}"
    )


def _occurrences(text: str, language: str, glossary: Glossary) -> Counter[str]:
    """Return how often each concept stands in a text, in any form of its term."""
    return Counter(match.concept.id for match in glossary.matcher(language).find(text))


if __name__ == "__main__":
    main()
