"""Many small jobs that each need translations, and an engine that wants them all at once.

A job is a generator: it yields the plain sentences that it needs, is sent what the engine proposed,
may ask for more after looking at it, and returns its result. All jobs take part in every round, and
no sentence is sent to the engine twice.
"""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from typing import TypeVar

from workflow.engines import Proposal

R = TypeVar("R")

Proposals = Mapping[str, Proposal]
"""What the engine proposed, by sentence."""
Job = Generator[Sequence[str], Proposals, R]
Translate = Callable[[Sequence[str]], list[Proposal]]


def run_jobs(jobs: Iterable[Job[R]], translate: Translate) -> list[R]:
    """Run all jobs to their ends and return their results in order."""
    waiting = dict(enumerate(jobs))
    results: dict[int, R] = {}
    proposals: dict[str, Proposal] = {}
    begun = False
    while waiting:
        wanted: dict[str, None] = {}  # a set that keeps its order
        for index, job in list(waiting.items()):
            try:
                wanted |= dict.fromkeys(job.send(proposals) if begun else next(job))
            except StopIteration as end:
                results[index] = end.value
                del waiting[index]
        begun = True
        new = [sentence for sentence in wanted if sentence not in proposals]
        if new:
            proposals |= zip(new, translate(new), strict=True)
    return [results[index] for index in sorted(results)]
