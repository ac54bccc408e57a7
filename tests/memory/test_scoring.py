"""How matches are counted and shown."""

import pytest

from workflow.memory.scoring import difference, score


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The court met.", "The court met.", 1.0),
        ("The court met.", "The  court met.", 1.0),
        ("The court met.", "The Court met.", 0.99),
        ("The court met.", "The court met", 0.75),
        ("The court met.", "The court met on Monday.", 4 / 6),
        ("**Yes**", "Yes", 1 / 3),
        ("[a](https://a.example/b/c)", "[a](https://a.example/d)", 2 / 3),
        ("Yes", "", 0.0),
        ("", "", 1.0),
    ],
)
def test_words_are_counted_as_translators_do(first: str, second: str, expected: float) -> None:
    assert score(first, second) == pytest.approx(expected)
    assert score(second, first) == score(first, second)


def test_the_difference_is_shown_in_words() -> None:
    shown = difference("The court met on Monday.", "The high court met on Friday.")
    assert shown == "The {+high+} court met on [-Monday.-] {+Friday.+}"
