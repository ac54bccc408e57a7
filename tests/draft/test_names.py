"""Names are looked up, copied or transliterated, never translated."""

import pytest

from workflow.document.units import Unit, UnitKind
from workflow.draft.names import draft_name, is_name


def name(text: str, target: str, known: dict[str, str] | None = None) -> tuple[str, str, bool]:
    """The drafted name, where it comes from, and whether a person should look at it."""
    draft = draft_name(Unit("author-1", UnitKind.AUTHOR, text), target, (known or {}).get)
    return draft.text, draft.origin.engine, bool(draft.origin.note)


def test_a_name_in_the_script_of_the_target_is_copied() -> None:
    assert name("Mara Quill", "es") == ("Mara Quill", "copy", False)
    assert name("Марія Коваль", "ru") == ("Марія Коваль", "copy", False)


def test_the_glossary_knows_best() -> None:
    known = {"The Harbour Post": "El Correo del Puerto", "Марія": "Maria_"}
    assert name("The Harbour Post", "es", known) == ("El Correo del Puerto", "glossary", False)
    assert name("Марія", "en", known)[0] == "Maria\\_"


def test_a_name_in_another_script_is_transliterated_for_a_person_to_look_at() -> None:
    assert name("Іван Петренко", "en") == ("Ivan Petrenko", "transliteration", True)


def test_nothing_is_put_into_another_script_than_latin() -> None:
    assert name("Mara Quill", "ru") == ("Mara Quill", "copy", True)


def test_markup_in_a_copied_name_stays() -> None:
    assert name("*The Post*", "es")[0] == "*The Post*"


@pytest.mark.parametrize("kind", [UnitKind.AUTHOR, UnitKind.PUBLICATION, UnitKind.ORIGINAL])
def test_kinds_of_names(kind: UnitKind) -> None:
    assert is_name(Unit("x", kind, "x"))


def test_a_title_is_no_name() -> None:
    assert not is_name(Unit("x", UnitKind.TITLE, "x"))
