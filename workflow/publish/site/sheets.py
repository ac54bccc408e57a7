"""Long lists of articles, cut into pages that stay as they are when a new article comes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.publish.addresses import PAGE
from workflow.publish.site.desk import Desk, Page, written_day
from workflow.publish.site.index import Row
from workflow.publish.site.model import Paging

SIZE = 20
"""How many articles stand on a page; the newest has up to twice as many, in less than 50 kB."""


@dataclass(frozen=True)
class Sheet:
    """One page of a list, the newest article first, with the ways to its neighbours."""

    path: str
    rows: tuple[Row, ...]
    newer: str | None
    older: str | None


def sheets(folder: str, rows: Sequence[Row]) -> Iterator[Sheet]:
    """Yield the pages of a list whose oldest article comes first.

    The newest page is `folder/index.html`; older ones are numbered from the oldest, so that a
    page, once full, keeps its articles and its address.
    """
    full = max(0, len(rows) // SIZE - 1)
    for number in range(1, full + 1):
        yield Sheet(
            path=f"{folder}/{number}/{PAGE}",
            rows=tuple(reversed(rows[(number - 1) * SIZE : number * SIZE])),
            newer=f"../{number + 1}/{PAGE}" if number < full else f"../{PAGE}",
            older=f"../{number - 1}/{PAGE}" if number > 1 else None,
        )
    yield Sheet(
        path=f"{folder}/{PAGE}",
        rows=tuple(reversed(rows[full * SIZE :])),
        newer=None,
        older=f"{full}/{PAGE}" if full else None,
    )


def list_pages(
    desk: Desk,
    template: str,
    folder: str,
    language: str,
    rows: Sequence[Row],
    values: Mapping[str, object],
    twins: Mapping[str, str] | None = None,
) -> Iterator[Page]:
    """Yield the pages of a list, made by one template; `twins` are those of the newest page."""
    for sheet in sheets(folder, rows):
        yield desk.page(
            template,
            sheet.path,
            language,
            (sheet, values),
            _values_of(desk, sheet, language, values),
            twins=twins if sheet.newer is None else None,
        )


def _values_of(
    desk: Desk, sheet: Sheet, language: str, values: Mapping[str, object]
) -> Callable[[], Mapping[str, object]]:
    def read() -> Mapping[str, object]:
        cards = desk.teasers(language, sheet.rows, sheet.path)
        return {**values, "cards": cards, "paging": _paging(desk, sheet, language)}

    return read


def _paging(desk: Desk, sheet: Sheet, language: str) -> Paging | None:
    if not (sheet.newer or sheet.older):
        return None
    latest, first = desk.index.cards(language, (sheet.rows[0], sheet.rows[-1]))
    return Paging(
        since=written_day(first.published, language),
        until=written_day(latest.published, language),
        newer=sheet.newer,
        older=sheet.older,
    )
