"""How long lists are cut: evenly, and so that a change reaches only what is near it."""

import sqlite3
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.publish.site.lists import Lists, Row
from workflow.publish.site.sheets import MOST, Sheet, Stretch, all_sheets, sheets, sheets_near

REACH = 3
numbers = st.integers(0, 2000)


def row(number: int) -> Row:
    day = f"2024-{number // 200 + 1:02}-{number % 200 // 8 + 1:02}"
    return Row(f"{day} {number:04} story-{number}", f"story-{number}", "x")


def listed(rows: list[Row]) -> Lists:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE seat (list TEXT, place TEXT, article TEXT, digest TEXT)")
    put = "INSERT INTO seat VALUES ('es', ?, ?, ?)"
    connection.executemany(put, rows)
    return Lists(connection)


def story(count: int) -> list[Row]:
    return [row(number) for number in range(count)]


@given(st.sets(numbers))
def test_the_sheets_of_a_list_have_every_article_once_and_name_each_other(found: set[int]) -> None:
    rows = [row(number) for number in sorted(found)]
    made = list(sheets(Stretch(rows), REACH))
    assert [each for sheet in made for each in sheet.rows] == rows
    assert all(len(sheet.rows) <= MOST * REACH for sheet in made)
    assert len(made) == 1 or all(len(sheet.rows) > REACH - 1 for sheet in made)
    assert len({sheet.name for sheet in made}) == len(made)
    assert [(made[0].older, made[-1].newer, made[-1].name)] == [(None, None, "")]
    for older, newer in pairwise(made):
        assert (older.newer, newer.older) == (newer.name, older.name)


@given(st.sets(numbers, min_size=1), st.lists(numbers, max_size=4), st.data())
def test_a_change_reaches_no_further_than_the_sheets_that_are_looked_at(
    found: set[int], new: list[int], data: st.DataObject
) -> None:
    gone = data.draw(st.lists(st.sampled_from(sorted(found)), max_size=4))
    before = {row(number) for number in found}
    after = (before | {row(number) for number in new}) - {row(number) for number in gone}
    lists = listed(sorted(after))
    kept = {sheet.since: sheet for sheet in sheets(Stretch(sorted(before)), REACH)}
    for changed in before ^ after:
        run = sheets_near(lists, "es", changed.place, REACH)
        inside = [s for s in kept if run.since <= s and (run.until is None or s < run.until)]
        for since in inside:
            del kept[since]
        kept |= {sheet.since: sheet for sheet in run.sheets}
    wanted = all_sheets(lists, "es", REACH).sheets
    assert {s.since: s for s in wanted} == (kept if after else dict(kept) or {"": wanted[0]})


@pytest.mark.parametrize("at", [0, 1000, 1990])
def test_of_a_long_list_only_a_little_is_looked_at(at: int) -> None:
    lists = listed(story(2000))
    looked = sheets_near(lists, "es", row(at).place, REACH).sheets
    assert sum(len(sheet.rows) for sheet in looked) < 40 * REACH


def test_a_page_that_is_full_keeps_its_name_and_its_articles() -> None:
    def full(count: int) -> list[Sheet]:
        return [sheet for sheet in sheets(Stretch(story(count)), REACH) if sheet.newer]

    earlier, later = full(500), full(600)
    assert earlier == later[: len(earlier)]
    assert earlier[0].name == "2024-01-01-story-0"
