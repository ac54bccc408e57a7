from datetime import UTC, datetime, timedelta

import pytest

from workflow.checks.finding import Finding, Severity
from workflow.document.source import Source
from workflow.errors import NotReady
from workflow.review.gates import (
    Obstacle,
    approve_obstacles,
    not_ready,
    publish_obstacles,
    return_obstacles,
    submit_obstacles,
)
from workflow.workspace.events import (
    NOBODY,
    Assigned,
    Claimed,
    Commented,
    Published,
    Resolved,
    Returned,
    Waived,
)
from workflow.workspace.settings import (
    Contributor,
    PublishSettings,
    ReviewSettings,
    Role,
    Settings,
)

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
ANA = Contributor(id="ana", name="Ana Prueba", roles=(Role.TRANSLATOR,))
ELI = Contributor(id="eli", name="Eli Muster", roles=(Role.REVIEWER,))
SETTINGS = Settings(contributors={"ana": ANA, "eli": ELI})
ERROR = Finding(check="numbers", severity=Severity.ERROR, message="12 is missing", unit="p-2")


def messages(obstacles: tuple[Obstacle, ...]) -> list[str]:
    return [obstacle.message for obstacle in obstacles]


@pytest.fixture
def confirmed(story):
    """The story when Ana has confirmed every unit."""
    story.edit(title_1="La escuela barco", p_1="Una escuela en un barco.", p_2="Tiene 12 alumnos.")
    return story


@pytest.fixture
def submitted(confirmed):
    confirmed.submit()
    return confirmed


@pytest.fixture
def approved(submitted):
    submitted.approve()
    return submitted


class TestSubmit:
    def test_open_with_text_everywhere_and_no_error(self, story):
        warning = Finding(check="length", severity=Severity.WARNING, message="long", unit="p-1")
        assert submit_obstacles(story.state, [warning]) == ()

    def test_closed_by_a_unit_without_text(self, story):
        story.edit(p_1="", confirmed=False)
        assert messages(submit_obstacles(story.state, ())) == ["1 unit has no translation (p-1)"]

    def test_closed_by_an_error(self, story):
        assert messages(submit_obstacles(story.state, [ERROR])) == [
            f"1 error stands ({ERROR.key} numbers in p-2)"
        ]

    def test_a_waiver_lets_an_error_stand(self, story):
        story.tell(Waived(check="numbers", unit="p-2", excerpt="", reason="It is in the title."))
        assert submit_obstacles(story.state, [ERROR]) == ()

    @pytest.mark.parametrize(
        "other", [{"unit": "p-1"}, {"check": "names"}, {"excerpt": "12 pupils"}]
    )
    def test_a_waiver_is_for_one_finding(self, story, other):
        waived = {"check": "numbers", "unit": "p-2", "excerpt": "", "reason": "It is in the title."}
        story.tell(Waived(**waived | other))
        assert submit_obstacles(story.state, [ERROR])

    def test_closed_when_it_is_in_review_already(self, submitted):
        assert messages(submit_obstacles(submitted.state, ())) == ["it is in review already"]


class TestApprove:
    def test_open_to_a_reviewer_who_did_not_translate(self, submitted):
        assert approve_obstacles(submitted.state, ELI, SETTINGS) == ()

    def test_an_editor_may_approve_too(self, submitted):
        editor = Contributor(id="ed", name="Ed Itor", roles=(Role.EDITOR,))
        assert approve_obstacles(submitted.state, editor, SETTINGS) == ()

    def test_closed_to_who_has_no_such_role(self, submitted):
        other = Contributor(id="pia", name="Pia Ejemplo", roles=(Role.PUBLISHER,))
        assert messages(approve_obstacles(submitted.state, other, SETTINGS)) == [
            "Pia Ejemplo is neither a reviewer nor an editor"
        ]

    def test_closed_to_the_translator(self, submitted):
        both = Contributor(id="ana", name="Ana Prueba", roles=(Role.TRANSLATOR, Role.REVIEWER))
        assert messages(approve_obstacles(submitted.state, both, SETTINGS)) == [
            "Ana Prueba translated it, and nobody approves their own translation"
        ]
        alone = Settings(review=ReviewSettings(four_eyes=False))
        assert approve_obstacles(submitted.state, both, alone) == ()

    def test_closed_to_who_was_assigned_as_translator(self, submitted):
        submitted.tell(Assigned(person="eli", role="translator"))
        assert approve_obstacles(submitted.state, ELI, SETTINGS)

    def test_closed_before_it_is_submitted(self, confirmed):
        assert messages(approve_obstacles(confirmed.state, ELI, SETTINGS)) == [
            "it has not been submitted for review"
        ]

    def test_closed_when_it_is_approved(self, approved):
        assert messages(approve_obstacles(approved.state, ELI, SETTINGS)) == [
            "it is approved already"
        ]

    def test_closed_by_unconfirmed_units(self, story):
        story.edit(p_1="Una escuela en un barco.")
        story.submit()
        [obstacle] = approve_obstacles(story.state, ELI, SETTINGS)
        assert obstacle.message == "2 units have not been confirmed by a person (title-1, p-2)"

    def test_closed_by_an_open_blocking_comment(self, submitted):
        submitted.tell(Commented(text="A remark."), "eli")
        assert approve_obstacles(submitted.state, ELI, SETTINGS) == ()
        comment = submitted.tell(Commented(text="Wrong name.", unit="p-1", blocking=True), "eli")
        assert messages(approve_obstacles(submitted.state, ELI, SETTINGS)) == [
            f"1 blocking comment is open ({comment.id} on p-1)"
        ]
        submitted.tell(Resolved(comment=comment.id), "ana")
        assert approve_obstacles(submitted.state, ELI, SETTINGS) == ()

    def test_closed_until_edits_in_the_file_are_claimed(self, submitted):
        found = submitted.edit(NOBODY, p_1="Una escuela sobre un barco.")
        assert messages(approve_obstacles(submitted.state, ELI, SETTINGS)) == [
            "the file was edited by somebody who has not said so"
        ]
        submitted.tell(Claimed(event=found.id), "ana")
        assert approve_obstacles(submitted.state, ELI, SETTINGS) == ()


