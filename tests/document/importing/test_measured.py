"""The measured set: nothing of an article is lost, and hardly anything of a site comes in."""

import re
from functools import cache

import pytest

from tests.document.importing.sites import Case, cases
from workflow.document import inline
from workflow.document.importing import import_source
from workflow.document.source import Source
from workflow.document.units import source_units

CASES = {case.name: case for case in cases()}
LEAST_REMOVED = 0.97


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


@cache
def imported(name: str) -> tuple[Source, tuple[str, ...]]:
    """Return a case's source, and the letters of each unit."""
    source = import_source(CASES[name].data, name).source
    return source, tuple(letters(inline.plain(unit.text)) for unit in source_units(source))


@pytest.mark.parametrize("case", CASES.values(), ids=lambda case: case.name)
def test_whole_article_comes_in_under_its_title(case: Case) -> None:
    source, units = imported(case.name)
    whole = "|".join(units)
    assert [sentence for sentence in case.sentences if letters(sentence) not in whole] == []
    assert source.language == case.name.rpartition("-")[2].partition(".")[0]
    assert source.title == case.title


def test_hardly_anything_of_the_sites_comes_in() -> None:
    lines = [(case, line) for case in CASES.values() for line in case.clutter]
    kept = [
        f"{case.name}: {line}" for case, line in lines if letters(line) in imported(case.name)[1]
    ]
    assert len(kept) <= (1 - LEAST_REMOVED) * len(lines), kept


def test_set_is_large_enough_to_mean_something() -> None:
    assert len(CASES) >= 40
    assert len({name.rpartition("-")[2].partition(".")[0] for name in CASES}) == 6
