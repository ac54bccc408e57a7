"""Drafts from the memory, before any engine is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workflow.document.units import Unit, UnitKind
from workflow.draft.draft import Draft
from workflow.draft.remembered import IN_SENTENCES, OTHERS, Recall, remembered
from workflow.memory import Entry, Level, Memory
from workflow.workspace.events import Origin
from workflow.workspace.state import State, UnitState

RECALL = Recall(source="en", target="es", least=0.8)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "memory.sqlite") as opened:
        yield opened


def know(memory: Memory, *pairs: tuple[str, str], level: Level = Level.UNIT, **more: str) -> None:
    entries = [Entry("en", "es", *pair, level=level)._replace(**more) for pair in pairs]
    memory.replace(f"place {len(memory.fingerprints())}", "1", entries)
    memory.finish()


def drafted(memory: Memory, *texts: str, now: UnitState | None = None) -> Draft | None:
    units = [Unit(f"p-{n}", UnitKind.PARAGRAPH, text) for n, text in enumerate(texts)]
    state = State(units={"p-0": now} if now else {})
    return remembered(units, state, memory, RECALL).get("p-0")


def test_the_same_text_is_filled_in_with_its_origin(memory: Memory) -> None:
    know(memory, ("The court met.", "El tribunal se reunió."))
    assert drafted(memory, "The court met.") == Draft(
        "El tribunal se reunió.", Origin(engine="memory", package="place 0", score=1.0)
    )


def test_a_repeated_unit_is_filled_everywhere(memory: Memory) -> None:
    know(memory, ("Yes.", "Sí."))
    units = [Unit(f"q-{n}", UnitKind.QUOTE, "Yes.") for n in range(3)]
    assert len(remembered(units, State(), memory, RECALL)) == 3


def test_of_several_translations_the_one_in_context_is_taken(memory: Memory) -> None:
    know(memory, ("Yes.", "Sí."), after="Why?")
    know(memory, ("Yes.", "Claro."), at="2026-01-01")
    in_context = drafted(memory, "Yes.", "Why?")
    assert in_context
    assert (in_context.text, in_context.origin.note) == ("Sí.", "")


def test_translations_that_differ_are_told(memory: Memory) -> None:
    know(memory, ("Yes.", "Sí."), ("Yes.", "Claro."))
    draft = drafted(memory, "Yes.", "Nobody asked.")
    assert draft
    assert draft.origin.note == OTHERS


def test_a_translation_for_another_region_says_so(memory: Memory) -> None:
    know(memory, ("The court met.", "O tribunal reuniu-se."), target_language="pt-PT")
    recall = Recall(source="en", target="pt-BR", least=0.8)
    units = [Unit("p-0", UnitKind.PARAGRAPH, "The court met.")]
    (draft,) = remembered(units, State(), memory, recall).values()
    assert (draft.origin.score, draft.origin.note) == (
        0.99,
        "translates this text for another region: pt-PT",
    )


def test_a_text_like_it_is_filled_in_with_what_differs(memory: Memory) -> None:
    know(memory, ("The court met on Monday in Ravnoye.", "El tribunal se reunió el lunes."))
    draft = drafted(memory, "The court met on Friday in Ravnoye.")
    assert draft
    assert draft.origin.score == pytest.approx(7 / 8)
    assert "alike to 88%: The court met on [-Monday-] {+Friday+}" in draft.origin.note


@pytest.mark.parametrize(
    ("source", "target", "text"),
    [
        ("The court met on Monday.", "El tribunal", "The judge met on Friday."),
        ("See [it](https://a.example/1) on the page.", "[Ve](https://a.example/1)",
         "See [it](https://a.example/2) on the page."),
        ("The **court** met on Monday in the town.", "El **tribunal** se reunió.",
         "The court met on Monday in the town."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_left_to_an_engine(
    memory: Memory, source: str, target: str, text: str
) -> None:
    know(memory, (source, target))
    assert drafted(memory, text) is None


def test_a_unit_is_put_together_from_sentences(memory: Memory) -> None:
    know(memory, ("He left.", "Se fue."), ("She stayed.", "Se quedó."), level=Level.SENTENCE)
    draft = drafted(memory, "She stayed. He left.")
    assert draft
    assert (draft.text, draft.origin.note) == ("Se quedó. Se fue.", IN_SENTENCES)
    assert drafted(memory, "She stayed. They left.") is None


ARGOS = Origin(engine="argos")


@pytest.mark.parametrize(
    ("now", "filled"),
    [
        (UnitState(), True),
        (UnitState(text="Del motor", draft="Del motor", origin=ARGOS), True),
        (UnitState(text="Cambiado", draft="Del motor", origin=ARGOS), False),
        (UnitState(text="De Ana"), False),
        (UnitState(text="De Ana", confirmed=True), False),
        (UnitState(confirmed=True), False),
    ],
)
def test_a_persons_text_stays_and_an_engines_gives_way(
    memory: Memory, now: UnitState, filled: bool
) -> None:
    know(memory, ("Yes.", "Sí."))
    assert (drafted(memory, "Yes.", now=now) is not None) == filled


def test_an_engines_draft_does_not_give_way_to_a_text_like_it(memory: Memory) -> None:
    know(memory, ("The court met on Monday in Ravnoye.", "El tribunal se reunió el lunes."))
    now = UnitState(text="Del motor", draft="Del motor", origin=ARGOS)
    assert drafted(memory, "The court met on Friday in Ravnoye.", now=now) is None


def test_names_are_the_glossarys(memory: Memory) -> None:
    know(memory, ("Mara Quill", "Mara Pluma"))
    author = Unit("author-1", UnitKind.AUTHOR, "Mara Quill")
    assert remembered([author], State(), memory, RECALL) == {}
