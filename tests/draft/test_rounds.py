"""Jobs that share an engine's batches."""

from collections.abc import Sequence

from workflow.draft.rounds import Answers, Job, Question, Request, run_jobs
from workflow.engines import Proposal


class Counting:
    def __init__(self) -> None:
        self.rounds: list[list[str]] = []

    def answer(self, questions: Sequence[Question]) -> Answers:
        requests = [question for question in questions if isinstance(question, Request)]
        self.rounds.append([request.sentence for request in requests])
        return Answers({one: Proposal(text=one.sentence.upper()) for one in requests})


def ask(*sentences: str) -> Job[str]:
    """Ask for one sentence after the other."""
    said = []
    for sentence in sentences:
        answers = yield [Request(sentence)]
        said.append(answers.proposals[Request(sentence)].text)
    return " ".join(said)


def test_all_jobs_take_part_in_each_round() -> None:
    desk = Counting()
    assert run_jobs([ask("a", "b"), ask("c"), ask("d", "e", "f")], desk) == ["A B", "C", "D E F"]
    assert desk.rounds[:3] == [["a", "c", "d"], ["b", "e"], ["f"]]


def test_what_several_jobs_ask_is_one_question() -> None:
    desk = Counting()
    assert run_jobs([ask("a"), ask("b"), ask("a")], desk) == ["A", "B", "A"]
    assert desk.rounds[0] == ["a", "b"]


def test_a_job_may_need_nothing() -> None:
    assert run_jobs([ask(), ask("a")], Counting()) == ["", "A"]
    assert run_jobs([], Counting()) == []
