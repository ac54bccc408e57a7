"""What the dictionaries know of words."""

from workflow.language.lexicon import lexicon


def test_words_and_compounds() -> None:
    english = lexicon("en-GB")
    assert english is not None
    assert english.knows("prisoners")
    assert english.knows("Court")
    assert english.knows("court-martial")
    assert not english.knows("également")


def test_a_language_without_a_dictionary() -> None:
    assert lexicon("zh") is None


def test_german_nouns_and_names() -> None:
    german = lexicon("de")
    assert german is not None
    for noun in ("Präsident", "Behörden", "Wirtschaftsstandort", "Urlaub"):
        assert german.is_common_noun(noun), noun
    for name in ("Zimmermann", "Bayreuth", "Klose", "Fischer"):
        assert not german.is_common_noun(name), name
