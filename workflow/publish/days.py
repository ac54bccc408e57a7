"""Days as readers and machines read them."""

from datetime import date
from functools import lru_cache
from typing import overload

from workflow.language.dates import written_date
from workflow.publish.article import Dated


@overload
def dated(day: date, language: str) -> Dated: ...
@overload
def dated(day: date | None, language: str) -> Dated | None: ...
def dated(day: date | None, language: str) -> Dated | None:
    """Return a day as the readers of a BCP 47 tag write it, None where there is none."""
    return _dated(day, language) if day else None


@lru_cache(maxsize=1 << 12)
def _dated(day: date, language: str) -> Dated:
    return Dated(iso=day.isoformat(), text=written_date(day, language))
