"""The check `glossary`: how weighty a breach is, and what is said of it."""

from workflow.checks.check import Context, Mark, Pair
from workflow.checks.finding import Severity
from workflow.checks.glossary import glossary as check
from workflow.glossary.glossary import Case, Concept, Glossary, Status, Term

CONTEXT = Context(
    glossary=Glossary(
        (
            Concept(
                id="foreign-agent",
                note="A label of the law.",
                terms={
                    "ru": (Term(text="иностранный агент"),),
                    "en": (
                        Term(text="foreign agent"),
                        Term(text="foreign spy", status=Status.DEPRECATED),
                    ),
                },
            ),
            Concept(
                id="duma",
                terms={
                    "ru": (Term(text="Государственная дума"),),
                    "en": (Term(text="State Duma", case=Case.EXACT),),
                },
            ),
        )
    )
)


def marks(source: str | None, target: str, context: Context = CONTEXT) -> list[Mark]:
    pair = Pair(
        unit="p-1",
        kind=None,
        source=source,
        target=target,
        source_language="ru" if source else None,
        target_language="en",
    )
    return [mark for _, mark in check.marks([pair], context)]


def test_a_missing_term_is_an_error_that_names_the_term_to_use() -> None:
    [mark] = marks("Он иностранный агент.", "He is suspect.")
    assert mark.severity is Severity.ERROR
    assert mark.message == "“иностранный агент” is “foreign agent” in the glossary"
    assert mark.suggestions == ("foreign agent",)
    assert mark.span is None


def test_a_deprecated_term_is_an_error_in_its_place() -> None:
    [mark] = marks("Он иностранный агент.", "He is a **foreign spy**.")
    assert (mark.severity, mark.span) == (Severity.ERROR, (8, 19))
    assert mark.suggestions == ("foreign agent",)


def test_wrong_capitals_are_a_warning() -> None:
    [mark] = marks("В Государственной думе.", "In the State duma.")
    assert (mark.severity, mark.suggestions) == (Severity.WARNING, ("State Duma",))


def test_words_that_are_almost_the_term_are_an_information() -> None:
    [mark] = marks("Он иностранный агент.", "He is a foreign, they say, agent.")
    assert mark.severity is Severity.INFO


def test_in_a_text_in_one_language_a_deprecated_term_is_a_warning() -> None:
    [mark] = marks(None, "A foreign spy.")
    assert mark.severity is Severity.WARNING


def test_terms_in_addresses_are_no_terms() -> None:
    assert not marks(
        "См. [тут](https://example.org/иностранный-агент).", "See [here](https://e.org)."
    )


def test_without_a_glossary_there_is_nothing_to_say() -> None:
    assert not marks("Он иностранный агент.", "He is suspect.", Context())
