from pathlib import Path

import pytest

from workflow.language.lemmas import lemmatiser

TRIES = "simplemma.strategies.dictionaries.trie_dictionary_factory"


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


def test_a_dictionary_is_kept_for_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{TRIES}.user_cache_dir", lambda _: str(tmp_path))
    lemmatiser.__wrapped__("gv")
    kept = list(tmp_path.rglob("gv.dic"))
    assert len(kept) == 1
    assert lemmatiser.__wrapped__("gv")("vannin")


def test_a_cache_that_cannot_be_written_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setattr(f"{TRIES}.user_cache_dir", lambda _: str(in_the_way))
    lemmas = lemmatiser.__wrapped__("gv")
    assert lemmas is not None
    assert capfd.readouterr().err == ""
