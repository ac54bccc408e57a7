"""What a reader sees of inline Markdown, and where it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.checks.plain import OBJECT, Plain


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("plain words", "plain words"),
        ("**bold** and *italic* words", "bold and italic words"),
        ("a [link](https://bulletin.example/a_b) here", "a link here"),
        ("see https://bulletin.example/x. Then", f"see {OBJECT}. Then"),
        ("write to desk@bulletin.example", f"write to {OBJECT}"),
        ("run `make` now", f"run {OBJECT} now"),
        (r"5 \* 3 &amp; more", "5 * 3 & more"),
        ("one <br> two", "one  two"),
    ],
)
def test_markup_is_left_out(raw: str, text: str) -> None:
    assert Plain.of(raw).text == text


def test_a_span_leads_back_to_what_was_written() -> None:
    raw = "The **first** [link](https://a.example) and a word"
    plain = Plain.of(raw)
    start = plain.text.index("word")
    assert raw[slice(*plain.raw((start, start + 4)))] == "word"
    start = plain.text.index("link")
    assert raw[slice(*plain.raw((start, start + 4)))] == "link"


@given(st.text(alphabet="ab *_[]()`<>&;\\!.\nhttps:/@é"))
def test_every_span_leads_back_into_the_text(raw: str) -> None:
    plain = Plain.of(raw)
    for place in range(len(plain.text)):
        start, end = plain.raw((place, place + 1))
        assert 0 <= start < end <= len(raw)
