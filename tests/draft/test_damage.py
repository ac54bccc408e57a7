"""What is broken in a translation, whatever it means."""

import pytest

from workflow.draft.damage import Damage, damages, lost_numbers

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
    ],
)
def test_damage_is_seen(source: str, text: str, damage: Damage) -> None:
    assert damages(source, text, "en", "es") == {damage}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("He was released.", "Lo pusieron en libertad."),
        ("No, no, no!", "¡No, no, no!"),
        ("Day after day he had had hope.", "Día tras día había tenido tenido esperanza."),
        ("In 1,250 days, on 3 May", "En 1.250 días, el 3 de mayo"),
        ("Mara Quill, 2021", "Mara Quill, 2021"),
        ("12 %", "12 %"),
        ("", ""),
    ],
)
def test_what_is_not_damaged(source: str, text: str) -> None:
    assert not damages(source, text, "en", "es")


def test_one_chinese_character_stands_for_several_letters() -> None:
    source = "The witnesses told the court that nobody had answered."
    assert not damages(source, "证人告诉法庭，没有人回答过。", "en", "zh")


def test_lost_numbers_are_known_by_their_place() -> None:
    (number,) = lost_numbers("It took 323 days and 2 nights.", "Duró 2 noches.", "en", "es")
    assert (number.start, number.end) == (8, 11)
