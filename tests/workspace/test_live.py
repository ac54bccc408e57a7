from concurrent.futures import ThreadPoolExecutor

import pytest

from workflow.errors import InputError
from workflow.workspace import journal
from workflow.workspace.article import Article
from workflow.workspace.events import Claimed, Commented, Edited
from workflow.workspace.live import LiveTarget, Save, version
from workflow.workspace.state import UnitState
from workflow.workspace.target import Target


@pytest.fixture
def live(article: Article) -> LiveTarget:
    """The Spanish target of the report, loaded for long."""
    article.add_target("es", "ana")
    return LiveTarget(article, "es")


def again(live: LiveTarget) -> Target:
    """The same target, as any other command reads it."""
    return live.article.workspace.article(live.article.slug).target(live.tag)


def save(live: LiveTarget, unit: str, text: str, by: str = "ana", seen: str | None = None) -> Save:
    standing = version(live.state.units[unit])
    return Save(unit=unit, text=text, by=by, seen=standing if seen is None else seen)


def test_a_save_is_an_event_that_other_commands_read(live: LiveTarget) -> None:
    title, *_ = live.state.units
    outcome = live.save(save(live, title, " El tribunal  "))
    assert outcome.accepted
    other = again(live)
    assert other.texts[title] == live.state.units[title].text == "El tribunal"
    assert other.events[-1].id == outcome.event.id
    assert other.pending == ()


def test_every_save_is_in_the_file_too(live: LiveTarget) -> None:
    title, *_ = live.state.units
    for text in ("El tribunal", "La corte", "El tribunal"):
        live.save(save(live, title, text))
        assert f'msgstr "{text}"' in live.path.read_text(encoding="utf-8")


def test_a_save_of_what_was_not_seen_records_nothing_and_shows_what_stands(
    live: LiveTarget,
) -> None:
    title, *_ = live.state.units
    old = version(live.state.units[title])
    live.save(save(live, title, "El tribunal", "ana"))
    events = live.events
    outcome = live.save(save(live, title, "La corte", "ben", seen=old))
    assert not outcome.accepted
    assert outcome.unit.text == "El tribunal"
    assert live.events == events


def test_a_save_that_is_sent_twice_is_recorded_once(live: LiveTarget) -> None:
    title, *_ = live.state.units
    sent = save(live, title, "El tribunal")
    first, second = live.save(sent), live.save(sent)
    assert (first.accepted, second.accepted) == (True, True)
    assert second.event is None


def test_a_unit_that_the_source_has_lost_takes_no_save(live: LiveTarget) -> None:
    outcome = live.save(Save(unit="p-000000", text="Nada", by="ana", seen=version(UnitState())))
    assert (outcome.accepted, outcome.unit) == (False, None)


def test_edits_of_the_file_are_noticed_and_never_overwritten_unseen(live: LiveTarget) -> None:
    title, *_ = live.state.units
    live.save(save(live, title, "El tribunal"))
    stale = save(live, title, "La corte")
    text = live.path.read_text(encoding="utf-8")
    live.path.write_text(text.replace("El tribunal", "El juzgado"), encoding="utf-8")
    outcome = live.save(stale)
    assert not outcome.accepted
    assert live.now().units[title].text == "El juzgado"


def test_what_another_command_records_is_noticed(live: LiveTarget) -> None:
    title, *_ = live.state.units
    again(live).edit({title: "El juzgado"}, "ben")
    assert live.now().units[title].text == "El juzgado"


def test_a_state_that_a_reader_took_does_not_change_beneath_them(live: LiveTarget) -> None:
    title, *_ = live.state.units
    taken = live.now()
    live.save(save(live, title, "El tribunal"))
    assert taken.units[title].text == ""


def test_remarks_and_claims_fold_as_they_do_for_other_commands(live: LiveTarget) -> None:
    title, *_ = live.state.units
    live.save(save(live, title, "El tribunal"))
    text = live.path.read_text(encoding="utf-8")
    live.path.write_text(text.replace("El tribunal", "El juzgado"), encoding="utf-8")
    live.sync()
    live.record(Claimed(event=live.state.unclaimed[0]), "ben")
    live.record(Commented(text="¿Seguro?", unit=title), "ben")
    live.save(save(live, title, "La corte", "ben"))
    assert live.state == again(live).state


def test_a_full_disk_loses_nothing_that_was_recorded(
    live: LiveTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    title, *_ = live.state.units

    def refuse(*_: object) -> None:
        raise InputError("the disk is full", hint="Make room.")

    with monkeypatch.context() as full:
        full.setattr(journal, "append", refuse)
        with pytest.raises(InputError):
            live.save(save(live, title, "El tribunal"))
    assert live.now().units[title].text == ""
    assert live.save(save(live, title, "La corte")).accepted


def test_many_saves_at_once_lose_and_double_nothing(live: LiveTarget) -> None:
    units = list(live.state.units)[:3]

    def edit(number: int) -> bool:
        unit = units[number % 3]
        return live.save(save(live, unit, f"texto {number}", by=f"e{number % 5}")).accepted

    with ThreadPoolExecutor(8) as people:
        accepted = list(people.map(edit, range(120)))
    recorded = [
        change.text
        for event in again(live).events
        if isinstance(event.payload, Edited)
        for change in event.payload.changes
    ]
    assert sorted(recorded) == sorted(f"texto {n}" for n, took in enumerate(accepted) if took)
    assert again(live).state == live.state
