"""Letters that nobody explains."""

import pytest

from workflow.checks.abbreviation import abbreviation
from workflow.checks.check import Context, Pair
from workflow.checks.run import check_pairs
from workflow.document.units import UnitKind


def told(*texts: str, tag: str = "en", kind: UnitKind | None = None) -> list[str]:
    pairs = [Pair(str(n), kind, None, text, None, tag) for n, text in enumerate(texts)]
    return [found.excerpt for found in check_pairs(pairs, Context(), [abbreviation])]


@pytest.mark.parametrize(
    "text",
    [
        "The Board of Visitors of Tarn came; the BVT knows.",
        "The BVT (the prison visitors) came.",
        "The prison visitors (BVT) came.",
        "The UN and the EU are silent, said NATO.",
        "Part XIV of the book",
        "BREAKING: ALL OUT IN TARN",
        "It is NOT so, and not at all.",
        "See form BVT-12, file A/BVT and www.BVT.example.",
    ],
)
def test_what_is_explained_or_known_is_left_alone(text: str) -> None:
    assert not told(text)


def test_each_abbreviation_is_told_once_where_it_first_stands() -> None:
    assert told("The BVT came.", "The BVT left the KLM.") == ["BVT", "KLM"]


def test_it_may_be_explained_later() -> None:
    assert not told("The BVT came.", "It is the Board of Visitors of Tarn.")


def test_small_words_count_or_not() -> None:
    assert not told("Die Gesellschaft für bedrohte Dörfer rief, und die GBD half.", tag="de")
    assert not told("Die Gesellschaft für bedrohte Dörfer rief, und die GFBD half.", tag="de")


def test_names_of_people_and_publications_are_no_text() -> None:
    assert not told("BVT", "KLM Weekly", kind=UnitKind.PUBLICATION)
