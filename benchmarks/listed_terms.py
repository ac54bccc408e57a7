"""How well a term list of other people is enforced on translations of other people.

Run: python benchmarks/listed_terms.py PAIRS.tsv TERMS.tsv --from en --to fr

PAIRS.tsv has a sentence and its translation on each line, TERMS.tsv a term and its translation, as
one gets them from TICO-19 (https://tico-19.github.io, CC0). A translation counts as right if it has
the words of each listed term in order, whatever their endings, and is to be accepted; as wrong if
it belongs to another sentence, 101 lines on, and has no word of a term, and is to be complained of.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from workflow.checks.check import Context, Pair
from workflow.checks.finding import Severity
from workflow.checks.glossary import glossary as check
from workflow.glossary.glossary import Concept, Glossary, Term

Rows = list[tuple[str, str]]
_WORD = re.compile(r"\w+")
_MOVED = 101
_LONGEST = 600


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("pairs", type=Path)
    options.add_argument("terms", type=Path)
    options.add_argument("--from", dest="source", required=True)
    options.add_argument("--to", dest="target", required=True)
    asked = options.parse_args()
    pairs = [row for row in rows(asked.pairs) if len(row[0]) < _LONGEST]
    terms = [row for row in rows(asked.terms) if len(row[0]) > 3 and len(row[1]) > 2]
    context = Context(glossary=glossary(terms, asked.source, asked.target))
    moved = [target for _, target in pairs[_MOVED:] + pairs[:_MOVED]]
    right, wrong, plain = [], [], 0
    for (source, target), other in zip(pairs, moved, strict=True):
        listed = [into for term, into in terms if stands(term, source)]
        if listed and all(holds(term, target) for term in listed):
            right.append(complains(source, target, asked.source, asked.target, context))
            plain += all(stands(term, target) for term in listed)
        if listed and not any(shares(term, other) for term in listed):
            wrong.append(complains(source, other, asked.source, asked.target, context))
    print(f"right: {right.count(False)} of {len(right)} accepted; a plain match accepts {plain}")
    print(f"wrong: {wrong.count(True)} of {len(wrong)} seen")


def rows(path: Path) -> Rows:
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [line.split("\t")[:2] for line in lines]
    return [(row[0], row[1]) for row in found if len(row) == 2]


def glossary(terms: Rows, source: str, target: str) -> Glossary:
    return Glossary(
        tuple(
            Concept(id=f"t{n}", terms={source: (Term(text=a),), target: (Term(text=b),)})
            for n, (a, b) in enumerate(terms)
        )
    )


def complains(source: str, target: str, out_of: str, into: str, context: Context) -> bool:
    pair = Pair(None, None, source, target, out_of, into)
    marks = (mark for _, mark in check.marks([pair], context))
    return any((mark.severity or check.severity) is not Severity.INFO for mark in marks)


def stands(term: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(term)}\b", text, re.IGNORECASE) is not None


def holds(term: str, text: str) -> bool:
    """Whether the words of a term stand in a text in order, whatever their endings."""
    words, at = _WORD.findall(text.lower()), 0
    for stem in stems(term):
        at = next((n + 1 for n in range(at, len(words)) if words[n].startswith(stem)), 0)
        if not at:
            return False
    return True


def shares(term: str, text: str) -> bool:
    words = _WORD.findall(text.lower())
    long = (stem for stem, word in zip(stems(term), _WORD.findall(term), strict=True) if word[2:])
    return any(word.startswith(stem) for stem in long for word in words)


def stems(term: str) -> Iterator[str]:
    """Yield the first four letters of each word, or 60 % of them if that is more."""
    for word in _WORD.findall(term.lower()):
        yield word[: max(min(4, len(word)), int(len(word) * 0.6))]


if __name__ == "__main__":
    main()
