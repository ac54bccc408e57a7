"""Search without a server: an index in parts, which a script in the reader's browser goes through.

Every part names the older one after it; the script reads the newest first and shows what it has
found so far.
"""

import json
from collections.abc import Iterator, Mapping

from workflow.publish.addresses import PAGE, SEARCH, folder_of
from workflow.publish.site.batch import Batch, Page
from workflow.publish.site.desk import Desk, written_day
from workflow.publish.site.listing import batch_of
from workflow.publish.site.scope import Scope
from workflow.publish.site.sheets import Sheet

REACH = 50
"""The least number of articles in a part of the index; most have about 100."""
NEWEST_PART = "newest.json"
"""The part to begin with; `templates/web/search.html` names it."""


def pages(desk: Desk, language: str) -> Iterator[Page]:
    """Yield the page with the form."""

    def values() -> Mapping[str, object]:
        return {"newest": NEWEST_PART}

    twins = {tag: f"{folder_of(tag, SEARCH)}/{PAGE}" for tag in desk.languages}
    path = f"{folder_of(language, SEARCH)}/{PAGE}"
    yield desk.page("search", path, language, None, values, twins=twins)


def batches(desk: Desk, language: str, scope: Scope) -> Iterator[Batch]:
    """Yield the parts of the index."""
    folder = folder_of(language, SEARCH)

    def page(sheet: Sheet) -> Page:
        path = f"{folder}/{_file(sheet.name)}"
        return desk.file(path, sheet.key, lambda: _part(desk, language, sheet), since=sheet.since)

    for run in scope.runs(language, REACH):
        yield batch_of(folder, run, page)


def _part(desk: Desk, language: str, sheet: Sheet) -> bytes:
    newest_first = sheet.rows[::-1]
    entries = [
        {
            "href": f"../{card.slug}/{PAGE}",
            "kicker": card.kicker,
            "title": card.title,
            "summary": card.summary,
            "day": card.published[:10],
            "date": written_day(card.published[:10], language).text,
            "words": desk.index.words(language, row),
        }
        for row, card in zip(newest_first, desk.index.cards(language, newest_first), strict=True)
    ]
    older = None if sheet.older is None else _file(sheet.older)
    part = {"older": older, "articles": entries}
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()


def _file(name: str) -> str:
    return f"{name}.json" if name else NEWEST_PART
