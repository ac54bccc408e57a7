"""British and American spelling, and what the settings say of it."""

import pytest

from workflow.checks.article import context_of
from workflow.checks.check import Context, Pair
from workflow.checks.run import check_pairs
from workflow.checks.variety import variety
from workflow.errors import SettingsError
from workflow.workspace.settings_file import parse_settings


def mends(text: str, tag: str = "en", house: str | None = None) -> list[tuple[str, ...]]:
    pairs = [Pair("p-1", None, None, text, None, tag)]
    found = check_pairs(pairs, Context(variety=house), [variety])
    return [(each.excerpt, *each.suggestions) for each in found]


def test_the_less_frequent_spelling_is_told() -> None:
    text = "The theatre was full of colour, and neighbors stood at its center; it was grey."
    assert mends(text) == [("neighbors", "neighbours"), ("center", "centre")]


def test_the_house_decides_where_the_target_does_not() -> None:
    assert mends("The theatre was full.", house="en-US") == [("theatre", "theater")]
    assert mends("The theatre was full.", house="en-GB") == []
    assert mends("The theatre was full.", tag="en-GB", house="en-US") == []


@pytest.mark.parametrize(
    "text",
    [
        "The organization recognizes the colour of its honour.",
        "The computer programs were of another colour.",
        "Two analyses of the color were paid for.",
        "Labour won; the Center for Law stayed gray in the theater.",
        "The gas meter hung at the theatre.",
    ],
)
def test_what_both_write_and_names_are_left_alone(text: str) -> None:
    assert not mends(text)


def test_the_settings_name_a_kind_of_english() -> None:
    settings = parse_settings('[checks]\nvariety = "en-gb"\n', "workflow.toml")
    assert context_of(settings.checks, None).variety == "en-GB"
    with pytest.raises(SettingsError, match=r"checks\.variety"):
        parse_settings('[checks]\nvariety = "fr"\n', "workflow.toml")
