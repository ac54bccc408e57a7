from datetime import date

import pytest

from workflow.language.dates import written_date


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "March 5, 2024"),
        ("en-GB", "5 March 2024"),
        ("es", "5 de marzo de 2024"),
        ("fr", "5 mars 2024"),
        ("ru", "5 марта 2024\u202fг."),
        ("uk", "5 березня 2024\u202fр."),
        ("be", "5 сакавіка 2024\u202fг."),
        ("ar", "5 مارس 2024"),
        ("ka", "5 მარტი, 2024"),
        ("fa", "۵ مارس ۲۰۲۴"),
        ("ar-EG", "٥ مارس ٢٠٢٤"),
    ],
)
def test_a_date_is_written_as_the_language_does(language: str, text: str) -> None:
    assert written_date(date(2024, 3, 5), language) == text


def test_the_first_of_a_month_is_an_ordinal_in_french_only() -> None:
    assert written_date(date(2024, 5, 1), "fr") == "1er mai 2024"
    assert written_date(date(2024, 5, 11), "fr-CA") == "11 mai 2024"
    assert written_date(date(2024, 5, 1), "es") == "1 de mayo de 2024"


def test_an_unknown_language_falls_back_to_english() -> None:
    assert written_date(date(2024, 3, 5), "xqz") == "March 5, 2024"
