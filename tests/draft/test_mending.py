"""Damage that is noticed while drafting, and tried again in safer ways."""

from collections.abc import Callable
from typing import Any

from workflow.document.inline import escape, plain
from workflow.document.units import Unit, UnitKind
from workflow.draft import draft_units
from workflow.draft.damage import harm
from workflow.draft.draft import Draft
from workflow.engines import Engine

MakeEngine = Callable[[Callable[[str], str]], Any]

WRONG_AT_FIRST = [
    "The Army intelligence analyst, arrested in June 2010, is accused of stealing thousands of "
    "classified documents while serving in Iraq.",
    "It takes eight hours to travel the 323 kilometres, as too much of the route is just a single "
    "track.",
    "Last week the Constitutional Court abolished the law on public works.",
]
"""News sentences in which the starter repeats itself or changes a number."""


def drafted(engine: Engine, text: str) -> Draft:
    unit = Unit("p-1", UnitKind.PARAGRAPH, escape(text))
    return draft_units([unit], "en", "es", engine).drafts["p-1"]


def test_damage_by_the_real_engine_is_mended(argos: Engine) -> None:
    translator = argos.open("en", "es")
    assert translator is not None
    for source, proposal in zip(WRONG_AT_FIRST, translator.translate(WRONG_AT_FIRST), strict=True):
        assert harm(source, proposal.text, "en", "es").kinds
        draft = drafted(argos, source)
        assert not harm(source, plain(draft.text), "en", "es").kinds
        assert not draft.origin.note


def test_a_lost_number_is_put_behind_a_mask(scripted: MakeEngine) -> None:
    words = {"It took 323 days.": "Duró 3232 días.", "It took (1) days.": "Duró (1) días."}
    assert drafted(scripted(lambda text: words[text]), "It took 323 days.").text == (
        "Duró 323 días."
    )


def test_a_long_sentence_is_translated_by_clauses(scripted: MakeEngine) -> None:
    first, second = "The court sat for hours", "but nobody knew why it did."
    words = {
        f"{first}, {second}": "El tribunal, el tribunal sesionó, sesionó, sesionó, el tribunal.",
        first: "El tribunal sesionó durante horas.",
        second: "Pero nadie sabía por qué.",
    }
    draft = drafted(scripted(lambda text: words[text]), f"{first}, {second}")
    assert draft.text == "El tribunal sesionó durante horas, pero nadie sabía por qué."


def test_what_stays_damaged_is_kept_with_a_remark(scripted: MakeEngine) -> None:
    draft = drafted(scripted(lambda _: "sí sí sí sí sí sí"), "The court sat for hours.")
    assert draft.text == "sí sí sí sí sí sí"
    assert draft.origin.note == "damaged: it repeats itself"
