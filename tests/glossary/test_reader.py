import pytest

from workflow.errors import InputError
from workflow.glossary.formats import write
from workflow.glossary.glossary import Case, Gender, PartOfSpeech, Status, Term
from workflow.glossary.reader import parse_concepts

FULL = """\
include: [builtin:human-rights, names.yaml]
concepts:
- id: committee-against-torture
  domain: organisation
  note: The UN body.
  terms:
    ru: Комитет против пыток
    no: Torturkomiteen
    pt_br: Comitê contra a Tortura
    en:
    - term: Committee Against Torture
      case: exact
      abbreviation: CAT
      variants: [UN-CAT]
      note: with capitals
    - {term: Committee against Tortures, status: deprecated}
"""


def test_a_concept_is_read_with_all_that_it_says() -> None:
    include, [concept] = parse_concepts(FULL, "glossary.yaml")
    assert include == ("builtin:human-rights", "names.yaml")
    assert (concept.id, concept.domain, concept.note) == (
        "committee-against-torture",
        "organisation",
        "The UN body.",
    )
    assert concept.origin == "glossary.yaml:3"
    assert list(concept.terms) == ["ru", "no", "pt-BR", "en"]
    assert concept.terms["ru"] == (Term(text="Комитет против пыток"),)
    assert concept.terms["en"] == (
        Term(
            text="Committee Against Torture",
            case=Case.EXACT,
            abbreviation="CAT",
            variants=("UN-CAT",),
            note="with capitals",
        ),
        Term(text="Committee against Tortures", status=Status.DEPRECATED),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "concepts: []\n", "concepts:\n"])
def test_a_file_may_have_no_concepts(text: str) -> None:
    assert parse_concepts(text, "glossary.yaml") == ((), ())


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "concept: []",
            "g.yaml: 'concept' is not a key of the file",
            "Did you mean concepts?",
        ),
        (
            "concepts:\n\n- id: court\n  domian: law\n",
            "g.yaml: concept 1: 'domian' is not a key of a concept",
            "Did you mean domain?",
        ),
        (
            "concepts:\n- id: a\n- id: court\n  terms: {en: [{term: court, staus: admitted}]}",
            "g.yaml:3: concept court: 'staus' is not a key of a term in en",
            "Did you mean status?",
        ),
        (
            "concepts:\n- id: court\n  terms: {en: [{term: court, status: prefered}]}",
            "g.yaml:2: concept court has the status 'prefered'",
            "Did you mean preferred?",
        ),
        (
            "concepts:\n- id: court\n  terms: {english: court}",
            "g.yaml:2: concept court has a term in 'english'",
            "Write a BCP 47 tag such as en, es, pt-BR or sr-Latn.",
        ),
        (
            "concepts:\n- id: court\n- id: court\n",
            "g.yaml:3: concept court stands twice",
            "Give one of the two another id, or join them.",
        ),
        (
            "concepts:\n- terms: {en: court}",
            "g.yaml: concept 1 has no id",
            "Write a short name in a-z, 0-9 and -, such as id: foreign-agent.",
        ),
        (
            "concepts:\n- id: court\n  terms: {en: [{status: admitted}]}",
            "g.yaml:2: concept court: the term in en must be text",
            "Put the words there, in quotes if need be.",
        ),
        (
            "concepts:\n- id: court\n  note: ''\n",
            "g.yaml:2: concept court: note must be text",
            "Put the words there, in quotes if need be.",
        ),
        ("- id: court", "g.yaml: the file must have keys with values", None),
        ("concepts: {a: b}", "g.yaml: concepts must be a list", None),
    ],
)
def test_what_a_file_may_not_say_is_refused_with_its_place(
    text: str, message: str, hint: str | None
) -> None:
    with pytest.raises(InputError) as caught:
        parse_concepts(text, "g.yaml")
    assert caught.value.message == message
    assert hint is None or caught.value.hint == hint


def test_a_person_becomes_the_names_that_a_text_may_have() -> None:
    text = """
concepts:
- id: orlina
  person:
    gender: feminine
    names:
      en: {given: Anna, family: Orlina, not: [Ann Orlina, Anna Orlyna]}
"""
    _, [concept] = parse_concepts(text, "g.yaml")
    assert concept.person is Gender.FEMININE
    whole, *wrong = concept.terms["en"]
    assert (whole.text, whole.variants, whole.case) == ("Anna Orlina", ("Orlina",), Case.EXACT)
    assert [(term.text, term.use) for term in wrong] == [
        ("Ann Orlina", "Anna Orlina"),
        ("Anna Orlyna", "Anna Orlina"),
        ("Orlyna", "Orlina"),
    ]


def test_all_that_a_term_can_say() -> None:
    text = """
concepts:
- id: fund
  translate: false
  terms:
    en:
    - {term: Fund, part_of_speech: properNoun, gender: neuter, abbreviation: F, expand: true,
       annotation: a charity, context: The Fund closed., date: 2025-03-01}
    - {term: Foundation, status: deprecated, use: Fund, reason: not its name}
"""
    _, [concept] = parse_concepts(text, "g.yaml")
    fund, foundation = concept.terms["en"]
    assert not concept.translate
    assert (fund.part, fund.gender, fund.expand) == (PartOfSpeech.PROPER_NOUN, Gender.NEUTER, True)
    assert (fund.annotation, fund.date) == ("a charity", "2025-03-01")
    assert (foundation.use, foundation.reason) == ("Fund", "not its name")


@pytest.mark.parametrize(
    "key", ["part_of_speech: thing", "gender: male", "expand: maybe", "date: yesterday"]
)
def test_a_value_that_a_key_cannot_have_is_told(key: str) -> None:
    text = f"concepts:\n- {{id: a, terms: {{en: [{{term: x, {key}}}]}}}}\n"
    with pytest.raises(InputError, match=key.split(":")[0]):
        parse_concepts(text, "g.yaml")


def test_a_person_may_have_other_names_that_are_right() -> None:
    text = """
concepts:
- id: orlina
  person:
    names:
      en: {given: Anna, family: Orlina, also: [Annie of Ravnoye], not: [Ann Orlina]}
"""
    _, [concept] = parse_concepts(text, "g.yaml")
    assert [(term.text, term.status.value) for term in concept.terms["en"]] == [
        ("Anna Orlina", "preferred"),
        ("Annie of Ravnoye", "admitted"),
        ("Ann Orlina", "deprecated"),
    ]


def test_signs_that_no_file_can_hold_are_left_out() -> None:
    text = 'concepts: [{id: court, terms: {en: "supreme\\x01 court"}}]'
    _, [concept] = parse_concepts(text, "glossary.yaml")
    assert concept.terms["en"][0].text == "supreme court"
    assert "supreme court" in write("tbx", [concept])
