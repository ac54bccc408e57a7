"""Withheld names are found in every script and form, and other names are not."""

import pytest

from workflow.withheld.seeking import Seeker


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday Anna Orlinskaya came.",
        "Суд над Анной Орлинской отложили.",
        "Адвокат Орлинской Анны молчал.",
        "to Anna Petrovna Orlinskaya’s house",
        "A. Orlinskaya",
        "Orlinskaja Anna",
        "Ana Orlínskaya",
        "Анне Орлинською",
        "ANNA ORLINSKAYA",
        "Anna Orlin\u00adskaya",
        "Anna Orlinskya",
    ],
)
def test_a_name_is_found_in_its_forms(text: str) -> None:
    for listed in ("Anna Orlinskaya", "Анна Орлинская"):
        [(start, end)] = Seeker([listed]).find(text)[:1]
        assert "рлинс" in text[start:end].lower() or "orl" in text[start:end].lower()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Павел Орлин", "с Павлом Орлиным"),
        ("Pavel Orlin", "для Павла Орлина"),
        ("Лев Кравец", "Льва Кравца не видели"),
        ("Lev Kravets", "Львом Кравцом"),
        ("Ольга Чижок", "от Чижка Ольги"),
        ("Marek Stasek", "z Markiem Staskiem"),
    ],
)
def test_a_name_is_found_where_it_loses_a_vowel_before_an_ending(name: str, text: str) -> None:
    assert Seeker([name]).find(text)


@pytest.mark.parametrize("name", ["Зоя Красова", "Zoya Krasova"])
@pytest.mark.parametrize(
    "text",
    ["от Зои Красовой", "Зое Красовой", "с Зоей Красовой", "about Zoi Krasovoi", "zoya_krasova"],
)
def test_a_name_is_found_that_ends_in_two_vowels(name: str, text: str) -> None:
    assert Seeker([name]).find(text)


@pytest.mark.parametrize("text", ["Майи Орловой", "Майе Орловой", "Майей Орловой", "Maii Orlovoi"])
def test_a_short_name_is_found_before_its_endings(text: str) -> None:
    assert Seeker(["Maya Orlova"]).find(text)


@pytest.mark.parametrize(
    "text",
    ["#ZoyaKrasova", "@krasovazoya", "https://zoyakrasova.example/letters", "#ЗояКрасова"],
)
def test_a_name_that_is_run_together_is_found(text: str) -> None:
    for listed in ("Zoya Krasova", "Красова Зоя"):
        [(start, end)] = Seeker([listed]).find(text)
        assert len(text[start:end]) == len("zoyakrasova") - ("З" in text)


def test_another_name_with_the_same_beginning_is_not() -> None:
    assert not Seeker(["Zoya Krasova"]).find("The zoo in Krasnoyarsk, zoos, #ZooKrasnoyarsk")


@pytest.mark.parametrize(
    ("name", "text"), [("Олег Козлов", "Ольга Козлова"), ("Marek Nowak", "Mark Nowak")]
)
def test_no_vowel_is_lost_elsewhere(name: str, text: str) -> None:
    assert not Seeker([name]).find(text)


@pytest.mark.parametrize(
    "text",
    ["Anna came to Orlando.", "Anna left. It was a long way to go for Orlinskaya.", "The oral", ""],
)
def test_other_names_are_not(text: str) -> None:
    assert not Seeker(["Anna Orlinskaya"]).find(text)


def test_a_family_name_on_a_line_of_its_own_is_found_alone() -> None:
    assert Seeker(["Orlinskaya"]).find("к Орлинской")


def test_two_names_in_one_place_are_one_span() -> None:
    text = "Anna Orlinskaya left"
    assert Seeker(["Anna Orlinskaya", "Orlinskaya"]).find(text) == [(0, 15)]


def test_names_are_replaced_in_all_their_forms() -> None:
    text = "Анна Орлинская пришла. Суд над Анной Орлинской отложили."
    assert Seeker(["Anna Orlinskaya"]).replaced(text, "Н.") == "Н. пришла. Суд над Н. отложили."
