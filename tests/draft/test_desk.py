"""The engine behind a desk."""

from collections.abc import Callable
from typing import Any

import pytest

from workflow.draft import desk
from workflow.draft.desk import EngineDesk
from workflow.draft.rounds import Rating, Request
from workflow.engines import Manner

MakeEngine = Callable[[Callable[[str], str]], Any]


def test_nothing_is_put_to_the_engine_twice(scripted: MakeEngine) -> None:
    engine = scripted(str.upper)
    here = EngineDesk(engine)
    here.answer([Request("a"), Request("bb")])
    answers = here.answer([Request("bb"), Request("ccc")])
    assert engine.batches == [["a", "bb"], ["ccc"]]
    assert answers.proposals[Request("a")].text == "A"


def test_sentences_that_are_wanted_in_another_manner_are_other_questions(
    scripted: MakeEngine,
) -> None:
    engine = scripted(str.upper)
    EngineDesk(engine).answer([Request("a"), Request("a", Manner(aligned=True))])
    assert engine.batches == [["a"], ["a"]]


def test_an_engine_that_cannot_judge_is_not_asked_to(scripted: MakeEngine) -> None:
    assert EngineDesk(scripted(str.upper)).answer([Rating("a", "A")]).ratings == {}


def test_progress_is_told_by_portions(
    scripted: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_AT_ONCE", 2)
    told: list[tuple[int, int]] = []
    here = EngineDesk(scripted(str.upper))
    here.begin(lambda *now: told.append(now))
    here.answer([Request("a"), Request("b"), Request("c")])
    here.answer([Request("a"), Request("d")])
    assert told == [(2, 3), (3, 3), (4, 4)]


def test_only_so_many_answers_stay_known(
    scripted: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_MOST_KEPT", 2)
    engine = scripted(str.upper)
    here = EngineDesk(engine)
    here.answer([Request("a"), Request("b"), Request("c")])
    here.begin(None)
    here.answer([Request("a"), Request("c")])
    assert engine.batches[1:] == [["a"]]
