"""What comes again and again in a text."""

import pytest

from workflow.language.doubled import doubled_words
from workflow.language.repeats import RepeatKind, repeats


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("They let him go, they let him go.", RepeatKind.LOOP, "They let him go"),
        ("El jefe de la policía dijo, " * 2, RepeatKind.LOOP, "El jefe de la policía dijo"),
        ("Oh hahahahahaha", RepeatKind.LETTERS, "ha"),
    ],
)
def test_a_phrase_that_follows_itself_is_a_repeat(text: str, kind: RepeatKind, phrase: str) -> None:
    (found,) = repeats(text)
    assert (found.kind, found.phrase) == (kind, phrase)
    assert text[slice(*found.span)].startswith(phrase)


def test_a_short_phrase_may_come_twice_and_not_three_times() -> None:
    assert not list(repeats("More than the fund, than the fund wrote."))
    (found,) = repeats("More than the fund, than the fund, than the fund wrote.")
    assert found.phrase == "than the fund"


def test_a_refrain_comes_back_between_other_words() -> None:
    text = " ".join(f"y dijo que no lo sabía {word}" for word in ("ayer", "hoy", "tarde", "nunca"))
    (found,) = repeats(text)
    assert found.kind is RepeatKind.REFRAIN


def test_what_the_source_repeats_too_is_no_repeat() -> None:
    assert not list(repeats("Day after day, day after day", "День за днём, день за днём"))


def test_a_doubled_word_is_told_from_one_that_a_language_doubles() -> None:
    assert [found.word for found in doubled_words("Vio a los los niños.", "es")] == ["los"]
    assert not list(doubled_words("Nous nous sommes vus.", "fr"))
    assert not list(doubled_words("The the band played.", "en", "Группа The The играла."))
