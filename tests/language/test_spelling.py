"""Spelling with a Hunspell dictionary."""

from pathlib import Path

import pytest

from workflow.language.spelling import Speller, _dictionary_file, speller


class Words:
    """A dictionary as spylls hands it out."""

    def __init__(self, *words: str) -> None:
        self.words = set(words)

    def lookup(self, word: str) -> bool:
        return word in self.words


def test_a_slip_of_one_letter_is_mended() -> None:
    home = Speller(Words("detained", "the"))
    assert not home.knows("detaned")
    assert home.suggestions("detaned") == ["detained"]
    assert home.suggestions("hte") == ["the"]
    assert home.suggestions("xylograph") == []


@pytest.mark.parametrize(
    ("word", "right"),
    [("emmisions", "emissions"), ("yersa", "years"), ("repeteadly", "repeatedly")],
)
def test_a_letter_that_moved_and_a_wrong_one_doubled_are_mended(word: str, right: str) -> None:
    assert Speller(Words(right)).suggestions(word) == [right]


@pytest.mark.parametrize(
    ("alphabet", "word", "right"),
    [
        ("áéíóúñ", "tambien", "también"),
        ("îèé", "proces", "procès"),
        ("аолучи", "палучил", "получил"),
    ],
)
def test_the_letters_of_the_language_are_tried_those_with_marks_first(
    alphabet: str, word: str, right: str
) -> None:
    home = Speller(Words(right, "cambien", "process"), alphabet=alphabet)
    assert home.suggestions(word)[0] == right


def test_apostrophes_are_alike() -> None:
    assert Speller(Words("don't")).knows("don’t")


def test_both_englishes_pass_where_no_region_is_named() -> None:
    words = Words("color", "organization", "center")
    assert Speller(words, both_englishes=True).knows("colour")
    assert Speller(words, both_englishes=True).knows("organisation")
    assert not Speller(words).knows("colour")


def test_the_dictionary_of_the_region_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DICPATH", str(tmp_path))
    for name in ("qq_AA", "qq_BB"):
        (tmp_path / f"{name}.aff").touch()
        (tmp_path / f"{name}.dic").touch()
    (tmp_path / "qq_CC.aff").touch()
    assert _dictionary_file("qq-BB") == tmp_path / "qq_BB.aff"
    assert _dictionary_file("qq") == tmp_path / "qq_AA.aff"
    assert _dictionary_file("qx") is None


def test_a_dictionary_of_hunspell_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("spylls.hunspell")
    (tmp_path / "qq_QQ.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (tmp_path / "qq_QQ.dic").write_text("2\nhavn/S\nøre\n", encoding="utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    home = speller.__wrapped__("qq")
    assert home is not None
    assert [home.knows(word) for word in ("havn", "havns", "øre", "øres")] == [
        True,
        True,
        True,
        False,
    ]
    assert home.suggestions("hanv") == ["havn"]


def test_without_a_dictionary_nothing_is_said() -> None:
    assert speller("qxx") is None
