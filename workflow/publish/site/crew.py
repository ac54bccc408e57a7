"""Many articles, or parts of the site, at once on all cores; a few of them without ado."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

_MANY = 64
"""From so many things on, more processes are worth their start."""
CHUNK = 100
"""How many things a process takes at once: it sets up templates and formats for each chunk."""

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def each_of(
    work: Callable[[Sequence[Thing]], Iterable[Result]],
    things: Sequence[Thing],
    *,
    many: bool,
    chunk: int = CHUNK,
) -> Iterator[Result]:
    """Yield the results of `work`, in the order of `things`, as they come.

    `work` takes some of the things, `chunk` of them where there are `many`; then it must be fit to
    be sent to another process. Otherwise all is done in this one.
    """
    if not many:
        yield from work(things)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor() as pool:
        chunks = [things[at : at + chunk] for at in range(0, len(things), chunk)]
        yield from chain.from_iterable(pool.map(work, chunks))


def are_many(count: int) -> bool:
    """Tell whether other processes are worth their start for so many things."""
    return count >= _MANY
