"""Scripts of letters and of languages."""

import pytest

from workflow.language.scripts import is_cased, is_spaced, script_of, scripts


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        ("a", "Latn"),
        ("é", "Latn"),
        ("ї", "Cyrl"),
        ("λ", "Grek"),
        ("ש", "Hebr"),
        ("ع", "Arab"),
        ("漢", "Hani"),
        ("か", "Kana"),
        ("한", "Hang"),
        ("ა", "Geor"),
        ("5", None),
        ("µ", None),
        ("º", None),
    ],
)
def test_the_script_of_a_letter(letter: str, script: str | None) -> None:
    assert script_of(letter) == script


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ru", {"Cyrl"}),
        ("sr", {"Cyrl"}),
        ("sr-Latn", {"Latn"}),
        ("pt-BR", {"Latn"}),
        ("ja", {"Hani", "Kana"}),
        ("qqq", set()),
    ],
)
def test_the_scripts_of_a_language(tag: str, expected: set[str]) -> None:
    assert scripts(tag) == expected


def test_capitals_and_spaces() -> None:
    assert is_cased("uk")
    assert not is_cased("ka")
    assert is_spaced("ko")
    assert not is_spaced("th")
