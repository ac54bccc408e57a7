"""How long a translation can be."""

import pytest

from workflow.language.lengths import unlikely_ratio


@pytest.mark.parametrize(
    ("source", "text", "ratio"),
    [
        ("He was arrested at his home on a Monday in May.", "Ayer no.", 0.17),
        ("He was arrested at his home on a Monday in May.", "Lo detuvieron en casa.", None),
        ("Lawyers", "a pre-trial detention centre", None),
        (
            "他们昨天在首都被拘留，没有人知道。",
            "They were detained yesterday in the capital.",
            None,
        ),
    ],
)
def test_a_length_that_cannot_be(source: str, text: str, ratio: float | None) -> None:
    found = unlikely_ratio(source, text)
    assert found == ratio if ratio is None else found == pytest.approx(ratio, abs=0.01)
