"""Where long lists are cut into pages, so that a change in a list changes only what is near it.

A list is cut before those articles whose mark, a hash of their slug, is the greatest among their
neighbours: the local maximum approach of Bjørner, Blass and Gurevich, "Content-dependent chunking
for differential compression", 2010. So the pages depend on nothing but the list as it is, and an
article that comes, goes or moves leaves all those alone that are further away. A page has more
than `reach` articles, twice as many as a rule, and never more than four times as many: what lies
between two cuts is shared out evenly where it is too much for one page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import pairwise

from workflow.publish.site.lists import Lists, Row
from workflow.publish.site.page_keys import BEGINNING

NEWEST = ""
"""The name of the newest page of a list."""
MOST = 4
"""How many times its reach a sheet can hold."""
_MARGIN = 10
"""How many times its reach is read of a list on both sides of a change, to begin with."""
_BEYOND = 3
"""How many cuts beyond a change tell all of the pages that it can reach."""


@dataclass(frozen=True)
class Stretch:
    """Neighbouring rows of a list, the oldest first, and whether the list begins and ends there."""

    rows: Sequence[Row]
    first: bool = True
    last: bool = True


@dataclass(frozen=True)
class Sheet:
    """One page of a list, its oldest article first, with the names of its neighbours.

    Its name is that of the first article and its day; the newest has none, and gets one when
    articles have come that leave it behind.
    """

    name: str
    rows: tuple[Row, ...]
    newer: str | None
    older: str | None

    @property
    def since(self) -> str:
        """The place at which it begins."""
        return self.rows[0].place if self.rows else BEGINNING

    @property
    def key(self) -> object:
        """What changes when the sheet does."""
        return self.newer, self.older, [row.digest for row in self.rows]


@dataclass(frozen=True)
class Run:
    """Neighbouring sheets of a list, from one place up to another; None is the end of the list."""

    sheets: tuple[Sheet, ...]
    since: str = BEGINNING
    until: str | None = None


def all_sheets(lists: Lists, name: str, reach: int) -> Run:
    """Return all sheets of a list."""
    return Run(tuple(sheets(Stretch(lists.rows(name)), reach)))


def sheets_near(lists: Lists, name: str, place: str, reach: int) -> Run:
    """Return the sheets of a list that may differ after a change at a place, or are near it."""
    count = _MARGIN * reach
    while True:
        before, behind = lists.before(name, place, count), lists.behind(name, place, count)
        stretch = Stretch([*before, *behind], len(before) < count, len(behind) < count)
        found = cuts(stretch.rows, reach)
        left = sum(cut < len(before) - reach for cut in found)
        right = sum(cut > len(before) + reach for cut in found)
        if (stretch.first or left >= _BEYOND) and (stretch.last or right >= _BEYOND):
            return _run(stretch, tuple(sheets(stretch, reach)))
        count *= 2


def _run(stretch: Stretch, found: tuple[Sheet, ...]) -> Run:
    if not found:
        return Run(found)
    since = BEGINNING if stretch.first else found[0].since
    if stretch.last:
        return Run(found, since)
    places = [row.place for row in stretch.rows]
    return Run(found, since, places[places.index(found[-1].rows[-1].place) + 1])


def sheets(stretch: Stretch, reach: int) -> Iterator[Sheet]:
    """Yield the sheets of a stretch of which all is known: their articles and their neighbours."""
    rows, known = stretch.rows, cuts(stretch.rows, reach)
    borders = [*([0] if stretch.first else []), *known, *([len(rows)] if stretch.last else [])]
    starts = [start for pair in pairwise(borders) for start in _shared_out(*pair, MOST * reach)]
    ends = [*starts[1:], *borders[-1:]]
    names = [sheet_name(rows[start]) for start in starts if rows]
    if stretch.last:
        names[-1:] = [NEWEST]
    for at, (name, start, end) in enumerate(zip(names, starts, ends, strict=False)):
        beginning, ending = stretch.first and at == 0, stretch.last and at == len(names) - 1
        if (at or beginning) and (at + 1 < len(names) or ending):
            older = None if beginning else names[at - 1]
            newer = None if ending else names[at + 1]
            yield Sheet(name, tuple(rows[start:end]), newer, older)


def cuts(rows: Sequence[Row], reach: int) -> list[int]:
    """Return where sheets begin, but for the first: after and before `reach` rows at least."""
    marks = [_mark(row.slug) for row in rows]
    return [
        at
        for at in range(reach, len(marks) - reach)
        if marks[at - 1] < marks[at] > marks[at + 1]
        and marks[at] == max(marks[at - reach : at + reach + 1])
    ]


def _shared_out(start: int, end: int, most: int) -> Iterator[int]:
    """Yield where the sheets between two cuts begin, each of `most` rows or fewer."""
    count = max(1, -(-(end - start) // most))
    yield from (start + (end - start) * number // count for number in range(count))


@cache
def _mark(slug: str) -> int:
    return int.from_bytes(blake2b(slug.encode(), digest_size=8).digest())


def sheet_name(first: Row) -> str:
    """Return the name of the sheet that begins with a row: `2024-03-05-far-bank`."""
    return f"{first.day}-{first.slug}"
