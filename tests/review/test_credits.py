from workflow.review.credits import MachineShare, credits
from workflow.workspace.events import NOBODY, Claimed, Credited, Origin
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


def settings(**more):
    eli = Contributor(id="eli", name="Eli Muster", **more)
    return Settings(contributors={**SETTINGS.contributors, "eli": eli})


def translated(story):
    story.edit("eli", title_1="La escuela", p_1="Una escuela.", p_2="Tiene 12 alumnos.")
    return story.state


def test_a_pseudonym_stands_instead_of_the_name(story):
    found = credits(translated(story), settings(pseudonym="E. M.", link="https://eli.example"))
    assert found.translators == ("E. M.",)
    assert found.links == {"E. M.": "https://eli.example"}


def test_whoever_does_not_want_to_be_named_is_only_counted(story):
    found = credits(translated(story), settings(named=False, link="https://eli.example"))
    assert (found.translators, found.links, found.unnamed) == ((), {}, 1)


def test_an_author_who_translated_their_own_text_is_known(story):
    found = credits(translated(story), settings(), authors=("Eli Muster",))
    assert found.by_author


def test_a_credit_corrected_by_hand_counts(story):
    state = translated(story)
    story.tell(Credited(person="ana", role="translator", reason="By letter."))
    story.tell(Credited(person="eli", role="translator", reason="At her wish.", withdrawn=True))
    assert credits(state, SETTINGS).translators == ("Eli Muster",)
    assert credits(story.state, SETTINGS).translators == ("Ana Prueba",)


def test_the_target_in_the_middle_is_named(story):
    assert credits(story.state, SETTINGS).relays == ()
    story.correct_source({}, p_9="A new one.")
    story.draft(Origin(engine="argos", via="fr"), p_9="Una nueva.")
    assert credits(story.state, SETTINGS).relays == ("fr",)
