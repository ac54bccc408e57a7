import pytest

from workflow.language.names import language_name, listed, own_name


@pytest.mark.parametrize(
    ("tag", "language", "name"),
    [
        ("ru", "en", "Russian"),
        ("ru", "es", "ruso"),
        ("uk", "ru", "украинский"),
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("sr-Latn", "fr", "serbe (latin)"),
        ("crh", "en", "Crimean Tatar"),
    ],
)
def test_a_language_is_named_in_another(tag: str, language: str, name: str) -> None:
    assert language_name(tag, language) == name


def test_a_language_without_a_name_keeps_its_tag() -> None:
    assert language_name("xqz", "en") == "xqz"


@pytest.mark.parametrize(
    ("tag", "name"), [("es", "Español"), ("ka", "ქართული"), ("ar", "العربية"), ("be", "Беларуская")]
)
def test_own_names_begin_as_a_line_does(tag: str, name: str) -> None:
    assert own_name(tag) == name


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "A, B, and C"), ("es", "A, B y C"), ("ru", "A, B и C"), ("ar", "A وB وC")],
)
def test_names_are_listed_as_the_language_does(language: str, text: str) -> None:
    assert listed(["A", "B", "C"], language) == text


def test_one_name_stands_alone_and_none_is_empty() -> None:
    assert listed(["A"], "en") == "A"
    assert listed([], "en") == ""
