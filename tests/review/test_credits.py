from workflow.review.credits import MachineShare, credits
from workflow.workspace.events import NOBODY, Claimed, Origin
from workflow.workspace.settings import Contributor, Settings

SETTINGS = Settings(
    contributors={
        "ana": Contributor(id="ana", name="Ana Prueba", email="ana@bulletin.example"),
        "eli": Contributor(id="eli", name="Eli Muster", email="eli@bulletin.example"),
    }
)


def test_people_are_named_for_what_they_did(story):
    story.edit("ana", title_1="La escuela barco", p_1="Una escuela.", p_2="Tiene 12 alumnos.")
    story.submit("ana")
    story.edit("eli", p_1="Una escuela en un barco.")
    story.edit("ana", p_1="Una escuela sobre un barco.")
    story.approve("eli")

    found = credits(story.state, SETTINGS)

    assert found.translators == ("Ana Prueba",)
    assert found.editors == ("Eli Muster",)
    assert found.reviewers == ("Eli Muster",)


def test_the_machine_is_named_and_what_was_left_of_it_counted(story):
    story.edit("ana", title_1="La escuela barco", p_2="Tiene 12 alumnos.")

    machine = credits(story.state, SETTINGS).machine

    assert machine == MachineShare(engines=("argos",), units=3, drafted=3, unchanged=2)
    assert machine.unchanged_share == 2 / 3


def test_the_memory_is_not_a_machine(story):
    story.correct_source({}, p_9="A new one.")
    story.draft(Origin(engine="memory", score=1.0), p_9="Una nueva.")
    assert credits(story.state, SETTINGS).machine is None


def test_somebody_who_left_the_settings_keeps_the_credit(story):
    story.edit("zoe", p_1="Una escuela.")
    assert credits(story.state, SETTINGS).translators == ("zoe",)


def test_nobody_is_no_credit_until_somebody_claims_the_edit(story):
    found = story.edit(NOBODY, p_1="Una escuela.")
    assert credits(story.state, SETTINGS).translators == ()
    story.tell(Claimed(event=found.id), "ana")
    assert credits(story.state, SETTINGS).translators == ("Ana Prueba",)


def test_no_address_is_ever_in_the_credits(story):
    story.edit("ana", p_1="Una escuela.")
    assert "@" not in repr(credits(story.state, SETTINGS))


def test_the_sources_own_translators_are_kept_apart(story):
    found = credits(story.state, SETTINGS, ("Iva Izmišljena",))
    assert (found.source_translators, found.translators) == (("Iva Izmišljena",), ())
