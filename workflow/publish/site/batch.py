"""Pages that are brought up to date together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workflow.publish.site.page_keys import BEGINNING, Span


@dataclass(frozen=True)
class Page:
    """A file of the site: `make` gives its content, `key` changes when that would.

    `since` is the place at which its articles begin.
    """

    path: str
    key: str
    make: Callable[[], bytes]
    since: str = BEGINNING


@dataclass(frozen=True)
class Batch:
    """All pages of a span: what else was there before is there no longer."""

    span: Span
    pages: Iterable[Page] = ()
