"""Words that two languages share, however each spells them."""

import pytest

from workflow.language.cognates import begin_alike, content_words, folded, share_a_word


@pytest.mark.parametrize(
    ("first", "second"),
    [("комиссия", "commission"), ("президент", "president"), ("Kommission", "commission")],
)
def test_one_word_in_two_spellings(first: str, second: str) -> None:
    assert begin_alike(folded(first), folded(second))


def test_words_that_only_begin_with_a_letter_or_two_alike_are_not_one() -> None:
    assert not begin_alike(folded("market"), folded("mayor"))


def test_small_words_do_not_count() -> None:
    assert content_words("She was in the palace", "en") == {folded("palace")}


def test_texts_share_a_word_or_none() -> None:
    there = content_words("Der Minister schwieg", "de")
    assert share_a_word(there, content_words("The minister was silent", "en"))
    assert not share_a_word(there, content_words("Farmers grow wheat", "en"))


def test_long_words_may_differ_in_the_middle() -> None:
    there = content_words("They reached parliament", "en")
    assert share_a_word(there, content_words("Llegaron al parlamento", "es"))
    assert not share_a_word(there, content_words("Llegaron al parque", "es"))
