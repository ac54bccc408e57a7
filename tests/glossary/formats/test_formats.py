"""Glossaries go out to other tools and come back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.glossary.formats import FORMATS, lost, read, write
from workflow.glossary.glossary import Case, Concept, Gender, PartOfSpeech, Status, Term
from workflow.glossary.loader import load_glossary
from workflow.glossary.reader import parse_concepts
from workflow.glossary.shipped import shipped_glossary
from workflow.glossary.writing import concept_lines

AGENT = Concept(
    id="foreign-agent",
    domain="law",
    note="A label of the law, since 2012.",
    terms={
        "ru": (
            Term(
                text="иностранный агент",
                part=PartOfSpeech.NOUN,
                gender=Gender.MASCULINE,
                abbreviation="иноагент",
            ),
        ),
        "en": (
            Term(text="foreign agent", note="Not an agency.", context="a foreign agent law"),
            Term(text="foreign spy", status=Status.DEPRECATED, variants=("spies", "=1+1")),
        ),
    },
)
WORDS = st.text("аяbz ,:#'\"-=|{}[]\\t&<é", min_size=1, max_size=20).map(
    lambda text: " ".join(f"a{text}z".replace("|", "").split())
)
TERMS = st.builds(
    Term,
    text=WORDS,
    status=st.sampled_from(Status),
    case=st.sampled_from(Case),
    part=st.sampled_from([None, *PartOfSpeech]),
    gender=st.sampled_from([None, *Gender]),
    abbreviation=st.none() | WORDS,
    expand=st.booleans(),
    variants=st.lists(WORDS, max_size=3).map(tuple),
    annotation=st.none() | WORDS,
    use=st.none() | WORDS,
    reason=st.none() | WORDS,
    context=st.none() | WORDS,
    note=st.none() | WORDS,
)
CONCEPTS = st.builds(
    Concept,
    id=st.just("c-1"),
    domain=st.none() | WORDS,
    note=st.none() | WORDS,
    person=st.sampled_from([None, *Gender]),
    translate=st.booleans(),
    terms=st.dictionaries(
        st.sampled_from(["en", "ru", "pt-BR"]),
        st.lists(TERMS, min_size=1, max_size=3).map(tuple),
        min_size=1,
    ),
)


@pytest.mark.parametrize("format", ["tbx", "tbx2", "csv", "tsv"])
def test_what_went_out_comes_back(format: str) -> None:
    assert read(format, write(format, [AGENT]), "file") == [AGENT]


@given(CONCEPTS, st.sampled_from(["csv", "tsv"]))
def test_a_table_keeps_all_that_a_term_says(concept: Concept, format: str) -> None:
    assert read(format, write(format, [concept]), "file") == [concept]


@given(CONCEPTS)
def test_a_concept_is_written_in_yaml_as_it_is(concept: Concept) -> None:
    text = "concepts:\n" + "\n".join(concept_lines(concept)) + "\n"
    _, [again] = parse_concepts(text, "glossary.yaml")
    assert again.terms == dict(concept.terms)
    assert (again.id, again.domain, again.note) == (concept.id, concept.domain, concept.note)


def test_the_shipped_glossary_survives_tbx() -> None:
    concepts = load_glossary(shipped_glossary()).concepts
    again = read("tbx", write("tbx", concepts), "file")
    assert [concept.id for concept in again] == [concept.id for concept in concepts]
    written = [(term.text, term.status) for c in concepts for t in c.terms.values() for term in t]
    assert [(t.text, t.status) for c in again for ts in c.terms.values() for t in ts] == written


@pytest.mark.parametrize("format", ["omegat", "weblate"])
def test_pairs_have_the_allowed_terms_of_two_languages(format: str) -> None:
    [again] = read(format, write(format, [AGENT], "ru", "en"), "file", "ru", "en")
    assert again.terms["ru"][0].text == "иностранный агент"
    assert [term.text for term in again.terms["en"]] == ["foreign agent"]
    assert again.note == AGENT.note
    with pytest.raises(InputError, match="has two languages"):
        write(format, [AGENT])


def test_what_a_format_has_no_place_for_is_told() -> None:
    terms = {"en": (Term(text="Gate", case=Case.EXACT, part=PartOfSpeech.NOUN, use="Door"),)}
    concept = Concept(id="gate", domain="house", terms=terms, origin="glossary.yaml:1")
    assert lost("csv", [concept]) == []
    assert lost("tbx", [concept]) == ["case", "use"]
    assert lost("weblate", [concept]) == ["case", "domain", "part_of_speech", "use"]
    assert lost("tbx", [AGENT]) == []


def test_tbx_of_version_2_is_read() -> None:
    text = """<?xml version="1.0"?>
    <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
    <martif type="TBX"><text><body><termEntry id="c7"><langSet xml:lang="en-US"><tig>
    <term>court</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
    </tig></langSet></termEntry></body></text></martif>"""
    [concept] = read("tbx", text, "file")
    assert concept.id == "c7"
    assert concept.terms["en-US"] == (Term(text="court", status=Status.DEPRECATED),)


def test_a_spreadsheet_with_a_column_for_each_language_is_read() -> None:
    [concept] = read("csv", "en,ru,note\ncourt | tribunal,суд,any\n,,\n", "file")
    assert concept.id == "court"
    assert [term.status for term in concept.terms["en"]] == [Status.PREFERRED, Status.ADMITTED]
    assert concept.note == "any"


def test_no_cell_is_a_formula() -> None:
    evil = Concept(id="x", terms={"en": (Term(text="=HYPERLINK(1)"),)})
    assert "'=HYPERLINK" in write("csv", [evil])
    assert read("csv", write("csv", [evil]), "file") == [evil]


@pytest.mark.parametrize("format", list(FORMATS))
@pytest.mark.parametrize(
    "junk",
    ["", "<a>", "x", "a,b\n1,2", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "a" * 200_000],
    ids=lambda junk: junk[:20],
)
def test_junk_is_told(format: str, junk: str) -> None:
    with pytest.raises(InputError):
        read(format, junk, "file", "ru", "en")


def test_an_entity_reads_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hush")
    text = f"""<!DOCTYPE tbx [<!ENTITY s SYSTEM "{(tmp_path / "secret").as_uri()}">]>
    <tbx><text><body><conceptEntry id="a"><langSec xml:lang="en"><termSec><term>x &s;</term>
    </termSec></langSec></conceptEntry></body></text></tbx>"""
    assert "hush" not in str(read("tbx", text, "file"))
