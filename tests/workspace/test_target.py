"""A target's life: drafts, edits, edits by others, a changed source, undo, and crashes."""

from pathlib import Path

import pytest

from workflow.errors import InputError, StaleError
from workflow.workspace import journal
from workflow.workspace.article import Article
from workflow.workspace.changes import change_of
from workflow.workspace.events import (
    NOBODY,
    Drafted,
    Edited,
    Origin,
    Published,
    Renamed,
    Submitted,
)
from workflow.workspace.state import Stage
from workflow.workspace.target import Target

ARGOS = Origin(engine="argos", package="en_es 0.2")


@pytest.fixture
def target(article: Article) -> Target:
    return article.add_target("es", "ana")


@pytest.fixture
def drafted(target: Target) -> Target:
    drafts = {key: (f"ES {text}", ARGOS) for key, text in target.article.texts.items()}
    target.draft(drafts, "ana")
    return target


def again(target: Target) -> Target:
    """The same target, read from disk by another command."""
    return target.article.workspace.article(target.article.slug).target(target.tag)


def item(target: Target) -> str:
    """The id of the first list item."""
    return next(key for key in target.texts if key.startswith("li-"))


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_target_has_every_unit_and_no_text(target: Target) -> None:
    assert target.state.stage is Stage.NEW
    assert list(target.texts) == list(target.article.texts)
    assert set(target.texts.values()) == {""}


@pytest.mark.parametrize("name", ["es.po", "history", "history/es", "history/es/ana.jsonl"])
def test_what_lies_outside_of_the_workspace_is_not_read(
    drafted: Target, tmp_path: Path, name: str
) -> None:
    path = drafted.article.path / name
    path.rename(tmp_path / "outside")
    path.symlink_to(tmp_path / "outside")
    with pytest.raises(InputError, match="leads out of the workspace"):
        again(drafted)


def test_drafts_are_not_confirmed(drafted: Target) -> None:
    unit = again(drafted).state.units[item(drafted)]
    assert unit.text == "ES The first hearing took 20 minutes."
    assert not unit.confirmed
    assert unit.origin == ARGOS


def test_a_person_is_never_overwritten_by_a_machine(drafted: Target) -> None:
    drafted.edit({item(drafted): "La primera vista duró 20 minutos."}, "ana")
    assert drafted.draft({item(drafted): ("ES again", ARGOS)}, "ana") == ()
    assert again(drafted).texts[item(drafted)] == "La primera vista duró 20 minutos."


def test_a_draft_never_replaces_what_somebody_typed_meanwhile(drafted: Target) -> None:
    seen = drafted.texts
    drafted.edit({item(drafted): "unfinished"}, "ana", confirmed=False)
    assert drafted.draft({item(drafted): ("ES again", ARGOS)}, "ana", seen) == ()
    assert drafted.texts[item(drafted)] == "unfinished"


def test_the_same_edit_twice_is_recorded_once(drafted: Target) -> None:
    assert drafted.edit({item(drafted): "Uno"}, "ana") is not None
    assert drafted.edit({item(drafted): "Uno"}, "ana") == ()


def test_who_edits_before_submission_is_a_translator_and_after_it_an_editor(
    drafted: Target,
) -> None:
    drafted.edit(dict(drafted.texts), "ana")
    state = drafted.state
    drafted.record(Submitted(text=state.text_hash, source=state.source_hash), "ana")
    drafted.edit({item(drafted): "Duró 20 minutos."}, "ben")
    assert drafted.state.translators == ("ana",)
    assert drafted.state.editors == ("ben",)


def test_an_edit_of_a_text_that_changed_meanwhile_is_refused(drafted: Target) -> None:
    seen = dict(drafted.texts)
    drafted.edit({item(drafted): "Ben's text"}, "ben")
    with pytest.raises(StaleError, match="Ben Muster changed"):
        drafted.edit(
            {item(drafted): "Ana's text"}, "ana", seen={item(drafted): seen[item(drafted)]}
        )
    assert drafted.texts[item(drafted)] == "Ben's text"


def test_a_submission_of_a_text_that_changed_meanwhile_is_refused(drafted: Target) -> None:
    old = drafted.state
    again(drafted).edit({item(drafted): "Otra cosa."}, "ben")
    with pytest.raises(StaleError, match="changed a moment ago"):
        drafted.record(Submitted(text=old.text_hash, source=old.source_hash), "ana")


def test_what_was_foreseen_is_recorded_as_it_was(drafted: Target) -> None:
    old = drafted.state
    event = drafted.foresee(Submitted(text=old.text_hash, source=old.source_hash), "ana")
    assert drafted.state.stage is Stage.REVIEW
    assert again(drafted).state.stage is Stage.DRAFT
    again(drafted).enter(event)
    assert again(drafted).events[-1].id == event.id
    assert again(drafted).state.stage is Stage.REVIEW


def test_nothing_is_recorded_that_was_foreseen_of_another_text(drafted: Target) -> None:
    old = drafted.state
    event = drafted.foresee(Submitted(text=old.text_hash, source=old.source_hash), "ana")
    again(drafted).edit({item(drafted): "Otra cosa."}, "ben")
    with pytest.raises(StaleError, match="changed a moment ago"):
        again(drafted).enter(event)


def test_nor_where_git_has_brought_an_edit_that_is_older(drafted: Target) -> None:
    old = drafted.state
    edit = change_of(item(drafted), "Otra cosa.", old.units[item(drafted)], confirmed=True)
    older = journal.new_event(Edited(changes=(edit,)), "ben", drafted.events)
    event = drafted.foresee(Submitted(text=old.text_hash, source=old.source_hash), "ana")
    journal.append(drafted.history, [older])
    with pytest.raises(StaleError, match="changed a moment ago"):
        again(drafted).enter(event)


