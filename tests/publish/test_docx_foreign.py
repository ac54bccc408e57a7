from hypothesis import given
from hypothesis import strategies as st

from workflow.publish.docx.foreign import ForeignScript


def found(text: str, language: str, foreign: str) -> list[tuple[str | None, str]]:
    script = ForeignScript.between(language, foreign)
    assert script is not None
    return list(script.stretches(text))


def test_words_in_the_source_s_script_are_in_its_language() -> None:
    assert found("He wrote «Северная тетрадь» (2021).", "en", "ru") == [
        (None, "He wrote «"),
        ("ru", "Северная тетрадь"),
        (None, "» (2021)."),
    ]
    assert found("Деревня Kamenka.", "ru", "en") == [
        (None, "Деревня "),
        ("en", "Kamenka"),
        (None, "."),
    ]
    assert found("12, 13", "en", "ru") == [(None, "12, 13")]


def test_languages_of_one_script_cannot_be_told_apart() -> None:
    assert ForeignScript.between("en", "es") is None
    assert ForeignScript.between("uk", "ru") is None
    assert ForeignScript.between("en", "qaa") is None


@given(st.text(alphabet="ab дж 1.«»", max_size=40))
def test_the_stretches_together_are_the_text(text: str) -> None:
    assert "".join(words for _, words in found(text, "en", "ru")) == text
