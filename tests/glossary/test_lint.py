from workflow.glossary.glossary import Concept, Glossary, Term
from workflow.glossary.lint import Fault, faults
from workflow.glossary.reader import parse_concepts


def lint(text: str, *targets: str) -> list[Fault]:
    _, concepts = parse_concepts(text, "glossary.yaml")
    return list(faults(Glossary(concepts), targets))


def messages(text: str, *targets: str) -> list[str]:
    return [fault.message for fault in lint(text, *targets)]


def test_a_sound_glossary_has_no_faults() -> None:
    assert not lint(
        "concepts:\n- id: court\n  terms:\n    en: court\n"
        "    es: [tribunal, {term: corte, status: admitted}]",
        "en",
        "es",
    )


def test_a_term_that_stands_twice() -> None:
    [fault] = lint("concepts:\n- id: a\n  terms: {en: [court, {term: Court, status: admitted}]}")
    assert fault.message == "a has “Court” preferred and admitted in en"
    assert (fault.serious, fault.place) == (True, "glossary.yaml:2")


def test_terms_that_capitals_tell_apart_are_two() -> None:
    assert not lint(
        "concepts:\n- id: a\n  terms: {en: [{term: Court, case: exact},"
        " {term: court, status: deprecated, case: exact}]}"
    )


def test_several_preferred_terms() -> None:
    assert messages("concepts:\n- id: a\n  terms: {en: [court, tribunal]}") == [
        "a prefers several terms in en: “court”, “tribunal”; keep one, admit others"
    ]


def test_nothing_to_use_instead() -> None:
    assert messages("concepts:\n- id: a\n  terms: {en: [{term: spy, status: deprecated}]}") == [
        "a has only deprecated terms in en: say what to use instead"
    ]


def test_a_concept_without_terms() -> None:
    assert messages("concepts:\n- id: a") == ["a has no terms"]


def test_two_concepts_with_one_term_are_worth_knowing() -> None:
    text = "concepts:\n- {id: a, terms: {en: court}}\n- {id: b, terms: {en: Court}}"
    [fault] = lint(text)
    assert not fault.serious
    assert fault.message == "b has “Court” preferred in en, and in a it is preferred"


def test_a_term_that_one_concept_prefers_and_another_rejects() -> None:
    text = (
        "concepts:\n- {id: a, terms: {en: arrest}}\n"
        "- {id: b, terms: {en: [detention, {term: arrest, status: deprecated}]}}"
    )
    assert messages(text) == ["b has “arrest” deprecated in en, and in a it is preferred"]


def test_a_term_that_no_text_can_match() -> None:
    assert messages("concepts:\n- id: a\n  terms: {en: '***'}") == [
        "a has “***” in en, which no text can match"
    ]


def test_languages_that_are_missing_are_counted_once() -> None:
    text = "concepts:\n- {id: a, terms: {en: court}}\n- {id: b, terms: {en: law, es: ley}}"
    [fault] = lint(text, "en", "es-MX", "pt")[:1]
    assert fault.message == "1 concept has no term in es-MX: a"
    assert not fault.serious
    assert messages(text, "pt") == ["2 concepts have no term in pt: a, b"]


def test_keys_that_contradict_each_other_are_told() -> None:
    terms = (Term(text="Bluebell … Fund", expand=True, use="fund"),)
    told = [fault.message for fault in faults(Glossary((Concept(id="a", terms={"en": terms}),)))]
    assert any("has no abbreviation" in message for message in told)
    assert any("which is preferred" in message for message in told)
    assert any("only variants may have one" in message for message in told)
