"""Words that are read chunk by chunk are those of the whole text."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.checks.words import WORD, small_words, written_words


@given(st.text() | st.text(alphabet="aB'’-1 \u00a0\t\u2009\u200f\u064b\u05b0ไท"))
def test_no_space_of_any_kind_parts_or_joins_a_word(text: str) -> None:
    whole = WORD.findall(text)
    assert written_words(text) == tuple(whole)
    assert small_words(text) == tuple(map(str.lower, whole))
