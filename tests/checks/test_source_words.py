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
