"""Two clones, merged by git itself: what people find afterwards, and that no text is gone."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.workspace.clones import PO, Clone, two_clones
from tests.workspace.story import SLUG
from workflow.document.source import Source
from workflow.errors import InputError
from workflow.review.gates import publish_obstacles
from workflow.workspace.events import Approved, Claimed, Commented
from workflow.workspace.state import Stage
from workflow.workspace.workspace import Workspace

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")

SOURCE = f"translations/{SLUG}/source.md"
ES = f"translations/{SLUG}/history/es"


@pytest.fixture
def clones(tmp_path: Path, source: Source) -> tuple[Clone, Clone]:
    return two_clones(tmp_path, source)


@pytest.fixture
def ana(clones: tuple[Clone, Clone]) -> Clone:
    return clones[0]


@pytest.fixture
def ben(clones: tuple[Clone, Clone]) -> Clone:
    return clones[1]


def approve(clone: Clone) -> None:
    target = clone.target()
    target.record(
        Approved(text=target.state.text_hash, source=target.state.source_hash), clone.person
    )


def test_edits_of_different_units_both_stand(ana: Clone, ben: Clone) -> None:
    ana.edit("li", "Ana's item.")
    ben.edit("q", "Ben's quote.")
    ben.commit()
    assert ana.pull(ben) == []
    assert (ana.unit("li").text, ana.unit("q").text) == ("Ana's item.", "Ben's quote.")
    assert all(unit.confirmed for unit in ana.check().state.units.values())
    assert ana.target().state.unclaimed == ()


def test_work_on_different_targets_never_meets(ana: Clone, ben: Clone) -> None:
    ana.edit("li", "Ana's item.")
    french = ben.target().article.add_target("fr", "ben")
    french.edit({next(iter(french.texts)): "Titre"}, "ben")
    ben.commit()
    assert ana.pull(ben) == []
    assert ana.unit("li").text == "Ana's item."
    assert ana.unit("title", "fr").text == "Titre"
    ana.check()


def test_the_same_text_twice_is_no_conflict(ana: Clone, ben: Clone) -> None:
    for clone in (ana, ben):
        clone.edit("li", "The same.")
    ben.commit()
    assert ana.pull(ben) == []
    assert ana.unit("li").confirmed
    assert ana.check().state.unclaimed == ()


class TestTheSameUnit:
    @pytest.fixture(params=["Ana first", "Ben first"], autouse=True)
    def conflict(self, ana: Clone, ben: Clone, request: pytest.FixtureRequest) -> None:
        first, second = (ana, ben) if request.param == "Ana first" else (ben, ana)
        for clone in (first, second):
            clone.edit("li", f"{clone.person}'s item.")
        ben.edit("q", "ben's quote.")
        ana.edit("title", "ana's title")
        ben.commit()
        assert ana.pull(ben) == [PO]

    def test_until_the_conflict_is_settled_the_error_names_file_and_line(self, ana: Clone) -> None:
        with pytest.raises(InputError, match=r"es\.po:\d+: git left a conflict"):
            ana.target()

    @pytest.mark.parametrize(("side", "winner"), [("ours", "ana"), ("theirs", "ben")])
    def test_what_is_chosen_stands_and_the_rest_of_both_too(
        self, ana: Clone, ben: Clone, side: str, winner: str
    ) -> None:
        ana.choose(side)
        target = ana.check()
        assert ana.unit("li").text == f"{winner}'s item."
        assert ana.unit("li").rival is None
        assert ana.unit("li").confirmed
        assert (ana.unit("q").text, ana.unit("title").text) == ("ben's quote.", "ana's title")
        assert {"ana's item.", "ben's item."} <= ana.typed()
        assert len(target.state.unclaimed) == 1, "somebody must say that the choice was theirs"
        target.record(Claimed(event=target.state.unclaimed[0]), "ana")
        assert target.state.unclaimed == ()

    def test_a_third_text_by_hand_stands(self, ana: Clone) -> None:
        lines = (ana.root / PO).read_text(encoding="utf-8").splitlines(keepends=True)
        settled = [line for line in lines if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]
        settled.remove('msgstr "ana\'s item."\n')
        text = "".join(settled).replace("ben's item.", "Our item.")
        (ana.root / PO).write_text(text, encoding="utf-8")
        ana.check()
        assert (ana.unit("li").text, ana.unit("li").rival) == ("Our item.", None)
        assert {"ana's item.", "ben's item."} <= ana.typed()

    def test_both_kept_in_the_file_is_an_error_that_names_the_unit(self, ana: Clone) -> None:
        text = (ana.root / PO).read_text(encoding="utf-8")
        (ana.root / PO).write_text(
            "".join(
                line
                for line in text.splitlines(keepends=True)
                if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))
            ),
            encoding="utf-8",
        )
        with pytest.raises(InputError, match=r"es\.po.*line \d+"):
            ana.target()

    def test_the_other_clone_sees_the_same_after_pulling(self, ana: Clone, ben: Clone) -> None:
        ana.choose("theirs")
        state = ana.check().state
        ana.commit()
        assert ben.pull(ana) == []
        assert ben.check().state == state


def test_a_lost_po_file_shows_both_texts_and_neither_is_confirmed(ana: Clone, ben: Clone) -> None:
    for clone in (ana, ben):
        clone.edit("li", f"{clone.person}'s item.")
    ben.commit()
    ana.pull(ben)
    (ana.root / PO).unlink()
    ana.check()
    unit = ana.unit("li")
    assert (unit.text, unit.rival, unit.confirmed) == ("ben's item.", "ana's item.", False)
    ana.edit("li", "ana's item.")
    unit = ana.unit("li")
    assert (unit.text, unit.rival, unit.confirmed) == ("ana's item.", None, True)


def test_two_edits_in_a_row_do_not_settle_what_their_author_never_saw(
    ana: Clone, ben: Clone
) -> None:
    ben.edit("li", "ben's item.")
    ana.edit("li", "ana's item.")
    ana.edit("li", "ana's better item.")
    ben.commit()
    ana.pull(ben)
    (ana.root / PO).unlink()
    ana.check()
    unit = ana.unit("li")
    assert (unit.text, unit.rival, unit.confirmed) == ("ana's better item.", "ben's item.", False)


def test_the_same_person_on_two_computers_loses_nothing(ana: Clone, ben: Clone) -> None:
    also_ana = Clone(ben.root, "ana")
    ana.edit("li", "At home.")
    also_ana.edit("q", "At work.")
    also_ana.commit()
    assert ana.pull(also_ana) == [f"{ES}/ana.jsonl"], "the journal keeps git's marks"
    assert (ana.unit("li").text, ana.unit("q").text) == ("At home.", "At work.")
    ana.check()
    ana.edit("title", "Later.")
    ana.commit()
    assert also_ana.pull(ana) == []
    assert also_ana.check().state == ana.target().state


def test_edits_in_both_files_by_hand_are_both_kept_for_somebody_to_claim(
    ana: Clone, ben: Clone
) -> None:
    ana.edit_by_hand("ES The first hearing took 20 minutes.", "By hand, Ana.")
    ben.edit_by_hand("ES The second was closed to the public.", "By hand, Ben.")
    for clone in (ana, ben):
        clone.target().sync()
    ben.commit()
    assert ana.pull(ben) == [f"{ES}/nobody.jsonl"]
    assert {"By hand, Ana.", "By hand, Ben."} <= set(ana.target().texts.values())
    assert len(ana.check().state.unclaimed) == 2


@pytest.mark.parametrize("first", ["the edit", "the approval"])
def test_an_approval_does_not_hold_for_what_is_edited_meanwhile(
    ana: Clone, ben: Clone, first: str
) -> None:
    ana.submit()
    ana.commit()
    ben.pull(ana)
    steps = [lambda: ana.edit("li", "Edited late."), lambda: approve(ben)]
    for step in steps if first == "the edit" else reversed(steps):
        step()
    ben.commit()
    assert ana.pull(ben) == []
    state = ana.check().state
    assert state.stage is Stage.REVIEW
    target = ana.target()
    obstacles = publish_obstacles(
        state, target.article.source, target.article.workspace.settings, datetime.now(UTC)
    )
    assert "the text changed since" in obstacles[0].message


def test_remarks_of_both_are_there(ana: Clone, ben: Clone) -> None:
    for clone in (ana, ben):
        clone.target().record(
            Commented(text=f"From {clone.person}", unit=clone.key("li")), clone.person
        )
    ben.commit()
    if ana.pull(ben):  # both wrote a line beside the unit
        ana.choose("ours")
    target = ana.check()
    assert {comment.text for comment in target.state.comments} == {"From ana", "From ben"}
    assert target.state.unclaimed == ()
    text = target.path.read_text(encoding="utf-8")
    assert "# ana: From ana" in text
    assert "# ben: From ben" in text


def test_undo_on_one_side_leaves_the_work_of_the_other(ana: Clone, ben: Clone) -> None:
    ana.edit("li", "Wrong.")
    ana.commit()
    ben.pull(ana)
    ana.target().undo("ana")
    ben.edit("q", "Ben's quote.")
    ben.commit()
    assert ana.pull(ben) == []
    ana.check()
    assert ana.unit("li").text == "ES The first hearing took 20 minutes."
    assert ana.unit("q").text == "Ben's quote."


class TestAChangedSource:
    @pytest.mark.parametrize("first", ["the source", "the edit"])
    def test_an_edit_made_meanwhile_goes_to_the_changed_unit(
        self, ana: Clone, ben: Clone, first: str
    ) -> None:
        def change_source() -> None:
            ana.edit_by_hand("took 20 minutes", "took 25 minutes", SOURCE)
            ana.target().sync()

        steps = [change_source, lambda: ben.edit("li", "ben's item.")]
        for step in steps if first == "the source" else reversed(steps):
            step()
        ben.commit()
        if ana.pull(ben):
            ana.choose("ours")
        ana.check()
        unit = ana.unit("li")
        assert (unit.text, unit.confirmed) == ("ben's item.", False)
        assert unit.previous == "The first hearing took 20 minutes."

    def test_an_edit_by_hand_that_the_merge_chose_is_not_lost(self, ana: Clone, ben: Clone) -> None:
        ana.edit_by_hand("took 20 minutes", "took 25 minutes", SOURCE)
        ana.target().sync()
        ben.edit_by_hand("ES The first hearing took 20 minutes.", "By hand, Ben.")
        ben.commit()
        assert ana.pull(ben) == [PO]
        ana.choose("theirs")
        ana.check()
        assert "By hand, Ben." in ana.typed()
        assert ana.unit("li").text == "By hand, Ben."
        assert not ana.unit("li").confirmed

    def test_changes_of_two_paragraphs_keep_both_translations(self, ana: Clone, ben: Clone) -> None:
        ana.edit_by_hand("took 20 minutes", "took 25 minutes", SOURCE)
        ben.edit_by_hand("extended the arrest", "extended again the arrest", SOURCE)
        for clone in (ana, ben):
            clone.target().sync()
        ben.commit()
        for path in ana.pull(ben):
            if path == PO:
                ana.choose("ours")
            else:
                assert path.endswith("nobody.jsonl")
        target = ana.check()
        assert "" not in target.texts.values()
        unsure = [key for key, unit in target.state.units.items() if not unit.confirmed]
        assert unsure == [ana.key("p"), ana.key("li")]

    def test_the_same_change_on_both_sides_is_one(self, ana: Clone, ben: Clone) -> None:
        for clone in (ana, ben):
            clone.edit_by_hand("took 20 minutes", "took 25 minutes", SOURCE)
            clone.target().sync()
        ben.edit("li", "Duró 25 minutos.")
        ben.commit()
        if PO in ana.pull(ben):
            ana.choose("ours")
        ana.check()
        assert (ana.unit("li").text, ana.unit("li").confirmed) == ("Duró 25 minutos.", True)

    def test_a_source_put_back_has_its_translation_again(self, ana: Clone) -> None:
        before = ana.target().texts
        ana.edit_by_hand("- The first hearing took 20 minutes.\n", "", SOURCE)
        ana.target().sync()
        assert len(ana.target().texts) == len(before) - 1
        ana.edit_by_hand(
            "- The second", "- The first hearing took 20 minutes.\n- The second", SOURCE
        )
        target = ana.check()
        assert target.texts == before
        assert all(unit.confirmed for unit in target.state.units.values())

    def test_a_remark_stays_with_the_changed_unit(self, ana: Clone) -> None:
        ana.target().record(Commented(text="Sure?", unit=ana.key("li")), "ana")
        ana.edit_by_hand("took 20 minutes", "took 25 minutes", SOURCE)
        assert [comment.unit for comment in ana.check().state.comments] == [ana.key("li")]

    def test_a_conflict_in_the_source_names_file_and_line(self, ana: Clone, ben: Clone) -> None:
        ana.edit_by_hand("took 20 minutes", "took 25 minutes", SOURCE)
        ben.edit_by_hand("took 20 minutes", "took 30 minutes", SOURCE)
        ben.commit()
        assert ana.pull(ben) == [SOURCE]
        with pytest.raises(InputError, match=r"source\.md:\d+: "):
            ana.target()


class TestMovedArticles:
    def test_an_edit_of_an_article_that_was_renamed_is_found_under_its_new_name(
        self, ana: Clone, ben: Clone
    ) -> None:
        ana.target().article.workspace.rename(SLUG, "arrest", "ana")
        ana.commit()
        ben.edit("li", "ben's item.")
        ben.commit()
        for path in ana.pull(ben):
            assert path == "translations/arrest/history/es/ben.jsonl", "only its place is asked for"
        target = ana.target(slug="arrest")
        target.sync()
        assert target.state.units[target.article.units[-2].id].text == "ben's item."
        assert not (ana.root / "translations" / SLUG).exists()

    def test_an_article_that_was_archived_keeps_what_came_in_meanwhile(
        self, ana: Clone, ben: Clone
    ) -> None:
        ben.edit("li", "first")
        ben.commit()
        ana.pull(ben)
        ana.target().article.workspace.archive(SLUG, "ana")
        ben.edit("li", "ben's item.")
        ben.commit()
        assert ana.pull(ben) == []
        restored = Workspace.find(ana.root).restore(SLUG, "ana")
        assert "ben's item." in restored.target("es").texts.values()
        assert ana.check().state.unclaimed == ()
