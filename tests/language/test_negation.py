"""Words that say no, and words in which a no may hide."""

import pytest

from workflow.language.negation import may_negate, negation


@pytest.mark.parametrize(
    ("tag", "text", "word"),
    [
        ("en", "They didn't go.", "didn't"),
        ("en", "He cannot stay.", "cannot"),
        ("de", "Sie haben keinen Anwalt.", "keinen"),
        ("fr", "Elle ne parle pas.", "pas"),
        ("es", "Nunca volvió.", "Nunca"),
        ("ru", "Его не судили.", "не"),
        ("pl", "Nie było nikogo.", "Nie"),
        ("zh", "他没有说话。", "没有"),
        ("pt-BR", "Ele não foi.", "não"),
    ],
)
def test_words_that_negate(tag: str, text: str, word: str) -> None:
    found = negation(text, tag)
    assert found is not None
    assert found.group() == word


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The notes were known."),
        ("ru", "Судья ушёл."),
        ("zh", "展望未来，他们去了非洲。"),
        ("tlh", "Hab SoSlI' Quch!"),
        ("es", "Sin embargo, llegaron."),
        ("es", "Está más firme que nunca."),
        ("en", "It is no doubt true, no matter what they say."),
        ("en", "He asked whether or not she came."),
        ("de", "Er kam nicht nur gestern."),
        ("fr", "Il viendra sans doute."),
        ("pl", "Przyszedł nie tylko Jan."),
    ],
)
def test_words_that_do_not(tag: str, text: str) -> None:
    assert negation(text, tag) is None


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "He refused."), ("en", "It is impossible."), ("de", "Er war arbeitslos."),
     ("ru", "Он отказался."), ("tlh", "Hab")],
)  # fmt: skip
def test_words_in_which_a_negation_may_hide(tag: str, text: str) -> None:
    assert may_negate(text, tag)


def test_a_no_is_found_behind_a_phrase_that_denies_nothing() -> None:
    found = negation("Sin embargo, no llegaron.", "es")
    assert found is not None
    assert (found.group(), found.start()) == ("no", 13)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("es", "Carecen de agua."),
        ("en", "It is too excessive."),
        ("fr", "Elle a oublié la clé."),
        ("pl", "Rzadko tu bywa."),
        ("de", "Er hat es vergessen."),
    ],
)
def test_to_lack_to_forget_and_seldom_may_negate(tag: str, text: str) -> None:
    assert may_negate(text, tag)


def test_a_plain_sentence_does_not_negate() -> None:
    assert not may_negate("The judge spoke today.", "en")
