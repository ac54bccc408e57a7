"""The facts of a unit: what the source says beside what stands for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.checks.check import Pair
from workflow.checks.facts import entries, ledger


def rows(source: str, target: str, languages: str) -> list[tuple[str, str, str, str]]:
    out_of, into = languages.split(" → ")
    return [
        (
            entry.kind.value,
            entry.source.text if entry.source else "",
            entry.target.text if entry.target else "",
            entry.standing.value,
        )
        for entry in entries(Pair("p-1", None, source, target, out_of, into))
    ]


@pytest.mark.parametrize(
    ("languages", "source", "target", "kind", "there", "here"),
    [
        ("ru → en", "1 марта 2021 г.", "On March 1, 2021", "date", "1 марта 2021", "March 1, 2021"),
        ("de → en", "Am 03.04.2021", "On April 3, 2021", "date", "03.04.2021", "April 3, 2021"),
        ("zh → en", "2021年3月5日", "March 5, 2021", "date", "2021年3月5", "March 5, 2021"),
        ("ru → en", "в 2021 году", "in 2021", "date", "2021", "2021"),
        ("de → en", "um 20 Uhr", "at 8 p.m.", "time", "20 Uhr", "8 p.m."),
        ("ru → uk", "5 млн рублей", "5 млн рублів", "money", "5 млн рублей", "5 млн рублів"),
        ("en → fr", "€3,500", "3 500 €", "money", "€3,500", "3 500 €"),
        ("ru → en", "12,5 %", "12.5 percent", "percentage", "12,5 %", "12.5 percent"),
        ("ru → en", "45-летний", "45-year-old", "age", "45-летний", "45-year-old"),
        ("ru → en", "2 журналиста", "2 journalists", "number", "2", "2"),
        ("fr → en", "3 000 d'euros", "€3,000", "money", "3 000 d'euros", "€3,000"),
        ("en → fr", "aged 34", "âgé de 34 ans", "age", "aged 34", "âgé de 34"),
        ("ru → en", "по ст. 282 УК", "under Article 282", "law", "ст. 282", "Article 282"),
        ("fr → en", "l'article 431-1", "Article 431-1", "law", "article 431-1", "Article 431-1"),
        ("ru → en", "за 300 км", "300 km away", "measure", "300 км", "300 km"),
        ("ru → en", "семь человек", "7 people", "number", "семь", "7"),
        ("ru → en", "«Мы ждём»", "“We are waiting”", "quotation", "Мы ждём", "We are waiting"),
        ("ru → en", "http://a.example", "http://a.example", "web", "http://a.example", "http://a.example"),
        ("ru → es", "3,5 млн", "3,5 millones", "number", "3,5 млн", "3,5 millones"),
        ("ru → en", "в XIX веке", "in the 19th century", "number", "XIX", "19"),
        ("en → de", "in the 1990s", "in den 1990er Jahren", "number", "1990", "1990"),
        ("es → en", "el segundo grupo", "the 2nd group", "number", "segundo", "2"),
        ("fr → en", "quatre-vingts", "eighty", "number", "quatre-vingts", "eighty"),
        ("ru → en", "45 лет", "aged 45", "age", "45 лет", "aged 45"),
        ("en → tr", "3.5 million lira", "3,5 milyon lira", "number", "3.5 million", "3,5 milyon"),
        ("en → tr", "on May 5", "5 Mayıs'ta", "date", "May 5", "5 Mayıs'ta"),
        ("en → ja", "3.5 million yen", "350万円", "money", "3.5 million yen", "350万円"),
        ("en → ko", "3.5 million people", "350만 명", "number", "3.5 million", "350만"),
        ("en → fa", "1,250 people", "۱٬۲۵۰ نفر", "number", "1,250", "۱٬۲۵۰"),
        ("en → hi", "25 people", "२५ लोग", "number", "25", "२५"),
        ("ru → en", "a@b.example", "a@b.example", "e-mail", "a@b.example", "a@b.example"),
    ],
)  # fmt: skip
def test_facts_of_every_kind_find_each_other(
    languages: str, source: str, target: str, kind: str, there: str, here: str
) -> None:
    assert rows(source, target, languages) == [(kind, there, here, "same")]


def test_a_range_is_two_numbers() -> None:
    assert rows("2010–2015 гг.", "2010–2015", "ru → en") == [
        ("date", "2010", "2010", "same"),
        ("date", "2015", "2015", "same"),
    ]
    assert rows("5 to 10 million", "от 5 до 11 млн", "en → ru")[1][3] == "changed"


def test_names_in_another_script_are_shown_and_none_is_called_missing() -> None:
    source = "Вчера в Минске выступила Ольга Ковальская из Гродно."
    assert rows(source, "Olga Kovalskaya from Hrodna spoke in Minsk yesterday.", "ru → en") == [
        ("name", "Минске", "Minsk", "same"),
        ("name", "Ольга Ковальская", "Olga Kovalskaya", "same"),
        ("name", "Гродно", "", "unsure"),
    ]


def test_a_wrong_number_is_shown_beside_the_right_one() -> None:
    assert rows("300 км за 5 дней", "200 km in 5 days", "ru → en") == [
        ("measure", "300 км", "200 km", "changed"),
        ("measure", "5 дней", "5 days", "same"),
    ]


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("1,2 million d'euros", "1.2 million dollars", "fr → en"),
        ("40 км", "40 miles", "ru → en"),
        ("4,5 года", "4.5 months", "ru → en"),
        ("в 10:30", "at 10:30 p.m.", "ru → en"),
        ("at 10:30 p.m.", "в 10:30", "en → ru"),
    ],
)
def test_the_same_number_of_something_else_is_changed(
    source: str, target: str, languages: str
) -> None:
    assert [row[3] for row in rows(source, target, languages)] == ["changed"]


def test_a_number_is_paired_with_its_like() -> None:
    found = rows("Двое судимы по ч. 2 ст. 280", "Two are tried under Part 2 of Art. 280", "ru → en")
    assert [row[1:3] for row in found] == [("Двое", "Two"), ("ч. 2", "2"), ("ст. 280", "Art. 280")]


def test_a_date_with_one_wrong_part_is_changed() -> None:
    (row,) = rows("1 марта 2021 года", "March 1, 2012", "ru → en")
    assert row == ("date", "1 марта 2021", "March 1, 2012", "changed")


def test_what_is_lost_and_what_was_added_have_no_other_side() -> None:
    assert rows("В 10:30", "They came", "ru → en") == [("time", "10:30", "", "missing")]
    assert rows("Они пришли", "All 17 came", "ru → en") == [("number", "", "17", "added")]


def test_a_small_number_in_words_may_be_said_otherwise() -> None:
    assert rows("Пришли двое", "A pair came", "ru → en")[0][3] in ("same", "unsure")


def test_of_quotations_that_are_fewer_the_likely_ones_are_paired() -> None:
    there = "«Да», — сказала она. «Мы ждём суда уже третий год», — добавил он."
    here = "She agreed. “We have been waiting for a trial for years,” he added."
    found = [row for row in rows(there, here, "ru → en") if row[0] == "quotation"]
    assert [row[3] for row in found] == ["unsure", "same"]


def test_a_damaged_address_is_changed() -> None:
    (row,) = rows("help@bulletin.example", "help @ bulletin.example", "ru → en")
    assert row == ("e-mail", "help@bulletin.example", "help @ bulletin.example", "changed")


def test_units_without_a_translation_are_left_out() -> None:
    assert not list(ledger([Pair("p-1", None, "300 км", "", "ru", "en")]))


@settings(deadline=None)
@given(
    st.text(alphabet="1 2.,:-«»“”\"'%€ a@b.c/ марта", max_size=40),
    st.text(alphabet="1 2.,:-“”\"'%€ a@b.c/ March", max_size=40),
)
def test_every_fact_stands_where_it_says(source: str, target: str) -> None:
    pair = Pair("p-1", None, source, target, "ru", "en")
    for entry in entries(pair):
        written = entry.kind.value in ("web", "e-mail")
        for fact, text in (
            (entry.source, source if written else pair.original),
            (entry.target, target if written else pair.text),
        ):
            if fact is not None:
                assert text[slice(*fact.span)].strip() == fact.text.strip()
