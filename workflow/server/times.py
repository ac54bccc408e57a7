"""Times as people say them."""

from datetime import UTC, datetime

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def told_time(at: str, now: datetime | None = None) -> str:
    """Return how long ago a time (ISO 8601) was: `5 minutes ago`; days that are long past as such.

    What is no time stands for itself.
    """
    try:
        then = datetime.fromisoformat(at)
    except ValueError:
        return at
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    passed = ((now or datetime.now(UTC)) - then).total_seconds()
    if passed < _MINUTE:
        return "just now"
    if passed < _HOUR:
        return _ago(int(passed // _MINUTE), "minute")
    if passed < _DAY:
        return _ago(int(passed // _HOUR), "hour")
    if passed < 7 * _DAY:
        return _ago(int(passed // _DAY), "day")
    return then.date().isoformat()


def _ago(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'} ago"
