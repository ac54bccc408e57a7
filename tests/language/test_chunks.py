"""Chunks are read once, and a text is read as if there were none."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workflow.language.chunks import Chunks

_WORD = re.compile(r"[^\W\d_]+")


@given(st.text())
def test_the_chunks_of_a_text_hold_what_a_pattern_finds_in_it(text: str) -> None:
    words = Chunks(_WORD.findall)
    assert [word for found in words.of(text) for word in found] == _WORD.findall(text)


@given(st.text(alphabet="ab \u00a0\n"))
def test_every_chunk_is_found_where_it_stands(text: str) -> None:
    placed = [*Chunks(str.upper).placed(text)]
    assert [text[start:end].upper() for start, end, _ in placed] == [up for *_, up in placed]
    assert [up for *_, up in placed] == text.upper().split()
    assert all(one[1] < other[0] for one, other in pairwise(placed))


def test_a_chunk_that_comes_again_is_not_looked_at_again() -> None:
    seen: list[str] = []
    chunks = Chunks(seen.append)
    assert [*chunks.of("one two one"), *chunks.of("two")] == [None] * 4
    assert seen == ["one", "two"]


def test_a_long_chunk_is_not_kept() -> None:
    chunks = Chunks(len)
    assert [*chunks.of("x" * 1000)] == [1000]
    assert not chunks
