"""An article narrowed to what somebody looks for, and cut into pages that open at once."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from workflow.server.rows import Row, Rows
from workflow.server.visit import Form

AT_ONCE = 200
"""How many rows a page has; the script fetches the next ones."""
_PATIENCE = 0.3
"""How long a page waits for units to be read before it shows them as they are, in seconds."""
_LONG_PATIENCE = 4.0
"""The same where somebody has asked for what the checks have found."""
_FILTERS: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "all": ("All", lambda _: True),
    "open": ("To do", lambda row: row.standing != "confirmed"),
    "failing": ("With findings", lambda row: bool(row.findings)),
    "commented": ("Commented", lambda row: row.open_threads > 0),
    "changed": ("Source changed", lambda row: row.previous is not None),
}
TITLES = {name: title for name, (title, _) in _FILTERS.items()}
"""What a page can be narrowed to, and how it is called."""


@dataclass(frozen=True)
class Narrowed:
    """The rows of a page, and the number that the next page begins with, None after the last.

    `unread` counts units of which it is not known yet whether the checks find anything.
    """

    rows: Sequence[Row]
    following: int | None
    unread: int


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """What is asked for: a filter, words, the worst first, and from which row on."""

    show: str = "all"
    worst: bool = False
    words: str = ""
    start: int = 0

    @classmethod
    def of(cls, query: Form) -> "Narrowing":
        """Return what an address asks for; what it cannot mean is passed over."""
        start = query["from"]
        return cls(
            show=query["show"] if query["show"] in _FILTERS else "all",
            worst=query["order"] == "worst",
            words=query["words"].strip()[:200],
            start=int(start) if start.isdecimal() and len(start) < 8 else 0,
        )

    def address(self, **others: object) -> str:
        """Return the query of an address for this, but for what `others` change."""
        asked = {
            "show": self.show,
            "order": "worst" if self.worst else "",
            "words": self.words,
            "from": self.start,
            **others,
        }
        kept = {name: value for name, value in asked.items() if value not in ("", "all", 0)}
        return f"?{urlencode(kept)}"

    def page(self, rows: Rows) -> Narrowed:
        """Return the rows that are asked for."""
        if (self.show, self.worst, self.words) == ("all", False, ""):
            units = list(rows.order)
            found = list(_within(_PATIENCE, rows, units[self.start : self.start + AT_ONCE]))
            return self._cut(found, len(units), unread=0)
        patience = _LONG_PATIENCE if self.worst or self.show == "failing" else _PATIENCE
        all_rows = list(_within(patience, rows, list(rows.order)))
        found = [row for row in all_rows if self._keeps(row)]
        if self.worst:
            found.sort(key=lambda row: -row.weight)
        part = found[self.start : self.start + AT_ONCE]
        return self._cut(part, len(found), unread=sum(row.reading is None for row in all_rows))

    def _keeps(self, row: Row) -> bool:
        keeps = _FILTERS[self.show][1]
        words = self.words.casefold()
        return keeps(row) and words in f"{row.source_text}\n{row.text}".casefold()

    def _cut(self, rows: Sequence[Row], total: int, *, unread: int) -> Narrowed:
        following = self.start + AT_ONCE
        return Narrowed(rows, following if following < total else None, unread)


def page_of(number: int, done: str) -> str:
    """Return the query of the page that has the unit with this number, which counts from 1.

    `done` is what the page says that has been done.
    """
    return Narrowing(start=(number - 1) // AT_ONCE * AT_ONCE).address(done=done)


def _within(patience: float, rows: Rows, units: Sequence[str]) -> Iterator[Row]:
    """Yield the rows; units are read as long as that takes no longer than `patience` seconds."""
    until = time.monotonic() + patience
    for unit in units:
        yield rows.row(unit, max(0.0, until - time.monotonic()))
