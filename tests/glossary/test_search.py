from workflow.glossary.glossary import Concept, Glossary, Term
from workflow.glossary.search import search

GLOSSARY = Glossary(
    (
        Concept(
            id="foreign-agent",
            terms={"en": (Term(text="foreign agent"),), "ru": (Term(text="иностранный агент"),)},
        ),
        Concept(id="court", terms={"en": (Term(text="court"),), "ru": (Term(text="суд"),)}),
    )
)


def found(text: str, language: str | None = None) -> list[tuple[str, str, str]]:
    return [(hit.concept.id, hit.found, hit.how) for hit in search(GLOSSARY, text, language)]


def test_a_term_finds_its_concept() -> None:
    assert found("Foreign Agent") == [("foreign-agent", "Foreign Agent", "exact")]


def test_an_id_finds_its_concept() -> None:
    assert found("court") == [("court", "court", "id")]


def test_an_inflected_form_finds_it_too() -> None:
    assert found("иностранными агентами") == [("foreign-agent", "иностранными агентами", "lemma")]


def test_a_text_finds_all_that_it_speaks_of() -> None:
    assert [id for id, *_ in found("The court heard the foreign agent.")] == [
        "court",
        "foreign-agent",
    ]


def test_a_part_of_a_term_is_the_last_resort() -> None:
    assert found("foreig") == [("foreign-agent", "foreign agent", "part")]


def test_one_language_can_be_asked_for() -> None:
    assert not found("foreign agent", "ru")
    assert not found("nothing of the sort")
