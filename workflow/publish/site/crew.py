"""Many articles, or parts of the site, at once on all cores; a few of them without ado.

Unlike the work of `checks.spreading`, which inherits texts by a fork, this can be sent anywhere: a
process reads what it works on from the disk.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

_MANY = 64
"""From so many things on, more processes are worth their start."""
CHUNK = 100
"""How many things are sent to a process at once."""

Thing = TypeVar("Thing")
Result = TypeVar("Result")

_hand: list[Callable[[Any], Any]] = []
"""What works on one thing, in a process of `each_of` alone: such a process does nothing else."""


def each_of(
    hire: Callable[[], Callable[[Thing], Result]],
    things: Sequence[Thing],
    *,
    many: bool,
    chunk: int = CHUNK,
) -> Iterator[Result]:
    """Yield the result of each of the `things`, in their order, as they come.

    `hire` returns what works on one thing. Where there are `many`, it is sent to each of several
    processes, which are given `chunk` things at once; otherwise all is done in this one.
    """
    if not many:
        yield from map(hire(), things)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(initializer=_begin, initargs=(hire,)) as pool:
        yield from pool.map(_work, things, chunksize=chunk)


def _begin(hire: Callable[[], Callable[[Any], Any]]) -> None:
    _hand[:] = [hire()]


def _work(thing: Any) -> Any:
    return _hand[0](thing)


def are_many(count: int) -> bool:
    """Tell whether other processes are worth their start for so many things."""
    return count >= _MANY
