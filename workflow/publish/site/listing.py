"""The pages of a long list of articles: the archive, a topic, a person."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from workflow.publish.addresses import PAGE
from workflow.publish.site.batch import Batch, Page
from workflow.publish.site.desk import Desk, written_day
from workflow.publish.site.model import Paging
from workflow.publish.site.page_keys import Span
from workflow.publish.site.scope import Scope
from workflow.publish.site.sheets import NEWEST, Run, Sheet

REACH = 9
"""How many articles stand on a page at least; four times as many have less than 50 kB."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A list and where it stands: `template` makes its pages, with `values` beside the articles.

    `name` is that of the list in the index; `twins` are the newest page in other languages.
    """

    name: str
    language: str
    folder: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    twins: Mapping[str, str] = field(default_factory=dict)

    def batches(self, desk: Desk, scope: Scope) -> Iterator[Batch]:
        """Yield those pages of the list that are in scope."""
        for run in scope.runs(self.name, REACH):
            yield batch_of(self.folder, run, lambda sheet: self._page(desk, sheet))

    def _page(self, desk: Desk, sheet: Sheet) -> Page:
        """Return a page. The newest is `folder/index.html`, the others are in folders below."""
        path = f"{self.folder}/{sheet.name}/{PAGE}" if sheet.name else f"{self.folder}/{PAGE}"

        def values() -> Mapping[str, object]:
            newest_first = sheet.rows[::-1]
            cards = desk.teasers(self.language, newest_first, path)
            return {**self.values, "cards": cards, "paging": _paging(sheet, self.language)}

        return desk.page(
            self.template,
            path,
            self.language,
            (sheet.key, self.values),
            values,
            twins={} if sheet.name else self.twins,
            since=sheet.since,
        )


def batch_of(part: str, run: Run, page: Callable[[Sheet], Page]) -> Batch:
    """Return the pages that are made of the sheets of a run."""
    return Batch(Span(part, run.since, run.until), map(page, run.sheets))


def _paging(sheet: Sheet, language: str) -> Paging | None:
    if sheet.newer is None and sheet.older is None:
        return None
    return Paging(
        since=written_day(sheet.rows[0].day, language),
        until=written_day(sheet.rows[-1].day, language),
        newer=_way(sheet, sheet.newer),
        older=_way(sheet, sheet.older),
    )


def _way(sheet: Sheet, other: str | None) -> str | None:
    """Return the way from a page to another one of its list."""
    if other is None:
        return None
    up = "" if sheet.name == NEWEST else "../"
    return f"{up}{other}/{PAGE}" if other else f"{up}{PAGE}"
