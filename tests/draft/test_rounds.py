"""Jobs that share an engine's batches."""

from collections.abc import Sequence

from workflow.draft.rounds import Job, run_jobs
from workflow.engines import Proposal


class Counting:
    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def __call__(self, sentences: Sequence[str]) -> list[Proposal]:
        self.batches.append(list(sentences))
        return [Proposal(text=sentence.upper()) for sentence in sentences]


def ask(*sentences: str) -> Job[str]:
    """Ask for one sentence after the other."""
    answers = []
    for sentence in sentences:
        proposals = yield [sentence]
        answers.append(proposals[sentence].text)
    return " ".join(answers)


def test_all_jobs_take_part_in_each_round() -> None:
    engine = Counting()
    assert run_jobs([ask("a", "b"), ask("c"), ask("d", "e", "f")], engine) == ["A B", "C", "D E F"]
    assert engine.batches == [["a", "c", "d"], ["b", "e"], ["f"]]


def test_no_sentence_is_sent_twice() -> None:
    engine = Counting()
    assert run_jobs([ask("a", "b"), ask("a"), ask("b", "a")], engine) == ["A B", "A", "B A"]
    assert engine.batches == [["a", "b"]]


def test_a_job_may_need_nothing() -> None:
    engine = Counting()
    assert run_jobs([ask(), ask("a")], engine) == ["", "A"]
    assert run_jobs([], engine) == []
    assert engine.batches == [["a"]]
