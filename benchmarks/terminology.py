"""How well terms and names are found: the tables of docs/terminology.md.

Run: python benchmarks/terminology.py            names and inflected terms
     python benchmarks/terminology.py --size     50,000 concepts, an article of 10,000 words
     python benchmarks/terminology.py --size --text FILE    the same with an article of yours
"""

import argparse
import platform
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from workflow.checks.check import Context, Pair
from workflow.checks.names import names
from workflow.checks.spelt_names import mentions
from workflow.document.importing import import_source
from workflow.document.units import source_units
from workflow.glossary.glossary import Case, Concept, Term
from workflow.glossary.loader import load_glossary
from workflow.glossary.matcher import Matcher
from workflow.glossary.shipped import shipped_glossary
from workflow.glossary.suggesting import Bitext, suggest
from workflow.language.dictionaries import dictionary

DATA = Path(__file__).parent / "data"
SAMPLE = DATA.parents[1] / "samples" / "courthouse-appeal.html"


def lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def spelt_names(file: str) -> None:
    """Print how many wrong spellings are found, and how many sound texts are complained of."""
    result: Counter[str] = Counter()
    for tag, wrong, text in lines(DATA / file):
        pair = Pair(None, None, None, text, None, tag)
        result["names"] += sum(1 for _ in mentions([pair]))
        found = {text[slice(*(mark.span or (0, 0)))] for _, mark in names.marks([pair], Context())}
        kind = "sound" if wrong == "-" else "wrong"
        good = not found if wrong == "-" else any(wrong.endswith(f) or f == wrong for f in found)
        result[kind] += 1
        result[f"{kind}, right"] += good
        if not good or (wrong != "-" and found != {wrong}):
            print(f"  {tag}\t{wrong}\t{', '.join(sorted(found)) or 'nothing'}\t{text}")
    print(f"{file}: {result['names']} names; wrong spellings seen ", end="")
    print(f"{result['wrong, right']} of {result['wrong']}; ", end="")
    print(f"sound texts left alone {result['sound, right']} of {result['sound']}")


def inflections(file: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield language, `+` or `-`, term and text."""
    tag = ""
    for [line] in lines(DATA / file):
        if line.startswith("["):
            tag = line.strip("[]")
            continue
        term, *texts = line.split(" | ")
        for text in texts:
            yield tag, text[0], term, text[2:]


def inflected_terms(file: str) -> None:
    """Print, per language, how many inflected terms are found and how many near misses are not."""
    result: dict[str, Counter[str]] = {}
    for tag, kind, term, text in inflections(file):
        case = Case.ANY if term.islower() else Case.SENTENCE
        concept = Concept(id="c", terms={tag: (Term(text=term, case=case),)})
        found = bool(Matcher((concept,), tag).find(text))
        good = found is (kind == "+")
        count = result.setdefault(tag, Counter())
        count[kind] += 1
        count[f"{kind} right"] += good
        if not good:
            print(f"  {tag} {kind} {term}: {text}")
    print(f"{file}\nlanguage  inflected, accepted  near misses, seen")
    for tag, count in result.items():
        accepted, seen = (f"{count[f'{kind} right']} of {count[kind]}" for kind in "+-")
        print(f"{tag:8}  {accepted:>19}  {seen:>17}")
    whole = sum(result.values(), Counter())
    print(
        f"all       {whole['+ right'] / whole['+']:>18.1%}  {whole['- right'] / whole['-']:>16.1%}"
    )


def suggestions(most: int = 20) -> None:
    """Print how many of the first candidates of each article deserve an entry."""
    glossary = load_glossary(shipped_glossary())
    right = {tuple(line) for line in lines(DATA / "suggest" / "right.tsv")}
    articles = [
        (path.name, path.name.split(".")[1], path.read_text(encoding="utf-8").split("\n\n"))
        for path in sorted((DATA / "suggest").glob("*.txt"))
    ]
    sample = import_source(SAMPLE.read_bytes(), SAMPLE.name).source
    articles.append((SAMPLE.name, sample.language, [unit.text for unit in source_units(sample)]))
    for name, language, texts in articles:
        found = suggest([Bitext(text, {}) for text in texts], language, glossary, 2)[:most]
        wrong = [each.text for each in found if (name, each.text) not in right]
        print(f"suggest, {name}: {len(found) - len(wrong)} of {len(found)} deserve an entry")
        for text in wrong:
            print(f"  {text}")


def size(text: Path | None, concepts: int = 50_000, length: int = 10_000) -> None:
    """Print how long a large glossary takes to load and to check an article with.

    Times are of the processor, with those of the clock in brackets. Without a `text` the article is
    made of words that terms have too: many times as many terms as any article has.
    """
    import resource

    chance = random.Random(7)
    known = [word for word in dictionary("en") if word.isalpha() and word.islower()]
    common = chance.sample(known, 2500)
    units = [
        " ".join(chance.choices(common, k=chance.randint(10, 60))) for _ in range(length // 35)
    ]
    if text is not None:
        units = text.read_text(encoding="utf-8").splitlines()

    def term(number: int) -> str:
        """One to three words; every 15th term is of words that the texts have too."""
        return " ".join(chance.choices(known if number % 15 else common, k=1 + number % 3))

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "glossary.yaml"
        path.write_text(
            "concepts:\n"
            + "".join(f"- {{id: c{n}, terms: {{en: '{term(n)}'}}}}\n" for n in range(concepts))
        )
        print(f"{concepts} concepts, {sum(len(unit.split()) for unit in units)} words")
        for what in ("first time", "from the cache"):
            begun = moment()
            glossary = load_glossary(path, Path(folder))
            told(f"{what}: glossary", begun)
            begun = moment()
            matcher = glossary.matcher("en")
            matcher.find("x")
            told(f"{what}: index", begun)
            begun = moment()
            found = sum(len(matcher.find(unit)) for unit in units)
            told(f"{what}: {found} terms found", begun)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def moment() -> tuple[float, float]:
    return time.process_time(), time.perf_counter()


def told(what: str, begun: tuple[float, float]) -> None:
    processor, clock = (now - then for now, then in zip(moment(), begun, strict=True))
    print(f"  {what}: {processor:.2f} s ({clock:.2f} s)")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--size", action="store_true")
    options.add_argument("--text", type=Path, help="an English text, a paragraph to a line")
    asked = options.parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}")
    if asked.size:
        size(asked.text)
        return
    spelt_names("names.tsv")
    spelt_names("names-held-out.tsv")
    inflected_terms("inflected.txt")
    inflected_terms("inflected-held-out.txt")
    suggestions()


if __name__ == "__main__":
    main()
