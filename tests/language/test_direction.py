import pytest
from langcodes import Language

from workflow.language.direction import _LTR_LANGUAGES, _RTL_LANGUAGES, direction, first_direction


@pytest.mark.parametrize("tag", ["ar", "fa", "he", "ckb", "ur-PK", "az-Arab", "yi"])
def test_right_to_left(tag: str) -> None:
    assert direction(tag) == "rtl"


@pytest.mark.parametrize("tag", ["en", "ru", "sr-Latn", "az", "ka", "zh-Hant", "ku"])
def test_left_to_right(tag: str) -> None:
    assert direction(tag) == "ltr"


@pytest.mark.parametrize("region", ["", "-US", "-IR", "-IL", "-CN", "-RU"])
@pytest.mark.parametrize("language", sorted(_LTR_LANGUAGES | _RTL_LANGUAGES))
def test_what_is_known_without_tables_is_what_they_say(language: str, region: str) -> None:
    script = Language.get(f"{language}{region}").maximize().script
    assert direction(f"{language}{region}") == ("rtl" if script in ("Arab", "Hebr") else "ltr")


def test_the_first_strong_character_decides() -> None:
    assert first_direction("«12» نص English") == "rtl"
    assert first_direction("(5) text نص") == "ltr"
    assert first_direction("12, 14 — …") is None
