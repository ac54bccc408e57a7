"""The engine behind a desk: it is asked in large portions, and for nothing twice."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from workflow.draft.rounds import Answers, Elsewhere, Question, Rating, Request
from workflow.engines import Manner, Proposal, Steerable, Translator

K = TypeVar("K")
V = TypeVar("V")

Progress = Callable[[int, int], None]
"""Is told how many sentences are translated, and of how many that are asked for so far."""

_AT_ONCE = 512
"""Sentences in a portion: enough to keep all cores at work, few enough to be interrupted."""
_MOST_KEPT = 20_000
"""How many answers stay known from one article to the next."""


class EngineDesk:
    """Answers with one translator, and remembers what it said.

    Questions for a second engine go to `second`, which is made ready when the first one comes.
    """

    def __init__(
        self, translator: Translator, second: Callable[[], Translator | None] = lambda: None
    ) -> None:
        """Ask nothing yet."""
        self.translator = translator
        self._open_second = second
        self._second: EngineDesk | None = None
        self.progress: Progress | None = None
        self._answers = Answers()
        self._done = self._asked = 0

    def begin(self, progress: Progress | None) -> None:
        """Begin another text: count from nothing, and forget the oldest answers."""
        self.progress = progress
        self._done = self._asked = 0
        _forget_oldest(self._answers.proposals)
        _forget_oldest(self._answers.ratings)
        if self._second:
            self._second.begin(None)

    def answer(self, questions: Sequence[Question]) -> Answers:
        """Put the questions that are new to the engine, and return all answers so far."""
        if others := [each.question for each in questions if isinstance(each, Elsewhere)]:
            self._answers.second = self._answered_elsewhere(others)
        proposals, ratings = self._answers.proposals, self._answers.ratings
        requests = [q for q in questions if isinstance(q, Request) and q not in proposals]
        self._asked += len(requests)
        for manner in dict.fromkeys(request.manner for request in requests):
            self._translate([r for r in requests if r.manner == manner], manner)
        new = [q for q in questions if isinstance(q, Rating) and q not in ratings]
        if new and isinstance(self.translator, Steerable):
            rated = self.translator.rate([(one.source, one.translation) for one in new])
            ratings |= zip(new, rated, strict=True)
        return self._answers

    def _answered_elsewhere(self, questions: Sequence[Question]) -> Answers | None:
        if self._second is None and (translator := self._open_second()):
            self._second = EngineDesk(translator)
        return self._second.answer(questions) if self._second else None

    def _translate(self, requests: list[Request], manner: Manner) -> None:
        requests.sort(key=lambda request: len(request.sentence))
        for portion in _portions(requests):
            proposals = self._proposals([request.sentence for request in portion], manner)
            self._answers.proposals |= zip(portion, proposals, strict=True)
            self._done += len(portion)
            if self.progress:
                self.progress(self._done, self._asked)

    def _proposals(self, sentences: list[str], manner: Manner) -> list[Proposal]:
        if isinstance(self.translator, Steerable):
            return self.translator.translate_as(sentences, manner)
        return self.translator.translate(sentences)


def _forget_oldest(answers: dict[K, V]) -> None:
    for question in list(islice(answers, max(0, len(answers) - _MOST_KEPT))):
        del answers[question]


def _portions(requests: list[Request]) -> Iterator[list[Request]]:
    for start in range(0, len(requests), _AT_ONCE):
        yield requests[start : start + _AT_ONCE]
