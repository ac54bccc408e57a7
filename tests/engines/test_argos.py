"""The real engine: the starter, installed packages, and chains of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.engines import Engine, Manner, Steerable
from workflow.engines.argos import ArgosEngine
from workflow.engines.argos.installing import install_file
from workflow.errors import MissingPart

MakePackage = Callable[..., Path]


@pytest.fixture
def starter() -> Steerable:
    return ArgosEngine().open("en", "es")


def test_the_starter_translates_english_into_spanish(starter: Steerable) -> None:
    proposals = starter.translate(["The court released the journalist.", "He is a teacher."])
    assert "periodista" in proposals[0].text
    assert "profesor" in proposals[1].text
    assert all(p.score is not None and 0 < p.score <= 1 for p in proposals)


def test_the_starter_says_what_it_is_and_how_to_get_better(starter: Steerable) -> None:
    assert starter.notice is not None
    assert "starter" in starter.notice.message
    assert "workflow models install en es" in starter.notice.hint
    assert starter.package == "starter en-es 0.2"


def test_the_starter_serves_regional_tags_too() -> None:
    engine: Engine = ArgosEngine()
    assert engine.serves("en-GB", "es-MX")
    assert not engine.serves("es", "en")


def test_sentences_come_back_in_their_order_however_long_they_are(starter: Steerable) -> None:
    sentences = ["Yes.", "The police said on Monday that nobody was hurt in the fire.", "", "No."]
    together = [proposal.text for proposal in starter.translate(sentences)]
    one_by_one = [starter.translate([sentence])[0].text for sentence in sentences]
    assert together == one_by_one
    assert together[2] == ""


def test_nothing_to_translate_is_no_error(starter: Steerable) -> None:
    assert starter.translate([]) == []


def test_a_very_long_sentence_is_translated_to_its_end(starter: Steerable) -> None:
    long = "The journalist wrote a letter, and " * 60 + "the teacher opened the school."
    text = starter.translate([long])[0].text
    assert "periodista" in text[: len(text) // 2]
    assert "escuela" in text[-100:]


def test_words_are_aligned(starter: Steerable) -> None:
    proposal = starter.translate_as(["The journalist wrote a letter."], Manner(aligned=True))[0]
    words = proposal.text.split()
    assert [link.target for link in proposal.alignment] == list(range(len(words)))
    link = proposal.alignment[words.index("periodista")]
    assert link.source == 1
    assert link.weight > 0.5


def test_nothing_is_aligned_or_offered_unasked(starter: Steerable) -> None:
    (proposal,) = starter.translate(["The journalist wrote a letter."])
    assert (proposal.alignment, proposal.alternatives) == ((), ())


def test_alternatives_are_other_translations(starter: Steerable) -> None:
    (proposal,) = starter.translate_as(["He wrote a long letter."], Manner(alternatives=3))
    assert len({proposal.text, *proposal.alternatives}) == 4


def test_a_fitting_translation_is_rated_above_another(starter: Steerable) -> None:
    source = "The journalist wrote a letter."
    good, bad = starter.rate(
        [(source, "El periodista escribió una carta."), (source, "La policía quemó su casa.")]
    )
    assert bad < good <= 0


def test_an_installed_package_is_used_instead_of_the_starter(make_package: MakePackage) -> None:
    install_file(make_package("en", "es", "1.9"))
    translator = ArgosEngine().open("en", "es")
    assert (translator.package, translator.notice) == ("en-es 1.9", None)


def test_packages_are_chained_through_a_middle_language(make_package: MakePackage) -> None:
    install_file(make_package("xx", "en", "1.0"))
    install_file(make_package("en", "yy", "2.0"))
    translator = ArgosEngine().open("xx", "yy")
    assert translator.package == "xx-en 1.0 + en-yy 2.0"
    (proposal,) = translator.translate(["The journalist wrote a letter."])
    assert proposal.text
    assert proposal.score is not None
    (rating,) = translator.rate([("The journalist wrote a letter.", proposal.text)])
    assert rating < 0


def test_the_starter_is_no_link_of_a_chain(make_package: MakePackage) -> None:
    install_file(make_package("ru", "en", model=False))
    assert not ArgosEngine().serves("ru", "es")


def test_a_pair_without_a_package_names_the_command_that_installs_one() -> None:
    with pytest.raises(MissingPart) as caught:
        ArgosEngine().open("ru", "fr")
    assert "workflow models install ru fr" in caught.value.hint
    assert caught.value.exit_code == 3


def test_a_damaged_package_is_an_error_with_a_way_out(make_package: MakePackage) -> None:
    install_file(make_package("ru", "en", model=False))
    with pytest.raises(MissingPart) as caught:
        ArgosEngine().open("ru", "en")
    assert "workflow models remove ru en" in caught.value.hint


def test_a_model_is_loaded_once(make_package: MakePackage, monkeypatch: pytest.MonkeyPatch) -> None:
    import ctranslate2

    loaded = []
    real = ctranslate2.Translator
    monkeypatch.setattr(
        ctranslate2,
        "Translator",
        lambda path, **options: loaded.append(path) or real(path, **options),
    )
    engine = ArgosEngine()
    engine.open("en", "es")
    engine.open("en", "es-MX")
    assert len(loaded) == 1
