"""Runs over articles: the memory, the engine, and another for what the first one damages."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from workflow.document.source import Source
from workflow.document.units import Unit, UnitKind
from workflow.draft import Drafter, Recalled, Run, work_asked_for
from workflow.draft.drafting import IN_PART
from workflow.errors import InputError, MissingPart
from workflow.workspace.article import Article
from workflow.workspace.workspace import Workspace

MakeEngine = Callable[[Callable[[str], str]], Any]

FIRST = "The court met on Monday. Nobody came."
CONFIRMED = "El tribunal se reunió el lunes. No vino nadie."


def confirmed(article: Article, tag: str, source: str, text: str) -> None:
    """Let Ana translate one unit of an article."""
    unit = next(unit.id for unit in article.units if unit.text == source)
    article.add_target(tag, "ana").edit({unit: text}, "ana")


def make(workspace: Workspace, source: Source, slug: str, body: str) -> Article:
    return workspace.create(slug, replace(source, title=f"Title of {slug}", body=body))


def test_a_known_sentence_of_a_longer_unit_is_used_again(
    workspace: Workspace, source: Source, scripted: MakeEngine
) -> None:
    from workflow.draft.remembered import known_sentences
    from workflow.memory import open_memory

    confirmed(make(workspace, source, "one", FIRST), "es", FIRST, CONFIRMED)
    engine = scripted(str.upper)
    with open_memory(workspace) as memory:
        known = known_sentences(memory, "en", "es")
        drafter = Drafter(engine, "en", "es", known=known)
        unit = Unit("p-1", UnitKind.PARAGRAPH, "She waited. Nobody came. It rained.")
        draft = drafter.draft([unit]).drafts["p-1"]
    assert draft.text == "SHE WAITED. No vino nadie. IT RAINED."
    assert draft.origin.note == IN_PART
    assert sorted(engine.batches[0]) == ["It rained.", "She waited."]


def test_the_memory_fills_in_where_no_engine_serves(workspace: Workspace, source: Source) -> None:
    confirmed(make(workspace, source, "one", FIRST), "ka", FIRST, "სასამართლო შეიკრიბა.")
    other = make(workspace, source, "two", FIRST)
    steps = Run(workspace, "ben").draft(["two"], "en", "ka")
    assert next(steps) == Recalled("two", 1)
    with pytest.raises(MissingPart):
        next(steps)
    assert "სასამართლო შეიკრიბა." in other.target("ka").texts.values()


def test_what_one_engine_damages_another_is_asked_for(scripted: MakeEngine) -> None:
    looping, sound = scripted(lambda _: "sí sí sí sí sí sí"), scripted(lambda _: "El tribunal.")
    sound.name = "sound"
    drafter = Drafter(looping, "en", "es", another=sound)
    unit = Unit("p-1", UnitKind.PARAGRAPH, "The court sat.")
    draft = drafter.draft([unit]).drafts["p-1"]
    assert draft.text == "El tribunal."
    assert draft.origin.note == "a sentence is by sound: the first engine damaged it"
    assert sound.batches == [["The court sat."]]


def test_another_engine_is_not_asked_for_what_is_sound(scripted: MakeEngine) -> None:
    other = scripted(str.lower)
    drafter = Drafter(scripted(str.upper), "en", "es", another=other)
    unit = Unit("p-1", UnitKind.PARAGRAPH, "The court sat.")
    assert drafter.draft([unit]).drafts["p-1"].text == "THE COURT SAT."
    assert other.batches == []


def test_what_was_asked_for_is_sorted_by_languages(workspace: Workspace, source: Source) -> None:
    make(workspace, source, "one", "One.")
    workspace.create("zwei", replace(source, title="Zwei", language="de"))
    work = work_asked_for(workspace.articles(), usual=["es", "de"])
    assert work == {("en", "es"): ["one"], ("en", "de"): ["one"], ("de", "es"): ["zwei"]}


def test_an_article_is_not_drafted_into_its_own_language(
    workspace: Workspace, source: Source
) -> None:
    article = make(workspace, source, "one", "One.")
    with pytest.raises(InputError, match="written in en"):
        work_asked_for([article], ["en"])
    assert work_asked_for([article], ["en"], lenient=True) == {}
