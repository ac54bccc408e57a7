"""Names and phrases that articles repeat are proposed for the glossary, with how they were put."""

from workflow.glossary.glossary import Concept, Glossary, Term
from workflow.glossary.suggesting import Bitext, suggest

TEXTS = (
    "The Open Shelf Foundation sends books. She asked for a security check.",
    "On Monday the Open Shelf Foundation stopped. A security check takes time.",
    "Every security check costs the Open Shelf Foundation money. Anna Lund left the court.",
    "Lund was right. Every Monday Anna Lund waits at the court. She waits.",
)


def candidates(*texts: str, language: str = "en", least: int = 2) -> list[str]:
    units = [Bitext(text, {}) for text in texts]
    return [found.text for found in suggest(units, language, Glossary(), least)]


def test_names_come_first_and_parts_and_days_do_not_come() -> None:
    assert candidates(*TEXTS) == ["Open Shelf Foundation", "Anna Lund", "security check"]


def test_a_word_that_owes_its_capital_to_the_sentence_is_no_name() -> None:
    assert candidates("Nobody came.", "Nobody left.", "He saw nobody.") == []


def test_a_phrase_neither_begins_nor_ends_with_a_small_word() -> None:
    texts = [
        "Закон о тюрьмах плох.",
        "Это Закон о тюрьмах для всех.",
        "Вот Закон о тюрьмах для них.",
    ]
    assert candidates(*texts, language="ru") == ["Закон о тюрьмах"]


def test_what_the_glossary_has_is_left_out() -> None:
    concept = Concept(id="a", terms={"en": (Term(text="security check"),)})
    units = [Bitext(text, {}) for text in TEXTS]
    found = suggest(units, "en", Glossary((concept,)), 2)
    assert "security check" not in [each.text for each in found]


def test_translations_so_far_are_shown() -> None:
    units = [
        Bitext("A security check.", {"es": "Un control de seguridad."}),
        Bitext("The security check.", {"es": "El control de seguridad."}),
        Bitext("The garden.", {"es": "El jardín."}),
    ]
    [found] = suggest(units, "en", Glossary(), 2)
    assert found.renderings["es"][0] == "control de seguridad"
