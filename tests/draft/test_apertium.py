"""Drafts with Apertium, which aligns nothing, judges nothing and is the same every time."""

import shutil
import subprocess

import pytest

from workflow.document.inline import markup_signature
from workflow.document.units import Unit, UnitKind
from workflow.draft import Drafter
from workflow.draft.damage import harm
from workflow.engines import Engine, load_engine
from workflow.glossary import Concept, Glossary, Term


def _is_installed() -> bool:
    if shutil.which("apertium") is None:
        return False
    listed = subprocess.run(["apertium", "-l"], capture_output=True, text=True, check=False)
    return "eng-spa" in listed.stdout


pytestmark = pytest.mark.skipif(not _is_installed(), reason="needs apertium-eng-spa")

TERMS = Glossary(
    tuple(
        Concept(id=english, terms={"en": (Term(text=english),), "es": (Term(text=spanish),)})
        for english, spanish in (("court", "juzgado"), ("journalist", "reportero"))
    )
)


@pytest.fixture
def apertium() -> Engine:
    return load_engine("apertium")


def drafted(drafter: Drafter, *texts: str) -> list[tuple[str, str]]:
    """The drafts, each with its remark."""
    units = [Unit(f"p-{n}", UnitKind.PARAGRAPH, text) for n, text in enumerate(texts)]
    drafts = drafter.draft(units).drafts
    return [(drafts[unit.id].text, drafts[unit.id].origin.note) for unit in units]


def test_terms_stand_in_the_draft_in_their_number(apertium: Engine) -> None:
    drafter = Drafter(apertium, "en", "es", TERMS)
    (one, _), (many, _) = drafted(
        drafter, "The court freed the journalist.", "The courts freed two journalists."
    )
    assert "juzgado " in one
    assert "reportero" in one
    assert "juzgados " in many
    assert "dos reporteros" in many


def test_markup_numbers_and_addresses_come_through(apertium: Engine) -> None:
    texts = (
        "The **court** sent 48 letters to [the ministry](https://a.example/x_y).",
        "See *the report* of 14 March 2021 in `file_1.txt`, or write to ana@mail.example[^1].",
        "Read [the list](../2024/list.md#two) and [**the letter**](https://b.example).",
    )
    for source, (text, _) in zip(
        texts, drafted(Drafter(apertium, "en", "es"), *texts), strict=True
    ):
        assert markup_signature(text) == markup_signature(source)
        assert "48" in text or "48" not in source
    assert "](../2024/list.md#two)" in text


def test_it_is_asked_for_what_argos_damages(argos: Engine, apertium: Engine) -> None:
    source = (
        "The hearing in Ravnoye lasted 730 minutes and was closed to the public, and according to "
        "the lawyer Omar Reyes, 77 people were detained in Northmarsh last week."
    )
    ((_, alone),) = drafted(Drafter(argos, "en", "es"), source)
    assert alone == "damaged: a number is lost or made up"
    ((text, note),) = drafted(Drafter(argos, "en", "es", another=apertium), source)
    assert note == "a sentence is by apertium: the first engine damaged it"
    assert not harm(source, text, "en", "es").kinds
