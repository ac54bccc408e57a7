"""What a number counts, as the words beside it say."""

import re

import pytest

from workflow.language.units import half_of_day, unit_of


def unit(text: str) -> str | None:
    """Return what the first number of a text counts."""
    match = re.search(r"\d+(?:[.,]\d+)?(?: (?:million|millones|млн|тыс))?", text)
    assert match
    found = unit_of(text, *match.span())
    return found.name if found else None


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["$47", "US$ 47", "47 dólares", "47 долларов", "47 USD"], "dollar"),
        (["€1.2 million", "1,2 million d'euros", "1,2 millones de euros"], "euro"),
        (["3,5 млн рублей", "3.5 million roubles", "3.5 million rubles"], "rouble"),
        (["120 тыс. гривен", "120 hryvnias"], "hryvnia"),
        (["40 km", "40-km", "40 километров", "40 Kilometern", "40 kilómetros"], "kilometre"),
        (["40 miles", "40 миль", "40 millas"], "mile"),
        (["5 лет", "5 años", "5 ans", "5-year", "5 Jahren", "5 років"], "year"),
        (["5 месяцев", "5 mois", "5 months"], "month"),
        (["14 °C"], "Celsius"),
    ],
)
def test_the_words_of_many_languages_mean_one_unit(texts: list[str], name: str) -> None:
    assert {unit(text) for text in texts} == {name}


@pytest.mark.parametrize(
    "text", ["2 journalists", "3 Europeans", "10 francophones", "5 pounds", "10 mille", "7 m", "3"]
)
def test_other_words_say_nothing(text: str) -> None:
    assert unit(text) is None


@pytest.mark.parametrize(
    ("text", "tag", "half"),
    [
        ("10:30", "ru", "am"),
        ("22:30", "ru", "pm"),
        ("10:30 вечера", "ru", None),
        ("10:30 de la noche", "es", None),
        ("10:30", "en", None),
        ("10:30 p.m.", "en", "pm"),
        ("16:45", "en", "pm"),
        ("5:30", "ru", None),
    ],
)
def test_a_time_of_day_says_its_half_where_a_language_counts_to_24(
    text: str, tag: str, half: str | None
) -> None:
    end = text.index(":") + 3
    found = half_of_day(text, 0, end, tag)
    assert (found.name if found else None) == half