def test_an_edit_in_the_po_file_is_noticed_and_belongs_to_nobody(drafted: Target) -> None:
    replace_in(drafted.path, "ES The first hearing took 20 minutes.", "Duró 20 minutos.")
    found = again(drafted)
    assert found.texts[item(found)] == "Duró 20 minutos."
    assert len(found.events) == 2, "reading records nothing"
    found.sync()
    assert found.events[-1].by == NOBODY
    assert found.state.unclaimed == (found.events[-1].id,)


def test_a_po_file_that_was_rewrapped_is_no_edit(drafted: Target) -> None:
    import polib

    polib.pofile(str(drafted.path), wrapwidth=40).save()
    assert again(drafted).pending == ()


def test_a_tool_that_drops_texts_equal_to_their_source_edits_nothing(article: Article) -> None:
    target = article.add_target("es", "ana")
    target.edit(article.texts, "ana")
    replace_in(target.path, 'msgstr "Vera Example"', 'msgstr ""')  # as OmegaT does
    assert again(target).pending == ()


def test_a_comment_written_into_the_po_file_is_kept(drafted: Target) -> None:
    replace_in(
        drafted.path, f'msgctxt "{item(drafted)}"', f'# Is this right?\nmsgctxt "{item(drafted)}"'
    )
    drafted.sync()
    assert [(c.unit, c.text) for c in drafted.state.comments] == [(item(drafted), "Is this right?")]
    drafted.sync()
    assert len(drafted.state.comments) == 1


def test_a_po_file_that_fell_behind_in_a_crash_is_brought_forward(drafted: Target) -> None:
    before = drafted.path.read_bytes()
    drafted.edit({item(drafted): "Duró 20 minutos."}, "ana")
    drafted.path.write_bytes(before)  # as if the program had died between journal and PO
    (drafted.article.workspace.cache / "seen/court-extends-arrest.es").unlink()
    found = again(drafted)
    assert found.pending == ()
    found.sync()
    assert "Duró 20 minutos." in found.path.read_text(encoding="utf-8")


def test_an_older_text_put_back_by_hand_is_an_edit(drafted: Target) -> None:
    before = drafted.path.read_bytes()
    drafted.edit({item(drafted): "Duró 20 minutos."}, "ana")
    drafted.path.write_bytes(before)
    assert isinstance(again(drafted).pending[0].payload, Edited)


def test_a_lost_po_file_is_written_anew(drafted: Target) -> None:
    before = drafted.path.read_bytes()
    drafted.path.unlink()
    again(drafted).sync()
    assert drafted.path.read_bytes() == before


def test_a_conflict_in_the_po_file_names_the_line(drafted: Target) -> None:
    replace_in(drafted.path, 'msgctxt "title', '<<<<<<< HEAD\nmsgctxt "title')
    with pytest.raises(InputError, match=r"es\.po:11: git left a conflict"):
        again(drafted)


def test_a_changed_source_keeps_what_still_fits(drafted: Target) -> None:
    drafted.edit({key: f"Bien: {text}" for key, text in drafted.texts.items()}, "ana")
    replace_in(drafted.article.path / "source.md", "took 20 minutes", "took 25 minutes")
    found = again(drafted)
    assert found.source_changed
    unit = found.state.units[item(found)]
    assert unit.text == "Bien: ES The first hearing took 20 minutes."
    assert not unit.confirmed
    assert unit.previous == "The first hearing took 20 minutes."
    assert sum(not unit.confirmed for unit in found.state.units.values()) == 1


def test_a_paragraph_that_became_a_list_item_stays_confirmed(drafted: Target) -> None:
    drafted.edit({key: f"Bien: {text}" for key, text in drafted.texts.items()}, "ana")
    replace_in(drafted.article.path / "source.md", "The court in", "- The court in")
    found = again(drafted)
    assert all(unit.confirmed for unit in found.state.units.values())


def test_undo_takes_back_the_last_change_and_is_recorded(drafted: Target) -> None:
    drafted.edit({item(drafted): "Uno"}, "ana")
    undone = drafted.undo("ben")
    assert isinstance(undone.payload, Edited)
    assert drafted.texts[item(drafted)] == "ES The first hearing took 20 minutes."
    assert drafted.events[-1].by == "ben"
    drafted.undo("ben")
    assert drafted.state.stage is Stage.NEW
    with pytest.raises(InputError, match="no change to undo"):
        drafted.undo("ben")


def test_undo_looks_behind_a_rename_and_stops_at_a_publication(drafted: Target) -> None:
    drafted.record(Renamed(old="a", new="b"), "ana")
    assert isinstance(drafted.undo("ana").payload, Drafted)
    state = drafted.state
    drafted.record(
        Published(text=state.text_hash, source=state.source_hash, formats=("web",)), "ana"
    )
    with pytest.raises(InputError, match="no change to undo"):
        drafted.undo("ana")


def test_revisions(drafted: Target) -> None:
    drafted.edit({item(drafted): "Uno"}, "ana")
    last = drafted.events[-1].id
    drafted.edit({item(drafted): "Dos"}, "ana")
    assert drafted.revision("draft").units[item(drafted)].text.startswith("ES ")
    assert drafted.revision(last[:20]).units[item(drafted)].text == "Uno"
    assert drafted.revision("now").units[item(drafted)].text == "Dos"
    assert drafted.revision("2999-01-01").units[item(drafted)].text == "Dos"
    for wrong in ("approved", "yesterday", last[:6]):
        with pytest.raises(InputError):
            drafted.revision(wrong)
