from workflow.server.limits import Rate


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_few_at_once_and_then_as_many_as_time_allows():
    clock = Clock()
    rate = Rate(2.0, 3, clock)
    assert [rate.allows("ana") for _ in range(5)] == [True, True, True, False, False]
    clock.now = 1.0
    assert [rate.allows("ana") for _ in range(3)] == [True, True, False]


def test_each_is_counted_apart():
    rate = Rate(1.0, 1, Clock())
    assert rate.allows("ana")
    assert rate.allows("ben")
    assert not rate.allows("ana")


def test_many_strangers_do_not_fill_the_memory():
    rate = Rate(1.0, 1, Clock())
    for number in range(10_000):
        rate.allows(f"address {number}")
    assert len(rate._left) <= 4096
