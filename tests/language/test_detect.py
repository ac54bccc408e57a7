"""The language of a text, by its letters, a model and what its page claims."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.language.detect import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The court left the journalist in custody until the end of the year.", "en"),
        ("Суд оставил журналиста под стражей до конца года.", "ru"),
        ("Суд залишив журналіста під вартою до кінця року.", "uk"),
        ("Суд пакінуў журналіста пад вартай да канца года.", "be"),
        ("Съдът остави журналиста в ареста до края на годината.", "bg"),
        ("Суд је одредио притвор новинару из Београда.", "sr"),
        ("El tribunal ordenó su detención hasta el fin de año.", "es"),
        ("La cour d’appel de Lyon a rejeté sa demande.", "fr"),
        ("Der Gerichtshof hat die Beschwerde abgewiesen.", "de"),
        ("O tribunal decidiu manter o jornalista preso.", "pt"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect(text) == language


def test_letters_decide_against_the_page() -> None:
    assert detect("Суд залишив журналіста під вартою до кінця року.", hint="ru-RU") == "uk"
    assert detect("Суд оставил журналиста под стражей.", hint="en-US") == "ru"


def test_quotation_in_another_language_does_not_mislead() -> None:
    russian = "Суд оставил журналиста под стражей. Он выразил надежду, что её услышат. " * 3
    assert detect(f"{russian} «Її чекають», – сказал он.") == "ru"


def test_page_is_believed_where_the_text_is_short_or_agrees() -> None:
    assert detect("Суд", hint="ru-RU") == "ru"
    assert detect("O tribunal decidiu manter o jornalista preso.", hint="pt_br") == "pt-BR"
    assert detect("Retten besluttede at journalisten skal bli i arresten.", hint="nb-NO") == "nb"


@pytest.mark.parametrize("text", ["", "Суд", "12345 — 678", "Xq zw"])
def test_text_that_is_too_short_is_asked_about(text: str) -> None:
    with pytest.raises(InputError) as refused:
        detect(text, hint="not a tag at all")
    assert "--language" in refused.value.hint


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_a_language_or_is_asked_about(text: str) -> None:
    with contextlib.suppress(InputError):
        assert detect(text)