class TestReturn:
    def test_open_in_review_and_after(self, submitted):
        assert return_obstacles(submitted.state) == ()

    def test_closed_while_it_is_with_the_translator(self, confirmed):
        assert messages(return_obstacles(confirmed.state)) == ["it is still with the translator"]


class TestPublish:
    SOURCE = Source(title="The boat school", language="en")

    def obstacles(self, story, source=SOURCE, settings=SETTINGS) -> list[str]:
        return messages(publish_obstacles(story.state, source, settings, NOW))

    def test_open_when_approved(self, approved):
        assert self.obstacles(approved) == []

    def test_open_again_when_published(self, approved):
        state = approved.state
        approved.tell(
            Published(text=state.text_hash, source=state.source_hash, formats=("web",)), "eli"
        )
        assert self.obstacles(approved) == []

    def test_closed_before_approval(self, submitted):
        assert self.obstacles(submitted) == ["it has not been approved"]

    def test_closed_when_the_text_changed_since(self, approved):
        approved.edit("ana", p_1="Una escuela sobre un barco.")
        assert self.obstacles(approved) == ["the text changed since Eli Muster approved it"]

    def test_closed_when_the_source_changed_since(self, approved):
        approved.correct_source(
            {"p-3": "p-2"}, title_1="The boat school", p_1="A school on a boat.", p_3="14 pupils."
        )
        assert self.obstacles(approved) == [
            "the text and the source changed since Eli Muster approved it"
        ]

    def test_closed_when_it_was_sent_back(self, approved):
        approved.tell(Returned(reason="A name is wrong."), "eli")
        assert self.obstacles(approved) == [
            "it was sent back to the translator after it had been approved"
        ]

    def test_closed_by_an_embargo(self, approved):
        later = Source(title="x", language="en", embargo=NOW + timedelta(hours=1))
        assert self.obstacles(approved, later) == ["it is under embargo until 2026-03-20 13:00 UTC"]
        earlier = Source(title="x", language="en", embargo=NOW - timedelta(hours=1))
        assert self.obstacles(approved, earlier) == []

    def test_an_embargo_without_a_time_zone_is_in_utc(self, approved):
        later = Source(title="x", language="en", embargo=datetime(2026, 3, 20, 12, 1))
        assert len(self.obstacles(approved, later)) == 1

    def test_closed_without_permission_where_the_settings_ask(self, approved):
        strict = Settings(publish=PublishSettings(permission_required=True))
        assert self.obstacles(approved, settings=strict) == [
            "there is no permission to publish a translation"
        ]
        given = Source(title="x", language="en", permission="By letter, 2026-03-01")
        assert self.obstacles(approved, given, strict) == []


def test_all_obstacles_are_told_at_once():
    error = not_ready(
        "boat-school [es] is not approved", [Obstacle("a", "Do x."), Obstacle("b", "Do y.")]
    )
    assert isinstance(error, NotReady)
    assert error.message == "boat-school [es] is not approved:\n  - a\n  - b"
    assert error.hint == "Do x. Do y."


def test_one_obstacle_is_told_in_one_line():
    error = not_ready("boat-school [es] is not approved", [Obstacle("a", "Do x.")])
    assert error.message == "boat-school [es] is not approved: a"


def test_many_units_are_counted_not_listed(story):
    story.correct_source({}, **{f"li_{n}": f"Text {n}." for n in range(5)})
    [obstacle] = submit_obstacles(story.state, ())
    assert obstacle.message == "5 units have no translation (li-0, li-1, li-2 and 2 more)"
