"""Countries, cities and languages under the names that languages give them."""

import pytest

from workflow.language.places import is_place, place_codes, place_name


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Deutschland", "de"), ("Germany", "en")),
        (("German", "en"), ("alemán", "es")),
        (("French", "en"), ("francés", "es")),
        (("Bruselas", "es"), ("Brussels", "en")),
        (("USA", "en"), ("Estados", "es")),
        (("ONU", "fr"), ("UN", "en")),
        (("holandés", "es"), ("Netherlands", "en")),
        (("Dutch", "en"), ("Niederlande", "de")),
        (("kanadyjski", "pl"), ("Canada", "en")),
        (("kubanisch", "de"), ("Cuba", "en")),
        (("brasilianische", "de"), ("Brazil", "en")),
        (("América", "es"), ("US", "en")),
    ],
)
def test_two_names_of_one_place_share_a_code(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert place_codes(*first) & place_codes(*second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Spanien", "de"), ("China", "en")),
        (("Südafrika", "de"), ("southern", "en")),
        (("Werth", "de"), ("United", "en")),
        (("Norwegen", "de"), ("North", "en")),
    ],
)
def test_two_places_share_none(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert not place_codes(*first) & place_codes(*second)


def test_in_english_a_place_has_a_capital() -> None:
    assert place_codes("Polish", "en")
    assert not place_codes("polish", "en")
    assert place_codes("polonais", "fr")


def test_a_word_of_many_names_needs_a_capital_everywhere() -> None:
    assert place_codes("Unis", "fr")
    assert not place_codes("unis", "fr")


def test_a_whole_name_is_a_place() -> None:
    assert is_place("Paris", "de")
    assert is_place("Finnland", "de")
    assert not is_place("Zuschauer", "de")
    assert not is_place("World", "en")


def test_a_country_has_a_name_in_each_language() -> None:
    assert place_name("Egypt", "en", "es") == "Egipto"
    assert place_name("Deutschland", "de", "pl") == "Niemcy"
    assert place_name("Kowalska", "pl", "en") is None
