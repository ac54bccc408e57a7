"""Names that begin otherwise from one language to the next."""

import pytest

from workflow.language.exonyms import exonyms


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Gandawie", "Ghent"),
        ("Cerdeña", "Sardinia"),
        ("Elżbiety", "Isabel"),
        ("Krakowie", "Cracow"),
        ("soviética", "Sowjetunion"),
        ("bayerischen", "Bavaria"),
        ("WHO", "OMS"),
    ],
)
def test_two_names_of_one(first: str, second: str) -> None:
    assert exonyms(first) & exonyms(second)


@pytest.mark.parametrize("word", ["Kowalska", "Leonard", "Gang", "the", "Romania"])
def test_a_word_that_only_begins_like_one_is_none(word: str) -> None:
    assert not exonyms(word)


def test_a_country_has_its_code() -> None:
    assert exonyms("Schweizer") == {"CH"}
