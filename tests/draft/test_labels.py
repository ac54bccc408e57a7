"""Who speaks: labels before what somebody says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.draft.conftest import ScriptedEngine
from workflow.document.inline import markup_signature
from workflow.document.units import Unit, UnitKind
from workflow.draft import draft_units
from workflow.draft.draft import Draft
from workflow.engines import Engine
from workflow.glossary import Concept, Glossary, Term


def drafted(
    engine: Engine, text: str, source: str = "en", target: str = "es", **more: Glossary
) -> Draft:
    units = [Unit("p-1", UnitKind.PARAGRAPH, text)]
    return draft_units(units, source, target, engine, **more).drafts["p-1"]


def forgetful(sentence: str) -> str:
    """Translate by turning a sentence round, as an engine that has no idea of names."""
    return " ".join(reversed(sentence.rstrip(".:").split())).lower() + sentence[-1]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("**Pavel Orlin:** We waited.", "**Pavel Orlin:** waited we."),
        ("**Pavel Orlin**: We waited.", "**Pavel Orlin**: waited we."),
        ("Pavel Orlin: We waited.", "Pavel Orlin: waited we."),
        ("**Pavel Orlin:**", "**Pavel Orlin:**"),
        ("**The reporter:** We waited.", "**reporter the:** waited we."),
    ],
)
def test_a_label_is_drafted_by_itself(
    scripted: type[ScriptedEngine], source: str, draft: str
) -> None:
    assert drafted(scripted(forgetful), source).text == draft


@pytest.mark.parametrize(
    "source",
    [
        "Germany: We waited.",
        "The reason: We waited.",
        "**The reason:** we waited.",
        "At 10:30 we.",
        "The Orlin report: We waited.",
    ],
)
def test_what_is_no_label_stays_in_its_sentence(
    scripted: type[ScriptedEngine], source: str
) -> None:
    engine = scripted(str.upper)
    drafted(engine, source)
    assert source.replace("*", "") in engine.batches[0]


def test_what_is_no_name_in_a_label_is_translated(scripted: type[ScriptedEngine]) -> None:
    words = {"President (1):": "Presidente (1):", "Anna (1):": "Anna (1):"}
    engine = scripted(lambda text: words.get(text, "Esperamos."))
    assert drafted(engine, "President Lind: We waited.").text == "Presidente Lind: Esperamos."
    assert drafted(engine, "**Anna Lind:** We waited.").text == "**Anna Lind:** Esperamos."


def test_a_name_in_another_script_is_spelt_for_the_reader(scripted: type[ScriptedEngine]) -> None:
    draft = drafted(scripted(str.upper), "**Орлин:** Мы ждали.", "ru", "en")
    assert draft.text == "**Orlin:** МЫ ЖДАЛИ."
    assert "transliterated" in draft.origin.note


def test_the_glossary_knows_how_a_name_is_spelt(scripted: type[ScriptedEngine]) -> None:
    terms = {"ru": (Term(text="Анна Линд"),), "en": (Term(text="Anna Lindh"),)}
    glossary = Glossary((Concept(id="anna", terms=terms),))
    draft = drafted(scripted(str.upper), "**Анна Линд:** Мы ждали.", "ru", "en", glossary=glossary)
    assert draft.text == "**Anna Lindh:** МЫ ЖДАЛИ."


def test_the_starter_keeps_who_speaks(argos: Engine) -> None:
    draft = drafted(argos, "**Anna Lind:** We did not know that the court would meet on Monday.")
    assert draft.text.startswith("**Anna Lind:** No ")


@given(st.text(alphabet="AnLi :*.`[^1]", max_size=40))
def test_no_markup_is_lost(text: str) -> None:
    draft = drafted(ScriptedEngine(str.upper), text)
    assert markup_signature(draft.text) == markup_signature(text)
