"""The mend of a wrong number, in the way of the target language."""

import pytest

from workflow.checks.check import Context, Pair
from workflow.checks.run import check_pairs


@pytest.mark.parametrize(
    ("source", "target", "languages", "mend"),
    [
        ("Арестовали 1 250 человек.", "1,520 people were arrested.", ("ru", "en"), "1,250"),
        ("Es kamen 1.250 Menschen.", "1,520 people came.", ("de", "en"), "1,250"),
        ("It costs 3.5 euros.", "Das kostet 5,3 Euro.", ("en", "de"), "3,5"),
        ("В 2021 году он вышел.", "In 2012 he left.", ("ru", "en"), "2021"),
    ],
)
def test_the_number_of_the_source_is_suggested(
    source: str, target: str, languages: tuple[str, str], mend: str
) -> None:
    (found,) = check_pairs([Pair("p-1", None, source, target, *languages)], Context())
    assert found.suggestions == (mend,)


def test_a_lost_number_is_known_by_what_the_source_says() -> None:
    pair = Pair("p-1", None, "Ему дали 12 лет.", "He was sentenced.", "ru", "en")
    (found,) = check_pairs([pair], Context())
    assert (found.span, found.excerpt, found.about) == (None, "", "12")
