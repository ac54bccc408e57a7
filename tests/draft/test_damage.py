"""What is broken in a translation, whatever it means."""

import pytest

from workflow.draft.damage import Damage, Harm, Lost, harm

LONG = "The witnesses told the court that nobody had answered their letters for many months."


@pytest.mark.parametrize(
    ("source", "text", "damage"),
    [
        ("He was released.", "", Damage.EMPTY),
        ("He was released.", "…", Damage.EMPTY),
        ("He was released.", "Lo pusieron en libertad, en libertad.", Damage.LOOP),
        ("He was released.", "Lo soltaron sus sus amigos.", Damage.LOOP),
        ("He was released.", "Jajajajajaja lo soltaron.", Damage.LOOP),
        (LONG, "Los testigos.", Damage.SHORT),
        ("He was released.", "Lo " + " y ".join(f"{n}º" for n in "abcdefghijklm"), Damage.LONG),
        ("He was released on that day.", "He was released on that day.", Damage.COPIED),
        ("It took 323 days.", "Duró 3232 días.", Damage.NUMBER),
        ("It took long.", "Duró 40 días.", Damage.NUMBER),
        ("It took 323 days.", "Duró muchos días.", Damage.NUMBER),
        ("Then Zofia Kowalska spoke.", "Luego habló Zofia.", Damage.NAME),
    ],
)
def test_damage_is_seen(source: str, text: str, damage: Damage) -> None:
    assert harm(source, text, "en", "es").kinds == {damage}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("He was released.", "Lo pusieron en libertad."),
        ("No, no, no!", "¡No, no, no!"),
        ("Day after day, day after day", "Día tras día, día tras día"),
        ("In 1,250 days, on 3 May", "En 1.250 días, el 3 de mayo"),
        ("Mara Quill, 2021", "Mara Quill, 2021"),
        ("12 %", "12 %"),
        ("", ""),
    ],
)
def test_what_is_not_damaged(source: str, text: str) -> None:
    assert not harm(source, text, "en", "es").kinds


def test_one_chinese_character_stands_for_several_letters() -> None:
    source = "The witnesses told the court that nobody had answered."
    assert not harm(source, "证人告诉法庭，没有人回答过。", "en", "zh").kinds


@pytest.mark.parametrize(
    ("source", "text", "words"),
    [
        ("It took 323 days and 2 nights.", "Duró 2 noches.", "323"),
        ("It cost 1,250 euros.", "Costó mucho.", "1.250"),
        ("Then Zofia Kowalska spoke.", "Luego habló Zofia.", "Zofia Kowalska"),
    ],
)
def test_what_is_lost_is_known_with_its_place_and_how_it_is_written(
    source: str, text: str, words: str
) -> None:
    (lost,) = harm(source, text, "en", "es").lost
    assert lost.words == words
    assert source[lost.start : lost.end].replace(",", ".") == words


def test_words_in_two_places_are_lost_one_by_one() -> None:
    assert harm("Kowalska met Orlin in 2021.", "Se vieron.", "en", "es").lost == (
        Lost(0, 8, "Kowalska"),
        Lost(13, 18, "Orlin"),
        Lost(22, 26, "2021"),
    )


def test_a_name_of_the_glossary_may_become_any_other() -> None:
    source, text = "Then Zofia Kowalska spoke.", "Luego habló Schneider."
    assert harm(source, text, "en", "es").kinds == {Damage.NAME}
    assert not harm(source, text, "en", "es", known=[(5, 19)]).kinds


def test_a_country_that_is_lost_is_put_back_as_the_target_calls_it() -> None:
    found = harm("She left Germany then.", "Se fue entonces.", "en", "es")
    assert found == Harm(frozenset({Damage.NAME}), (Lost(9, 16, "Alemania"),))


def test_between_scripts_no_name_is_called_lost() -> None:
    assert not harm("Её видела Зофья Ковальская.", "She was seen there.", "ru", "en").kinds
