"""Markup around the right words: the sentences of `benchmarks/markup.py`, with the real engine."""

import pytest

from benchmarks import markup
from workflow.document.inline import plain
from workflow.draft.nodes import Span, parse_nodes
from workflow.engines import Engine


@pytest.mark.peer
def test_nearly_all_markup_stands_around_the_right_words(argos: Engine) -> None:
    chosen = list(markup.cases())
    assert len(chosen) >= 150
    found = markup.placements(argos, chosen)
    assert found["markup lost"] == 0
    assert found["right"] >= 0.95 * (found["right"] + found["wrong"])
    assert found["word not in the draft"] <= 0.1 * found["right"]


def test_the_starter_aligns_words(argos: Engine) -> None:
    for right, words in markup.alignments(argos).values():
        assert words >= 100
        assert right >= 0.95 * words


@pytest.mark.parametrize(
    ("draft", "outcome"),
    [
        ("El tribunal oyó al *juez*.", "right"),
        ("El *tribunal* oyó al juez.", "wrong"),
        ("*El tribunal oyó al juez*.", "wrong"),
        ("El *tribunal* oyó.", "word not in the draft"),
    ],
)
def test_a_span_around_other_words_is_wrong(draft: str, outcome: str) -> None:
    spans = [node for node in parse_nodes(draft) if isinstance(node, Span)]
    word = markup.Word("judge", ("juez",))
    assert markup.outcome(word, plain(draft), spans) == outcome
