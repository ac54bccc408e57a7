"""Work on all cores: the same function over many things, each in a forked process.

A fork inherits glossary, texts and dictionaries as they are, so nothing has to be pickled but the
answers. Where a fork is unsafe or unknown (macOS, Windows), the work is done here, one by one.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")

_inherited: list[Callable[[int], Any]] = []
"""In a forked process: what it is to do with the thing of a number; only numbers are sent."""


def cores() -> int:
    """Return how many processes may run at once: 1 where none is forked, and in a forked one."""
    if sys.platform != "linux" or _inherited:
        return 1
    return len(os.sched_getaffinity(0))


def spread(work: Callable[[Thing], Answer], things: Sequence[Thing]) -> Iterator[Answer]:
    """Yield `work` of each thing, in their order; answers and errors must be picklable."""
    number = min(cores(), len(things))
    if number < 2:
        yield from map(work, things)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(
        number,
        mp_context=multiprocessing.get_context("fork"),
        initializer=_inherited.append,
        initargs=(lambda number: work(things[number]),),
    ) as pool:
        yield from pool.map(_do, range(len(things)))


def _do(number: int) -> Any:
    return _inherited[-1](number)
