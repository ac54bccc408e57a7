"""Articles before a term that has come into a sentence."""

import pytest

from workflow.draft.agreement import other_articles, right_article


@pytest.mark.parametrize(
    ("before", "noun", "tag", "article"),
    [
        ("La", "juzgado", "es", "El"),
        ("contra las", "juzgados", "es", "los"),
        ("el", "sentencia", "es", "la"),
        ("de la", "juzgado penal", "es", "del"),
        ("un", "prisión preventiva", "es", "una"),
        ("los", "prisiones", "es", "las"),
        ("no", "manifestação", "pt-BR", "na"),
    ],
)
def test_an_article_is_put_right_by_the_noun_s_ending(
    before: str, noun: str, tag: str, article: str
) -> None:
    text = f"{before} corte"
    found = right_article(text, text.index("corte"), noun, tag)
    assert found is not None
    (start, end), right = found
    assert right == article
    assert before.endswith(text[start:end])


@pytest.mark.parametrize(
    ("before", "noun", "tag"),
    [
        ("El", "juzgado", "es"),
        ("la", "periodista", "es"),
        ("el", "problema", "es"),
        ("la", "juez", "es"),
        ("su", "juzgado", "es"),
        ("Ayer", "juzgado", "es"),
        ("le", "tribunal", "fr"),
    ],
)
def test_what_is_right_or_cannot_be_told_is_left_alone(before: str, noun: str, tag: str) -> None:
    text = f"{before} corte"
    assert right_article(text, text.index("corte"), noun, tag) is None


def test_other_articles_are_offered_where_an_engine_can_judge() -> None:
    text = "contra la corte"
    offered = [article for _, article in other_articles(text, text.index("corte"), "es")]
    assert offered == ["el", "los", "las"]
