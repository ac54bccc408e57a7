"""What a changed source keeps of its translations."""

from workflow.document.matching import Match, match_units
from workflow.document.source import Source
from workflow.document.units import Unit, UnitKind, source_units


def units(body: str) -> tuple[Unit, ...]:
    return source_units(Source(title="", language="ru", body=body))


def matched(before: str, after: str) -> list[tuple[str, str, bool]]:
    """The new text, the old text and whether they are the same, for each unit that is matched."""
    old = {unit.id: unit.text for unit in units(before)}
    new = units(after)
    matches = match_units(old, new)
    return [
        (unit.text, old[match.old_id], match.exact)
        for unit in new
        if (match := matches.get(unit.id))
    ]


LONG = "Суд в Тбилиси отложил слушание по делу журналистки до июня."
CHANGED = "Суд в Тбилиси отложил слушание по делу журналистки до сентября."


def test_what_did_not_change_is_matched_by_id() -> None:
    assert matched(f"{LONG}\n\nДа.", f"Новое начало.\n\n{LONG}") == [(LONG, LONG, True)]


def test_a_paragraph_that_became_a_list_item_is_the_same_text() -> None:
    assert matched(LONG, f"- {LONG}") == [(LONG, LONG, True)]


def test_a_corrected_text_is_similar() -> None:
    assert matched(f"{LONG}\n\nДа.", f"Да.\n\n{CHANGED}") == [
        ("Да.", "Да.", True),
        (CHANGED, LONG, False),
    ]


def test_another_text_is_not_similar() -> None:
    assert matched(LONG, "Прокуратура не ответила на вопросы редакции.") == []


def test_the_most_similar_comes_first_and_only_once() -> None:
    assert matched(LONG, f"{CHANGED}\n\n{LONG} Снова.") == [(LONG + " Снова.", LONG, False)]


def test_of_equals_the_same_kind_is_taken_and_then_the_nearest() -> None:
    old = {"li-000001": "Да.", "p-000002": "Да.", "p-000003": "Нет.", "p-000004": "Да."}
    new = [
        Unit("p-00000a", UnitKind.PARAGRAPH, "Да."),
        Unit("p-00000b", UnitKind.PARAGRAPH, "Новое"),
        Unit("q-00000c", UnitKind.QUOTE, "Да."),
    ]
    assert match_units(old, new) == {
        "p-00000a": Match("p-000002", exact=True),
        "q-00000c": Match("p-000004", exact=True),
    }


def test_nothing_to_match() -> None:
    assert match_units({}, units(LONG)) == {}
    assert match_units({"p-000001": LONG}, ()) == {}
