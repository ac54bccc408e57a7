"""Withheld names never reach a remote engine, and stand in the draft all the same."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.engines import Proposal
from workflow.engines.withholding import WithholdingTranslator
from workflow.withheld import Seeker


class Far:
    """A translator elsewhere that notes what it sees."""

    package, notice = "far", None

    def __init__(self, answer: str | None = None) -> None:
        self.seen: list[str] = []
        self._answer = answer

    def translate(self, sentences: Sequence[str]) -> list[Proposal]:
        self.seen += sentences
        return [Proposal(text=self._answer or f"es {sentence}") for sentence in sentences]


def test_a_name_is_hidden_and_put_back() -> None:
    far = Far()
    translator = WithholdingTranslator(far, Seeker(["Pavel Orlin"]).find)
    proposals = translator.translate(["Pavel Orlin met P. Orlin.", "Nobody was hurt."])
    assert "Orlin" not in " ".join(far.seen)
    assert [p.text for p in proposals] == ["es Pavel Orlin met P. Orlin.", "es Nobody was hurt."]


@pytest.mark.parametrize("answer", ["nothing of it", "Qx1 and Qx1"])
def test_a_mask_that_does_not_come_back_leaves_the_sentence_to_a_person(answer: str) -> None:
    translator = WithholdingTranslator(Far(answer), Seeker(["Pavel Orlin"]).find)
    assert translator.translate(["Pavel Orlin met them."]) == [Proposal(text="")]


@given(st.lists(st.sampled_from(["a", "Qx1", "Qx10", "Qx", "Orlin", ",", "b"]), max_size=30))
def test_all_come_back_whatever_stands_beside_them(words: list[str]) -> None:
    far, sentence = Far(), " ".join(words)
    translator = WithholdingTranslator(far, Seeker(["Orlin"]).find)
    assert translator.translate([sentence])[0].text in (f"es {sentence}", "")
    assert "Orlin" not in far.seen[0]
