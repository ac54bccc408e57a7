"""The measured set: nothing of an article is lost, and hardly anything of a site comes in."""

import re

import pytest

from tests.document.importing.sites import Case, cases
from workflow.document import inline
from workflow.document.importing import import_source
from workflow.document.units import source_units

CASES = list(cases())


def letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_whole_article_comes_in_and_nothing_else(case: Case) -> None:
    found = import_source(case.data, case.name)
    units = [letters(inline.plain(unit.text)) for unit in source_units(found.source)]
    whole = "|".join(units)
    assert [sentence for sentence in case.sentences if letters(sentence) not in whole] == []
    assert [line for line in case.clutter if letters(line) in units] == []


def test_set_is_large_enough_to_mean_something() -> None:
    assert len(CASES) >= 40
    assert len({case.name.rpartition("-")[2].partition(".")[0] for case in CASES}) == 6


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_title_and_language_are_found(case: Case) -> None:
    source = import_source(case.data, case.name).source
    assert source.language == case.name.rpartition("-")[2].partition(".")[0]
    assert source.title == case.title
