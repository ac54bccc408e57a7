import pytest

from workflow.language.direction import direction, first_direction


@pytest.mark.parametrize("tag", ["ar", "fa", "he", "ckb", "ur-PK", "az-Arab", "yi"])
def test_right_to_left(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize("tag", ["en", "ru", "sr-Latn", "az", "ka", "zh-Hant", "ku"])
def test_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


def test_the_first_strong_character_decides() -> None:
    assert first_direction("«12» نص English") == "rtl"
    assert first_direction("(5) text نص") == "ltr"
    assert first_direction("12, 14 — …") is None
