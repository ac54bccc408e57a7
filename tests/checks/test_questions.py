"""Questions that are lost or made."""

import pytest

from workflow.checks.check import Context, Mark, Pair
from workflow.checks.questions import questions


def marks(source: str, target: str, languages: str = "ru → en") -> list[Mark]:
    """Return what the check says of a text and its translation."""
    out_of, into = languages.split(" → ")
    pair = Pair("p-1", None, source, target, out_of, into)
    return [mark for _, mark in questions.marks([pair], Context())]


def test_a_lost_question_is_told_in_the_words_of_the_source() -> None:
    (mark,) = marks("Суд молчит. Кто подписал договор? Все ждут.", "Nobody says who signed it.")
    assert mark.subject == "Кто подписал договор?"


def test_a_question_that_was_made_is_marked() -> None:
    text = "Did she sign it? No."
    (mark,) = marks("Она подписала договор.", text)
    assert text[slice(*(mark.span or (0, 0)))] == "?"


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("ru → en", "Кто там? Кто?", "Who is there?"),
        ("ru → en", "Кто знает?", "Who knows"),
        ("ru → ar", "Кто знает?", "من يعلم؟"),
        ("zh → en", "谁知道？", "Who knows?"),
        ("ja → en", "誰が知っていますか。", "Who knows?"),
        ("en → el", "Who knows?", "Ποιος ξέρει;"),
        ("en → es", "See https://b.example/?a=1 for it.", "Véase https://b.example/ para ello."),
    ],
)
def test_questions_that_stay_and_languages_that_ask_otherwise(
    languages: str, source: str, target: str
) -> None:
    assert marks(source, target, languages) == []
