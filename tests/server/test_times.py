from datetime import UTC, datetime

import pytest

from workflow.server.times import told_time

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-03-20T11:59:30Z", "just now"),
        ("2026-03-20T11:59:00Z", "1 minute ago"),
        ("2026-03-20T09:30:00Z", "2 hours ago"),
        ("2026-03-19T11:00:00Z", "1 day ago"),
        ("2026-01-02T11:00:00Z", "2026-01-02"),
        ("2026-03-20T12:00:30Z", "just now"),
        ("no time", "no time"),
        ("", ""),
    ],
)
def test_times_as_people_say_them(at, told):
    assert told_time(at, NOW) == told
