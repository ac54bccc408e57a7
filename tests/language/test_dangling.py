"""Small words that have lost their word."""

import pytest

from workflow.language.dangling import dangling_words


def dangling(text: str, tag: str, *, may_strand: bool = True) -> list[str]:
    return [match.group() for match in dangling_words(text, tag, may_strand=may_strand)]


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "Boating is popular in, where it is cheap.", ["in"]),
        ("en", "According to, the court is closed.", []),  # a capital begins the sentence
        ("en", "It was closed, according to.", ["according to"]),
        ("en", "A blockade of since 2007", ["of"]),
        ("en", "The decision of the was late.", ["the"]),
        ("es", "El informe de, que es largo", ["de"]),
        ("fr", "Le drapeau de, qui est rouge", ["de"]),
        ("ru", "Он жил в, а работал дома.", ["в"]),
    ],
)
def test_what_has_lost_its_word(tag: str, text: str, found: list[str]) -> None:
    assert dangling(text, tag) == found


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The house that he lived in, and what she dreamt of."),
        ("en", "The in vivo efficacy and the on-board camera"),
        ("es", "Según Muster et al., se lo dio a él, y la vio. Ni una."),
        ("fr", "Il en a développé un. Voter pour, voter contre."),
        ("de", "Er trat ein, das weiß ich, der auch."),
        ("ru", "Ул. Мира, д. 5, с. 12"),
        ("zh", "没有。"),
    ],
)
def test_what_may_stand(tag: str, text: str) -> None:
    assert dangling(text, tag) == []


def test_where_a_link_was_no_preposition_may_stay_behind() -> None:
    assert dangling("It says so in.", "en", may_strand=False) == ["in"]
    assert dangling("It says so in.", "en") == []
