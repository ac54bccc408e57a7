"""Search without a server: an index in parts, which a script in the reader's browser goes through.

The parts are cut so that a new article changes the last one alone; the script reads the newest
first and shows what it has found so far.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from workflow.publish.addresses import PAGE, SEARCH, folder_of
from workflow.publish.site.desk import Desk, Page, Shelf, written_day
from workflow.publish.site.index import Row

SIZE = 200
"""How many articles a part of the index has."""


def pages(desk: Desk, shelf: Shelf) -> Iterator[Page]:
    """Yield the page with the form, and the parts of the index."""
    folder = folder_of(shelf.language, SEARCH)
    parts = [shelf.rows[at : at + SIZE] for at in range(0, len(shelf.rows), SIZE)]
    names = [f"{number}.json" for number in range(1, len(parts) + 1)]

    def values() -> Mapping[str, object]:
        return {"parts": names[::-1]}

    twins = {tag: f"{folder_of(tag, SEARCH)}/{PAGE}" for tag in desk.languages}
    path = f"{folder}/{PAGE}"
    yield desk.page("search", path, shelf.language, len(parts), values, twins=twins)
    for name, rows in zip(names, parts, strict=True):
        yield desk.file(f"{folder}/{name}", rows, partial(_part, desk, shelf.language, rows))


def _part(desk: Desk, language: str, rows: Sequence[Row]) -> bytes:
    newest_first = rows[::-1]
    entries = [
        {
            "href": f"../{card.slug}/{PAGE}",
            "kicker": card.kicker,
            "title": card.title,
            "summary": card.summary,
            "day": card.published[:10],
            "date": written_day(card.published, language).text,
            "words": desk.index.words(language, row),
        }
        for row, card in zip(newest_first, desk.index.cards(language, newest_first), strict=True)
    ]
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()
