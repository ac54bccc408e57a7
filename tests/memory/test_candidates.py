"""The index loses nothing: what is alike enough is found, however many texts there are."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memory.conftest import pair
from workflow.memory import Memory
from workflow.memory.scoring import similarity
from workflow.memory.tokens import tokens

WORDS = [f"w{n}" for n in range(12)]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_all_that_is_alike_is_found(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], query: list[str]
) -> None:
    with Memory(tmp_path_factory.mktemp("memory") / "memory.sqlite") as memory:
        memory.replace("some", "1", [pair(" ".join(text), "x") for text in texts])
        memory.finish()
        found = memory.alike(" ".join(query), "en", "es", most=len(texts))
    alike = {tuple(t) for t in texts if t != query and similarity(t, query) >= 0.7}
    assert sorted(tuple(m.entry.source.split()) for m in found) == sorted(alike)


def test_texts_that_come_later_are_found_too(tmp_path: Path) -> None:
    dice = random.Random(7)
    sentences = [
        " ".join(f"w{int(dice.paretovariate(0.6)) % 3000}" for _ in range(20)) for _ in range(9000)
    ]
    with Memory(tmp_path / "memory.sqlite") as memory:
        for start in range(0, 9000, 3000):
            portion = sentences[start : start + 3000]
            memory.replace(f"part {start}", "1", [pair(text, "x") for text in portion])
            memory.finish()
        for text in sentences[::450]:
            changed = ["other", *text.split()[1:]]
            best = memory.alike(" ".join(changed), "en", "es", most=1)
            assert best
            assert best[0].score >= similarity(changed, tokens(text))
