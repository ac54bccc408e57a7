"""The words of a text, and the views of them that checks ask for."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.checks.reading import Reading


def test_a_hyphen_or_an_apostrophe_inside_a_word_belongs_to_it() -> None:
    reading = Reading("Who's **the** co-author? The 2 know.", "en")
    assert reading.written_words == ["Who's", "the", "co-author", "The", "know"]
    assert reading.forms == {"Who's", "the", "co-author", "The", "know"}
    assert reading.vocabulary == {"who's", "the", "co-author", "know"}


@given(st.text(alphabet="aB'’-1 \u00a0\t\u2009\u200f\u064b\u05b0ไท"))
def test_words_are_the_same_with_and_without_their_places(text: str) -> None:
    reading = Reading(text, "en")
    assert [word.text for word in reading.words] == reading.written_words
    assert all(reading.text[word.start : word.end] == word.text for word in reading.words)
