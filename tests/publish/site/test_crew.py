"""Work that is shared out among processes."""

from functools import partial
from operator import methodcaller

import pytest

from workflow.publish.site.crew import each_of


@pytest.mark.parametrize("many", [False, True])
def test_results_come_in_the_order_of_the_things(many: bool) -> None:
    hire = partial(methodcaller, "upper")
    things = [f"report {number}" for number in range(30)]
    assert list(each_of(hire, things, many=many, chunk=7)) == [thing.upper() for thing in things]


def test_an_error_in_another_process_reaches_this_one() -> None:
    with pytest.raises(AttributeError):
        list(each_of(partial(methodcaller, "shout"), ["a", "b"], many=True))
