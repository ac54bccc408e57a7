"""How a model searches, and that it can search as Argos Translate itself does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.engines import Manner
from workflow.engines.argos import ArgosEngine, Decoding
from workflow.engines.argos.installing import install_file

SENTENCES = [
    "The court released the journalist, who had written about the fire in the old prison.",
    "According to the ministry, 214 people were detained in the capital on Monday.",
    "Nobody knows why the teachers' union did not answer the letter of the committee.",
]
AS_ARGOS = Decoding(length_penalty=0.2, unrepeated=0)


@pytest.mark.parametrize(
    ("decoding", "manner", "beam", "unrepeated"),
    [
        (Decoding(), Manner(), 4, 3),
        (Decoding(), Manner(alternatives=7), 8, 3),
        (AS_ARGOS, Manner(), 4, 0),
        (AS_ARGOS, Manner(careful=True), 4, 2),
    ],
)
def test_a_manner_changes_the_search(
    decoding: Decoding, manner: Manner, beam: int, unrepeated: int
) -> None:
    options = decoding.options(manner)
    assert (options["beam_size"], options["no_repeat_ngram_size"]) == (beam, unrepeated)
    assert options["num_hypotheses"] == manner.alternatives + 1


def test_with_the_same_search_it_translates_as_argos_translate_does(
    make_package: Callable[..., Path],
) -> None:
    from argostranslate.translate import get_installed_languages, get_translation_from_codes

    install_file(make_package())
    get_installed_languages.cache_clear()
    theirs = get_translation_from_codes("en", "es")
    ours = ArgosEngine(AS_ARGOS).open("en", "es")
    try:
        assert [p.text for p in ours.translate(SENTENCES)] == [
            theirs.translate(sentence) for sentence in SENTENCES
        ]
    finally:
        get_installed_languages.cache_clear()


def test_our_own_search_is_another() -> None:
    texts = [
        [proposal.text for proposal in ArgosEngine(each).open("en", "es").translate(SENTENCES)]
        for each in (AS_ARGOS, Decoding())
    ]
    assert texts[0] != texts[1]
