"""Every example in the docstring of a check is tried here, and so is the shape of the docstring."""

from pathlib import Path

import pytest

from workflow.checks.catalogue import CHECKS
from workflow.checks.check import Approved, Check, Context
from workflow.checks.description import Example, describe
from workflow.glossary.loader import load_glossary
from workflow.language.spelling import Speller

FAILS = [(check, example) for check in CHECKS for example in describe(check).fails]
PASSES = [(check, example) for check in CHECKS for example in describe(check).passes]


def label(value: Check | Example) -> str:
    return value.name if isinstance(value, Check) else value.text


@pytest.fixture(scope="module")
def context() -> Context:
    """What the checks know of a workspace with the glossary that ships and one concept more."""
    approved = {
        "Приговор ещё не вступил в силу.": [
            Approved("The verdict has not come into force.", "harbour")
        ]
    }
    return Context(
        glossary=load_glossary(Path(__file__).parent / "examples.yaml"),
        approved=lambda *_: approved,
    )


class Words:
    """A dictionary as spylls hands it out, with the words that the examples need."""

    def lookup(self, word: str) -> bool:
        return word in {"they", "were", "detained", "at", "the", "airport"}


@pytest.fixture(autouse=True)
def dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.checks.spelling.speller", lambda _: Speller(Words()))


@pytest.mark.parametrize(("check", "example"), FAILS, ids=label)
def test_the_check_complains(check: Check, example: Example, context: Context) -> None:
    assert list(check.marks(example.pairs, context))


@pytest.mark.parametrize(("check", "example"), PASSES, ids=label)
def test_the_check_is_quiet(check: Check, example: Example, context: Context) -> None:
    assert not list(check.marks(example.pairs, context))


def test_names_are_unique() -> None:
    names = [check.name for check in CHECKS]
    assert len(set(names)) == len(names)
