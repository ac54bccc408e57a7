"""Days as readers and machines read them."""

from datetime import date
from typing import overload

from workflow.language.dates import written_date
from workflow.publish.article import Dated


@overload
def dated(day: date, language: str) -> Dated: ...
@overload
def dated(day: date | None, language: str) -> Dated | None: ...
def dated(day: date | None, language: str) -> Dated | None:
    """Return a day as the readers of a BCP 47 tag write it, None where there is none."""
    return Dated(iso=day.isoformat(), text=written_date(day, language)) if day else None
