"""The glossary's terms in drafts: with a real model, and with an engine that knows nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from workflow.document.units import Unit, UnitKind
from workflow.draft import draft_units
from workflow.draft.draft import Draft
from workflow.draft.terms import PairTerms
from workflow.draft.translation import Translation
from workflow.engines import Engine, Link
from workflow.glossary import Case, Concept, Glossary, Status, Term

MakeEngine = Callable[[Callable[[str], str]], Any]


def glossary(*, case: Case = Case.ANY, **terms: str) -> Glossary:
    """A glossary of English words with their Spanish terms."""
    return Glossary(
        tuple(
            Concept(
                id=english,
                terms={
                    "en": (Term(text=english.replace("_", " "), case=case),),
                    "es": (Term(text=spanish, case=case),),
                },
            )
            for english, spanish in terms.items()
        )
    )


def drafted(engine: Engine, text: str, terms: Glossary) -> Draft:
    unit = Unit("p-1", UnitKind.PARAGRAPH, text)
    return draft_units([unit], "en", "es", engine, glossary=terms).drafts["p-1"]


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("The journalist wrote a letter to the judge.", "journalist", "reportera"),
        ("The journalist wrote a letter to the judge.", "letter", "misiva"),
        ("The police searched his house.", "police", "gendarmería"),
        ("Nobody believed in the penal colony any more.", "penal_colony", "colonia penitenciaria"),
        ("Three people died at the Carlsbad hospital.", "Carlsbad", "Karlovy Vary"),
        ("**The journalist** wrote a [long letter](https://a.example).", "letter", "misiva"),
        (
            "She was taken to *remand prison* and `held` there.",
            "remand_prison",
            "cárcel preventiva",
        ),
    ],
)
def test_the_real_engine_is_made_to_use_the_term(
    argos: Engine, text: str, english: str, spanish: str
) -> None:
    draft = drafted(argos, text, glossary(**{english: spanish}))
    assert spanish in draft.text
    assert draft.origin.terms == (english,)


def test_a_term_that_the_engine_has_by_itself_is_not_called_enforced(argos: Engine) -> None:
    draft = drafted(argos, "The journalist wrote a letter.", glossary(journalist="periodista"))
    assert "periodista" in draft.text
    assert draft.origin.terms == ()


def test_an_article_agrees_with_the_term(argos: Engine) -> None:
    text = drafted(argos, "The judge opened the letter.", glossary(letter="misiva")).text
    assert "la misiva" in text


def test_a_name_comes_out_as_the_glossary_spells_it(argos: Engine) -> None:
    terms = glossary(case=Case.EXACT, Chekhova="Chéjova")
    assert "Chéjova" in drafted(argos, "Yesterday Chekhova spoke to the court.", terms).text


def test_a_deprecated_term_gives_way(scripted: MakeEngine) -> None:
    concept = Concept(
        id="foreign-agent",
        terms={
            "en": (Term(text="foreign agent"),),
            "es": (
                Term(text="agente extranjero"),
                Term(text="espía extranjero", status=Status.DEPRECATED),
            ),
        },
    )
    engine = scripted(lambda text: "No es un espía extranjero." if "is no" in text else text)
    draft = drafted(engine, "He is no foreign agent.", Glossary((concept,)))
    assert draft.text == "No es un agente extranjero."


def test_an_engine_without_alignment_finds_a_term_by_its_own_translation(
    scripted: MakeEngine,
) -> None:
    words = {"The court sat.": "La corte se reunió.", "court": "corte"}
    engine = scripted(lambda text: words.get(text, ""))
    assert drafted(engine, "The court sat.", glossary(court="tribunal")).text == (
        "La tribunal se reunió."
    )


def test_an_engine_that_loses_words_translates_around_a_mask(scripted: MakeEngine) -> None:
    words = {"The court sat.": "Se reunió.", "The (1) sat.": "El (1) se reunió."}
    engine = scripted(lambda text: words.get(text, ""))
    draft = drafted(engine, "The court sat.", glossary(court="tribunal"))
    assert draft.text == "El tribunal se reunió."
    assert draft.origin.terms == ("court",)


def test_a_sentence_in_pieces_gets_its_terms_too(scripted: MakeEngine) -> None:
    words = {"The": "El", "old court": "viejo juzgado", "old": "viejo", "sat.": "se reunió."}
    engine = scripted(lambda text: words.get(text, "Nada"))
    draft = drafted(engine, "The *old court* sat.", glossary(court="tribunal"))
    assert draft.text == "El *viejo tribunal* se reunió."
    assert draft.origin.terms == ("court",)


def test_a_term_that_cannot_be_had_is_left_for_the_check(scripted: MakeEngine) -> None:
    engine = scripted(lambda text: "Nada." if "sat" in text else "")
    draft = drafted(engine, "The court sat.", glossary(court="tribunal"))
    assert draft.text == "Nada."
    assert draft.origin.terms == ()


def test_several_terms_are_replaced_where_they_are_aligned() -> None:
    terms = PairTerms(glossary(court="tribunal", letter="misiva"), "en", "es")
    links = tuple(Link(n, n, 0.9) for n in range(5))
    first, *_ = terms.mended(
        "The court read the letter.", Translation("La corte leyó una carta.", links), {}
    )
    assert first.text == "La tribunal leyó una misiva."


def test_a_term_that_begins_a_sentence_has_a_capital() -> None:
    terms = PairTerms(glossary(journalists="periodistas"), "en", "es")
    translation = Translation("Diarios escriben.", (Link(0, 0, 0.9), Link(1, 1, 0.9)))
    first, *_ = terms.mended("Journalists write.", translation, {})
    assert first.text == "Periodistas escriben."


def test_a_term_behind_a_mask_has_a_capital_where_it_begins_the_sentence(
    scripted: MakeEngine,
) -> None:
    words = {"Courts sit.": "Se sientan.", "(1) sit.": "(1) se sientan."}
    engine = scripted(lambda text: words.get(text, ""))
    assert drafted(engine, "Courts sit.", glossary(courts="tribunales")).text == (
        "Tribunales se sientan."
    )
