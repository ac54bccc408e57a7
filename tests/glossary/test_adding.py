from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.glossary.adding import add_concept, with_concepts
from workflow.glossary.glossary import Concept, Term
from workflow.glossary.loader import load_glossary
from workflow.glossary.reader import parse_concepts

BY_HAND = """\
# Our words.
include: [builtin:human-rights]

concepts:   # by hand
  # courts
  - id: court      # any court
    terms: {en: court, ru: суд}

  - id: "law"
    terms:
        en:   law

# the end
"""


def add(text: str, id: str = "agent", **terms: str) -> str:
    made = {tag: (Term(text=term),) for tag, term in (terms or {"en": "foreign agent"}).items()}
    return with_concepts(text, "glossary.yaml", [Concept(id=id, terms=made)])


def test_a_file_written_by_hand_gets_lines_and_loses_none() -> None:
    added = add(BY_HAND, en="foreign agent", ru="иностранный агент")
    entry = "  - id: agent\n    terms:\n      en: foreign agent\n      ru: иностранный агент\n"
    assert added == BY_HAND.replace("        en:   law\n", f"        en:   law\n{entry}")


def test_the_first_concept_of_a_new_file() -> None:
    assert add("") == "concepts:\n- id: agent\n  terms:\n    en: foreign agent\n"


def test_an_empty_list_becomes_a_block() -> None:
    text = "include: [builtin:human-rights]\nconcepts: []  # ours\n"
    assert add(text) == (
        "include: [builtin:human-rights]\nconcepts:  # ours\n"
        "- id: agent\n  terms:\n    en: foreign agent\n"
    )


def test_what_follows_the_concepts_stays_behind_them() -> None:
    text = "concepts:\n- id: law\n  terms: {en: law}\n# more\ninclude: []\n"
    added = add(text)
    assert added.endswith("    en: foreign agent\n# more\ninclude: []\n")


def test_a_layout_that_cannot_be_added_to_is_left_alone() -> None:
    with pytest.raises(InputError) as caught:
        add("concepts: [{id: law, terms: {en: law}}]\n")
    assert "- id: agent" in caught.value.hint


def test_a_concept_or_a_term_that_is_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text("concepts:\n- {id: court, terms: {en: court}}\n", encoding="utf-8")
    before = path.read_bytes()
    glossary = load_glossary(path)
    with pytest.raises(InputError, match="there is already a concept court"):
        add_concept(path, glossary, "court", {"en": "tribunal"})
    with pytest.raises(InputError, match="“Court” is already the en term of court"):
        add_concept(path, glossary, "tribunal", {"en": "Court"})
    with pytest.raises(InputError, match="cannot be the id"):
        add_concept(path, glossary, "A Court", {"en": "tribunal"})
    with pytest.raises(InputError, match="has no words"):
        add_concept(path, glossary, "tribunal", {"en": "…"})
    assert path.read_bytes() == before


TEXT = st.text(min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
PRINTABLE = TEXT.filter(str.isprintable)


@given(
    st.dictionaries(st.sampled_from(["en", "ru", "no", "pt-BR"]), PRINTABLE, min_size=1), PRINTABLE
)
def test_whatever_is_added_is_read_back(terms: dict[str, str], note: str) -> None:
    made = {tag: (Term(text=term),) for tag, term in terms.items()}
    concept = Concept(id="new", terms=made, domain=note, note=note)
    added = with_concepts(BY_HAND, "glossary.yaml", [concept])
    *_, concept = parse_concepts(added, "glossary.yaml")[1]
    assert (concept.id, concept.domain, concept.note) == ("new", note, note)
    assert {tag: term.text for tag, (term,) in concept.terms.items()} == terms
    assert [line for line in added.splitlines() if line in BY_HAND.splitlines()]
