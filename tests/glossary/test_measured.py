"""The measured set of inflected terms and near misses keeps its level."""

from collections import Counter
from pathlib import Path

from workflow.glossary.glossary import Case, Concept, Term
from workflow.glossary.matcher import Matcher

PHRASES = Path(__file__).parents[2] / "benchmarks" / "data" / "inflected.txt"


def test_inflected_terms_are_found_and_near_misses_are_not() -> None:
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    tag = ""
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            tag = line.strip("[]")
        elif not line.startswith("#"):
            text, *phrases = line.split(" | ")
            case = Case.ANY if text.islower() else Case.SENTENCE
            concept = Concept(id="c", terms={tag: (Term(text=text, case=case),)})
            matcher = Matcher((concept,), tag)
            for phrase in phrases:
                total[phrase[0]] += 1
                right[phrase[0]] += bool(matcher.find(phrase[2:])) is (phrase[0] == "+")
    assert min(total.values()) >= 500
    assert right["+"] >= 0.97 * total["+"]
    assert right["-"] >= 0.9 * total["-"]
