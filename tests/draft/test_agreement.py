"""Articles before a term that has come into a sentence."""

import pytest

from workflow.draft.agreement import other_articles, right_article


def with_term(text: str, term: str, tag: str) -> str:
    """The text with `term` for its last word, and the article before it put right."""
    start = text.rindex(" ") + 1
    found = right_article(text, start, term, tag)
    if found is None:
        return text[:start] + term
    (begin, end), article = found
    return text[:begin] + article + text[end:start] + term


@pytest.mark.parametrize(
    ("text", "tag", "changed"),
    [
        ("La corte", "es", "El juzgado"),
        ("contra las cortes", "es", "contra los juzgados"),
        ("el fallo", "es", "la sentencia"),
        ("de la corte", "es", "del juzgado"),
        ("un arresto", "es", "una prisión"),
        ("los arrestos", "es", "las prisiones"),
        ("no protesto", "pt-BR", "na manifestação"),
        ("El fallo", "es", "El juzgado"),
        ("la corte", "es", "la periodista"),
        ("el asunto", "es", "el problema"),
        ("la corte", "es", "la juez"),
        ("el fallo", "es", "el acta"),
        ("un sitio", "es", "un área"),
        ("el sitio", "es", "la audiencia"),
        ("los sitios", "es", "las ayudas"),
        ("la emisora", "es", "la radio"),
        ("la mujer", "es", "la testigo"),
        ("o prazo", "pt", "o dia"),
        ("su corte", "es", "su juzgado"),
        ("Ayer corte", "es", "Ayer juzgado"),
        ("le cour", "fr", "le tribunal"),
    ],
)
def test_an_article_is_put_right_where_the_noun_s_ending_tells(
    text: str, tag: str, changed: str
) -> None:
    assert with_term(text, changed.rpartition(" ")[2], tag) == changed


def test_a_term_of_several_words_goes_by_its_first() -> None:
    assert with_term("el arresto", "prisión preventiva", "es") == "la prisión preventiva"
    assert with_term("de la corte", "juzgado penal", "es") == "del juzgado penal"


def test_other_articles_are_offered_where_an_engine_can_judge() -> None:
    text = "contra la corte"
    offered = [article for _, article in other_articles(text, text.index("corte"), "es")]
    assert offered == ["el", "los", "las"]
