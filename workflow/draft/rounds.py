"""Many small jobs that each need the engine, and an engine that wants everything at once.

A job is a generator: it yields the questions that it has, is sent the answers, may ask for more
after looking at them, and returns its result. All jobs take part in every round, and no question is
put to the engine twice.
"""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, cast

from workflow.engines import Manner, Proposal

R = TypeVar("R")

PLAIN = Manner()
"""One translation, and nothing else."""


@dataclass(frozen=True)
class Request:
    """A plain sentence to translate, and how."""

    sentence: str
    manner: Manner = PLAIN


@dataclass(frozen=True)
class Rating:
    """A translation to judge."""

    source: str
    translation: str


@dataclass(frozen=True)
class Elsewhere:
    """A question for the second engine."""

    question: Request | Rating


Question = Request | Rating | Elsewhere


@dataclass
class Answers:
    """What the engine proposed for requests, and how likely it finds translations.

    A rating is missing where an engine cannot judge. `second` has what the second engine said.
    """

    proposals: dict[Request, Proposal] = field(default_factory=dict)
    ratings: dict[Rating, float] = field(default_factory=dict)
    second: "Answers | None" = None


class Desk(Protocol):
    """Where questions are answered."""

    def answer(self, questions: Sequence[Question]) -> Answers:
        """Return the answers to these questions, and perhaps to others."""


Job = Generator[Sequence[Question], Answers, R]


def elsewhere(job: Job[R]) -> Job[R]:
    """Return a job of which the second engine answers all questions."""
    try:
        questions = next(job)
        while True:
            inner = [each for each in questions if not isinstance(each, Elsewhere)]
            answers = yield [Elsewhere(question) for question in inner]
            questions = job.send(answers.second or Answers())
    except StopIteration as end:
        return cast(R, end.value)


def settled(result: R) -> Job[R]:
    """Return a job that has nothing to ask."""
    yield from ()
    return result


def run_jobs(jobs: Iterable[Job[R]], desk: Desk) -> list[R]:
    """Run all jobs to their ends and return their results in order."""
    waiting = dict(enumerate(jobs))
    results: dict[int, R] = {}
    answers: Answers | None = None
    while waiting:
        wanted: dict[Question, None] = {}  # a set that keeps its order
        for index, job in list(waiting.items()):
            try:
                questions = next(job) if answers is None else job.send(answers)
                wanted |= dict.fromkeys(questions)
            except StopIteration as end:
                results[index] = end.value
                del waiting[index]
        answers = desk.answer(list(wanted))
    return [results[index] for index in sorted(results)]
