"""Numbers as languages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.language.numbers import Value, Weight, quantities


def values(text: str, tag: str) -> set[Value]:
    return {value for quantity in quantities(text, tag) for value in quantity.values}


@pytest.mark.parametrize(
    ("text", "tag", "value"),
    [
        ("1,000 people", "en", 1000),
        ("1.000 Menschen", "de", 1000),
        ("1 000 человек", "ru", 1000),
        ("1\u202f000 personnes", "fr", 1000),
        ("12,34,567 rupees", "en", 1234567),
        ("3,5 млн рублей", "ru", 3_500_000),
        ("3.5 million roubles", "en", 3_500_000),
        ("10bn euros", "en", 10e9),
        ("2 миллиона 300 тысяч", "ru", 2_300_000),
        ("1亿2000万元", "zh", 120_000_000),
        ("三万五千人", "zh", 35_000),
        ("一千二百", "zh", 1200),
        ("1000万千瓦", "zh", 10_000_000),
        ("twenty-five prisoners", "en", 25),
        ("a hundred and five days", "en", 105),
        ("fünfundzwanzig Tage", "de", 25),
        ("zweihundertdrei Tage", "de", 203),
        ("quatre-vingt-dix-sept jours", "fr", 97),
        ("soixante-douze heures", "fr", 72),
        ("двадцать пять лет", "ru", 25),
        ("пятидесяти трёх дел", "ru", 53),
        ("cuarenta y dos días", "es", 42),
        ("п'ятнадцять років", "uk", 15),
        ("XX wieku", "pl", 20),
        ("au XIVe siècle", "fr", 14),
        ("the 1850s", "en", 50),
        ("im 19. Jahrhundert", "de", 1850),
        ("17.07.2015", "de", ("month", 7)),
        ("July 17", "en", ("month", 7)),
        ("17 июля", "ru", ("month", 7)),
        ("7月17日", "zh", ("month", 7)),
        ("20 Uhr", "de", 8),
        ("15:50", "fr", ("time", 230)),
        ("3:50 p.m.", "en", ("time", 230)),
        ("上午9点半", "zh", ("time", 570)),
        ("5 to 10 million", "en", 5_000_000),
        ("en 2017-18", "es", 2018),
        ("the class of '15", "en", 2015),
    ],
)
def test_a_way_of_writing_a_number(text: str, tag: str, value: Value) -> None:
    assert value in values(text, tag)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("They may march in may", "en"),
        ("Она одета в новое пальто", "ru"),
        ("I saw him", "de"),
    ],
)
def test_words_that_look_like_numbers(text: str, tag: str) -> None:
    assert all(quantity.weight is Weight.HINT for quantity in quantities(text, tag))


def test_three_and_a_half_million_is_no_three_and_a_half_billion() -> None:
    assert not values("3,5 млн", "ru") & values("3.5 billion", "en")


def test_a_number_in_a_name_weighs_less_than_a_number() -> None:
    code, number = quantities("COVID-19 took 19 lives", "en")
    assert (code.weight, number.weight) == (Weight.WORD, Weight.DIGITS)


def test_a_number_of_absurd_length_is_passed_over() -> None:
    assert quantities("9" * 10_000, "en")[0].values == frozenset()


@given(st.integers(0, 10**12), st.sampled_from([",", ".", "\u00a0", "’"]))
def test_grouping_does_not_change_a_number(number: int, sign: str) -> None:
    assert float(number) in values(f"{number:,}".replace(",", sign), "en")


@given(st.text(max_size=60), st.sampled_from(["en", "ru", "de", "zh", "fr", "pl", "", "xx"]))
def test_any_text_can_be_read(text: str, tag: str) -> None:
    for quantity in quantities(text, tag):
        assert 0 <= quantity.start < quantity.end <= len(text)
