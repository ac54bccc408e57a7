"""Words of the source that are left, and those that two languages merely share."""

import pytest

from workflow.checks.check import Context, Pair
from workflow.checks.source_words import source_words


def left(source: str, target: str, languages: str) -> list[str]:
    """The words that the check complains of."""
    out_of, into = languages.split(" → ")
    pair = Pair("p-1", None, source, target, out_of, into)
    return [
        pair.text[slice(*(mark.span or (0, 0)))]
        for _, mark in source_words.marks([pair], Context())
    ]


def test_a_word_that_other_families_of_languages_have_too_is_shared() -> None:
    assert left("They saw the leader there.", "Allí vieron al leader.", "en → es") == []
    assert left("They saw the barley there.", "Allí vieron barley.", "en → es") == ["barley"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It has made rapid progress.", "Elle a fait de rapides progrès."),
        ("It has comorbidities.", "Il y a des comorbidités."),
    ],
)
def test_another_form_that_the_source_language_does_not_have_is_no_word_of_it(
    source: str, target: str
) -> None:
    assert left(source, target, "en → fr") == []


def test_another_form_that_the_source_language_has_was_left() -> None:
    assert left("Die Behörde schwieg.", "The Behörden were silent.", "de → en") == ["Behörden"]


def test_a_title_that_is_quoted_as_it_is_stays() -> None:
    source = 'She called it "Strange (and Absolutely True) Tales About Harbours".'
    title = '"Strange (and Absolutely True) Tales about Harbours"'
    assert left(source, f"Lo tituló {title}.", "en → es") == []
    assert left("They came by boat and left.", "Llegaron and se fueron.", "en → es") == ["and"]


def test_a_particle_in_a_name_of_a_third_language_stays() -> None:
    said = "Ina della Rovina d'Este und Gloria zu Muster left."
    assert left(said, "Ina della Rovina d'Este und Gloria zu Muster salieron.", "en → es") == []
