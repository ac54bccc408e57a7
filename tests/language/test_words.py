from hypothesis import given
from hypothesis import strategies as st

from workflow.language.words import folded, spelling, words


def test_one_word_in_its_several_spellings_is_one_word() -> None:
    assert spelling("за́мок", "ru") == spelling("замок", "ru")
    assert spelling("заключённый", "ru") == spelling("заключенный", "ru")
    assert spelling("об’єднання", "uk") == spelling("об'єднання", "uk") == ("об'єднання",)
    assert spelling("Комі\u00adтет", "uk") == ("комітет",)
    assert spelling("cafe\u0301", "fr") == spelling("café", "fr")
    assert spelling("اَلْعَرَبِيَّة", "ar") == spelling("العربية", "ar")


def test_letters_that_only_look_like_others_stay_apart() -> None:
    assert spelling("май", "ru") != spelling("маи", "ru")
    assert spelling("año", "es") != spelling("ano", "es")


def test_turkish_keeps_its_two_letters_i() -> None:
    assert folded("IŞIK", "tr") == "ışık"
    assert folded("İnsan", "tr") == "insan"


def test_apostrophes_and_hyphens_part_words_where_they_are_no_letters() -> None:
    assert spelling("l’homme", "fr") == ("l", "homme")
    assert spelling("the Committee's", "en") == ("the", "committee", "s")
    assert spelling("Ankara'da", "tr") == ("ankara", "da")
    assert spelling("Санкт-Петербург", "ru") == ("санкт", "петербург")


def test_signs_without_spaces_are_words_of_their_own() -> None:
    assert spelling("人权理事会", "zh") == tuple("人权理事会")
    assert spelling("ヒューマンライツの記者", "ja") == ("ヒューマンライツ", "の", "記", "者")
    assert len(spelling("สิทธิ", "th")) == 5


def test_letters_and_digits_are_parted_and_numbers_stay_whole() -> None:
    assert spelling("COVID19, 1,500.50 €", "en") == ("covid", "19", "1,500.50")


@given(st.text(), st.sampled_from(["ru", "uk", "en", "tr", "ar", "zh", "th", "hi"]))
def test_spans_are_where_the_words_stand(text: str, language: str) -> None:
    end = 0
    for word in words(text, language):
        assert end <= word.start < word.end <= len(text)
        assert folded(text[word.start : word.end], language) == word.form
        end = word.end


@given(st.text(), st.sampled_from(["ru", "en", "tr", "ar"]))
def test_folding_twice_changes_nothing_more(text: str, language: str) -> None:
    once = folded(text, language)
    assert folded(once, language) == once
