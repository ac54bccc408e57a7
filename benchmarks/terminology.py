"""How well terms and names are found: the tables of docs/terminology.md.

Run: python benchmarks/terminology.py            names and inflected terms
     python benchmarks/terminology.py --size     50,000 concepts, an article of 10,000 words
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
from workflow.glossary.glossary import Case, Concept, Term
from workflow.glossary.loader import load_glossary
from workflow.glossary.matcher import Matcher
from workflow.glossary.shipped import shipped_glossary
from workflow.glossary.suggesting import Bitext, suggest
from workflow.language.dictionaries import dictionary

DATA = Path(__file__).parent / "data"


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


def inflections() -> Iterator[tuple[str, str, str, str]]:
    """Yield language, `+` or `-`, term and text."""
    tag = ""
    for [line] in lines(DATA / "inflected.txt"):
        if line.startswith("["):
            tag = line.strip("[]")
            continue
        term, *texts = line.split(" | ")
        for text in texts:
            yield tag, text[0], term, text[2:]


def inflected_terms() -> None:
    """Print, per language, how many inflected terms are found and how many near misses are not."""
    result: dict[str, Counter[str]] = {}
    for tag, kind, term, text in inflections():
        case = Case.ANY if term.islower() else Case.SENTENCE
        concept = Concept(id="c", terms={tag: (Term(text=term, case=case),)})
        found = bool(Matcher((concept,), tag).find(text))
        good = found is (kind == "+")
        count = result.setdefault(tag, Counter())
        count[kind] += 1
        count[f"{kind} right"] += good
        if not good:
            print(f"  {tag} {kind} {term}: {text}")
    print("language  inflected, accepted  near misses, seen")
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
    for path in sorted((DATA / "suggest").glob("*.txt")):
        units = [Bitext(text, {}) for text in path.read_text(encoding="utf-8").split("\n\n")]
        found = suggest(units, path.name.split(".")[1], glossary, least=2)[:most]
        wrong = [each.text for each in found if (path.name, each.text) not in right]
        print(f"suggest, {path.name}: {len(found) - len(wrong)} of {len(found)} deserve an entry")
        for text in wrong:
            print(f"  {text}")


def size(concepts: int = 50_000, length: int = 10_000) -> None:
    """Print how long a large glossary takes to load and to check an article with."""
    import resource

    chance = random.Random(7)
    known = [word for word in dictionary("en") if word.isalpha() and word.islower()]
    common = chance.sample(known, 2500)
    units = [
        " ".join(chance.choices(common, k=chance.randint(10, 60))) for _ in range(length // 35)
    ]

    def term(number: int) -> str:
        """One to three words; every 15th term is of words that the texts have too."""
        return " ".join(chance.choices(known if number % 15 else common, k=1 + number % 3))

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "glossary.yaml"
        path.write_text(
            "concepts:\n"
            + "".join(f"- {{id: c{n}, terms: {{en: '{term(n)}'}}}}\n" for n in range(concepts))
        )
        for what in ("first time", "from the cache"):
            begun = time.perf_counter()
            matcher = load_glossary(path, Path(folder)).matcher("en")
            matcher.find("x")
            loaded = time.perf_counter()
            found = sum(len(matcher.find(unit)) for unit in units)
            done = time.perf_counter()
            print(
                f"{concepts} concepts, {what}: loaded in {loaded - begun:.2f} s, "
                f"{length} words in {done - loaded:.2f} s, {found} terms"
            )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--size", action="store_true")
    print(f"{platform.platform()}, Python {platform.python_version()}")
    if options.parse_args().size:
        size()
        return
    spelt_names("names.tsv")
    spelt_names("names-held-out.tsv")
    inflected_terms()
    suggestions()


if __name__ == "__main__":
    main()
