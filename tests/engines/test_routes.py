"""Chains of packages from one language to another."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workflow.engines.argos.routes import codes, find_route


@dataclass(frozen=True)
class Pair:
    source: str
    target: str


def pairs(text: str) -> list[Pair]:
    return [Pair(*pair.split(">")) for pair in text.split()]


def route(packages: str, source: str, target: str) -> str | None:
    found = find_route(pairs(packages), source, target)
    return None if found is None else " ".join(f"{p.source}>{p.target}" for p in found)


def test_a_direct_package_comes_first() -> None:
    assert route("ru>en en>es ru>es", "ru", "es") == "ru>es"


def test_english_is_the_middle_language_where_there_is_a_choice() -> None:
    assert route("ru>de de>es ru>en en>es", "ru", "es") == "ru>en en>es"


def test_another_middle_language_serves_too() -> None:
    assert route("be>ru ru>en en>es", "be", "es") == "be>ru ru>en en>es"


def test_four_steps_are_too_many() -> None:
    assert route("a>b b>c c>d d>e", "a", "e") is None


def test_there_may_be_no_way() -> None:
    assert route("ru>en", "en", "ru") is None
    assert route("", "en", "ru") is None


def test_argos_has_codes_of_its_own() -> None:
    assert codes("pt-BR") == ["pb", "pt"]
    assert codes("sr-Latn") == ["sr"]
    assert route("en>pt en>pb", "en", "pt-BR") == "en>pb"
    assert route("en>pt", "en", "pt-BR") == "en>pt"


LANGUAGES = st.sampled_from(["aa", "bb", "cc", "dd", "en"])


@given(st.lists(st.builds(Pair, LANGUAGES, LANGUAGES)), LANGUAGES, LANGUAGES)
def test_a_route_leads_from_one_end_to_the_other(
    packages: list[Pair], source: str, target: str
) -> None:
    found = find_route(packages, source, target)
    if found:
        stops = [found[0].source, *(pair.target for pair in found)]
        assert (stops[0], stops[-1]) == (source, target)
        assert all(a.target == b.source for a, b in pairwise(found))
        assert len(stops) == len(set(stops)) <= 4
    elif source != target:
        assert Pair(source, target) not in packages
