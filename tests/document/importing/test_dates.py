"""Dates in many languages' ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.document.importing.dates import alone, find, from_machine

DAY = date(2024, 5, 17)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("May 17, 2024", "en"),
        ("Friday, May 17th, 2024 at 9:15", "en"),
        ("17 May 2024", "en"),
        ("05/17/2024", "en"),
        ("17 мая 2024 г., 14:05", "ru"),
        ("Пятница, 17 мая 2024 года", "ru"),
        ("17.05.2024 10:22", "ru"),
        ("17 травня 2024 року", "uk"),
        ("17 de mayo de 2024", "es"),
        ("vendredi 17 mai 2024 à 10h30", "fr"),
        ("17. Mai 2024", "de"),
        ("17 maja 2024", "pl"),
        ("2024年5月17日", "zh"),
        ("2024-05-17T23:30:00+03:00", "en"),
        ("May 17, 2024", "ru"),
    ],
)
def test_date_alone_in_its_line(text: str, language: str) -> None:
    assert alone(text, language) == DAY


def test_shortened_months() -> None:
    assert find("Sept. 5, 2023", "en") == date(2023, 9, 5)
    assert find("1er févr. 2023", "fr") == date(2023, 2, 1)


def test_date_within_a_sentence_is_not_alone() -> None:
    sentence = "On 17 May 2024 the court ruled"
    assert find(sentence, "en") == DAY
    assert alone(sentence, "en") is None


@pytest.mark.parametrize("text", ["05/04/2024", "May 2024", "31 April 2024", "17 May 1024", ""])
def test_unclear_or_impossible_dates_are_not_found(text: str) -> None:
    assert find(text, "en") is None


def test_time_stamps() -> None:
    assert from_machine("2024-05-17T10:00:00Z") == DAY
    assert from_machine("2024-05-17 10:00") == DAY
    assert from_machine("yesterday") is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_date_is_found(day: date) -> None:
    assert find(day.isoformat(), "en") == day
    assert find(f"{day:%d.%m.%Y}", "ru") == day


@given(st.text(max_size=100), st.sampled_from(["en", "ru", "und", "xx-YY"]))
def test_any_text_has_a_date_or_none(text: str, language: str) -> None:
    assert find(text, language) is None or isinstance(find(text, language), date)
