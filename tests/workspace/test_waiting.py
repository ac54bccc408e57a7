from datetime import date, timedelta

import pytest

from workflow.workspace.board import board
from workflow.workspace.events import Assigned, Origin


@pytest.fixture
def drafted(article):
    target = article.add_target("es", "ana")
    target.draft(
        {key: (text.upper(), Origin(engine="argos")) for key, text in article.texts.items()}, "ana"
    )
    return target


def notes(workspace) -> str:
    [row] = board(workspace)
    return ", ".join(row.notes)


def test_the_board_says_whom_a_target_waits_for(workspace, drafted):
    drafted.record(Assigned(person="ana", role="translator", due="2999-03-09"), "ben")
    drafted.record(Assigned(person="ben", role="reviewer"), "ben")
    assert notes(workspace) == "waits for Ana Prueba, due 2999-03-09"


def test_where_no_translator_is_named_it_waits_for_the_one_who_comes_after(workspace, drafted):
    drafted.record(Assigned(person="ben", role="editor", due="2999-03-09"), "ben")
    assert notes(workspace) == "waits for Ben Muster, due 2999-03-09"


def test_what_is_late_is_said_to_be_overdue_from_the_index_too(workspace, drafted):
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    drafted.record(Assigned(person="ana", role="translator", due=yesterday), "ben")
    for _ in range(2):
        assert notes(workspace) == f"waits for Ana Prueba, due {yesterday} (overdue)"


def test_units_of_a_corrected_source_are_named_until_they_are_confirmed(workspace, drafted):
    drafted.edit({key: text.lower() for key, text in drafted.texts.items()}, "ana")
    path = drafted.article.path / "source.md"
    path.write_text(path.read_text(encoding="utf-8").replace("20 min", "25 min"), encoding="utf-8")
    target = workspace.article(drafted.article.slug).target("es")
    [changed] = [key for key, unit in target.state.units.items() if not unit.confirmed]
    assert board(workspace)[0].corrected == (changed,)
    target.edit({changed: "La primera vista duró 25 minutos."}, "ana")
    assert board(workspace)[0].corrected == ()
