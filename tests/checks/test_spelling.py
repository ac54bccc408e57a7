"""The check `spelling`, with a small dictionary of its own."""

import pytest

from workflow.checks import spelling as module
from workflow.checks.check import Context, Mark, Pair
from workflow.checks.finding import Severity
from workflow.glossary.glossary import Concept, Glossary, Term
from workflow.language.spelling import Speller

KNOWN = {"they", "were", "detained", "at", "the", "well", "known", "airport", "in"}


class Words:
    """A dictionary as spylls hands it out."""

    def lookup(self, word: str) -> bool:
        return word in [
            "they",
            "were",
            "detained",
            "at",
            "the",
            "well",
            "known",
            "airport",
            "in",
            "bearings",
            "control",
            "cont",
            "roll",
            "harbour",
            "master",
            "occur",
        ]


@pytest.fixture(autouse=True)
def dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Speller(Words())
    monkeypatch.setattr(module, "speller", lambda tag: home if tag == "en" else None)


def marks(*texts: str, source: str | None = None, context: Context | None = None) -> list[Mark]:
    pairs = [Pair(f"p-{n}", None, source, text, "fr", "en") for n, text in enumerate(texts)]
    return [mark for _, mark in module.spelling.marks(pairs, context or Context())]


def test_an_unknown_word_is_a_warning_with_its_mend() -> None:
    (mark,) = marks("They were detaned at the airport")
    assert (mark.suggestions, mark.severity) == (("detained",), None)


def test_a_rare_word_is_a_remark() -> None:
    (mark,) = marks("They were at the mosasaurs")
    assert (mark.suggestions, mark.severity) == ((), Severity.INFO)


@pytest.mark.parametrize(
    "text",
    [
        "They were at Sheremetyevo",
        "the well-known airport",
        "they were at file.txt, a_b, ab12",
        "the kufiya at the kufiya in the kufiya",
        "the harbourmaster",
    ],
)
def test_names_compounds_codes_and_what_comes_often_are_left(text: str) -> None:
    assert marks(text) == []


def test_a_word_that_is_in_another_dictionary_with_its_forms_is_rare() -> None:
    assert marks("in the ziggurats") == []
    (mark,) = marks("they occured in the airport")
    assert mark.message == "“occured” is not in the dictionary."


def test_words_of_another_script_are_left_to_other_checks() -> None:
    assert marks("in the звільнив") == []


def test_what_is_a_slip_away_from_a_word_is_no_compound() -> None:
    (mark,) = marks("the airport controll")
    assert mark.suggestions == ("control",)


def test_turned_letters_are_wrong_however_often_they_come() -> None:
    assert len(marks("at teh airport", "in teh airport", "teh bearings")) == 3


def test_words_of_the_source_and_of_the_glossary_are_left() -> None:
    assert marks("in the kufiya", source="la kufiya") == []
    assert marks("in the ebola", source="l’Ébola") == []
    concept = Concept(id="kufiya", terms={"en": (Term(text="black kufiya"),)})
    assert marks("in the kufiya", context=Context(glossary=Glossary((concept,)))) == []
