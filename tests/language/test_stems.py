import pytest

from workflow.language.stems import stemmer, without_arabic_prefix


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fi", "vankila vankilassa vankilan"),
        ("de", "untersuchungen untersuchung"),
        ("uk", "тортурами тортурам тортури"),
        ("ru", "гельман гельмана гельману гельманом гельмане"),
        ("be", "камітэта камітэту камітэтам"),
        ("ko", "위원회 위원회는 위원회의"),
        ("ar", "المحكمة والمحكمة بالمحكمة"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, forms: str) -> None:
    stem = stemmer(language)
    assert stem is not None
    assert len({stem(form) for form in forms.split()}) == 1


def test_a_language_that_nobody_stems_has_no_stemmer() -> None:
    assert stemmer("zh") is None


def test_a_ukrainian_verbal_noun_has_one_stem() -> None:
    stem = stemmer("uk")
    assert stem is not None
    assert stem("катування") == stem("катувань") == stem("катуванням")


def test_what_arabic_writes_on_to_a_word_is_taken_off() -> None:
    assert without_arabic_prefix("التعذيب") == without_arabic_prefix("بالتعذيب") == "تعذيب"
    assert without_arabic_prefix("وقال") == "وقال"
