"""Each word is asked of once, and the answer is the same as if every word were asked of."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.language.sieve import Sieve

WORDS = st.frozensets(st.text(alphabet="aB1", max_size=3))


@given(st.lists(WORDS))
def test_a_sieve_keeps_back_the_words_that_have_a_property(texts: list[frozenset[str]]) -> None:
    sieve = Sieve(str.isalpha)
    assert [sieve.of(words) for words in texts] == [
        {word for word in words if word.isalpha()} for words in texts
    ]


def test_a_word_that_comes_again_is_not_asked_of_again() -> None:
    asked: list[str] = []

    def is_long(word: str) -> bool:
        asked.append(word)
        return len(word) > 3

    sieve = Sieve(is_long)
    assert sieve.of({"river"}) | sieve.of({"river", "sea"}) | sieve.of({"sea"}) == {"river"}
    assert sorted(asked) == ["river", "sea"]
