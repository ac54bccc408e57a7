import pytest

from workflow.language.lemmas import lemmatiser


@pytest.mark.parametrize(
    ("language", "word", "lemma"),
    [
        ("en", "committees", "committee"),
        ("es", "extranjeros", "extranjero"),
        ("ru", "агентами", "агент"),
        ("ru", "людей", "человек"),
        ("ru", "заключённых", "заключенный"),
        ("ru", "москве", "москва"),
        ("uk", "іноземними", "іноземний"),
    ],
)
def test_a_form_leads_to_its_dictionary_form(language: str, word: str, lemma: str) -> None:
    lemmas = lemmatiser(language)
    assert lemmas is not None
    assert lemma in lemmas(word)


def test_a_name_that_is_also_a_word_has_both_lemmas() -> None:
    lemmas = lemmatiser("ru")
    assert lemmas is not None
    assert lemmas("путина") & lemmas("путиным")


def test_an_unknown_word_has_no_lemma() -> None:
    lemmas = lemmatiser("en")
    assert lemmas is not None
    assert lemmas("zzyzxq") == frozenset()


def test_surnames_that_no_dictionary_has_are_brought_to_one_form() -> None:
    lemmas = lemmatiser("ru")
    assert lemmas is not None
    assert lemmas("савельевой") == lemmas("савельев") == frozenset({"савельев"})


def test_languages_share_a_dictionary_under_its_code() -> None:
    assert lemmatiser("hr") is not None
    assert lemmatiser("no") is not None


def test_a_language_without_a_dictionary_has_no_lemmatiser() -> None:
    assert lemmatiser("zh") is None
    assert lemmatiser("qq") is None


def test_a_lemma_that_is_itself_a_form_leads_on() -> None:
    lemmas = lemmatiser("pl")
    assert lemmas is not None
    assert lemmas("przeszukaniach") & lemmas("przeszukanie")
