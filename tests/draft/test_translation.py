"""A translation in which words are replaced."""

from workflow.draft.agreement import other_articles
from workflow.draft.translation import Translation, without_stops
from workflow.engines import Link


def test_what_stands_around_replaced_words_keeps_its_links() -> None:
    links = tuple(Link(n, n, 0.9) for n in range(4))
    translation = Translation("el juzgado se reunió.", links)
    replaced = translation.with_words((3, 10), "alto tribunal", 1)
    assert replaced.text == "el alto tribunal se reunió."
    assert [link.source for link in replaced.alignment] == [0, 1, 1, 2, 3]
    assert [link.target for link in replaced.alignment] == [0, 1, 2, 3, 4]


def test_links_that_do_not_fit_the_words_are_dropped() -> None:
    assert Translation("a b", (Link(0, 0, 1.0),)).with_words((0, 1), "c", 0) == Translation("c b")


def test_marks_at_the_ends_are_no_words() -> None:
    assert without_stops("¿qué?", 0, 5) == (1, 4)
    assert without_stops("...", 0, 3) == (0, 3)


def test_other_articles_for_a_noun() -> None:
    assert list(other_articles("sale de la juzgado", 11, "es-MX")) == [
        ((5, 10), "del"),
        ((5, 10), "de los"),
        ((5, 10), "de las"),
    ]
    assert [article for _, article in other_articles("El corte", 3, "es")] == ["La", "Los", "Las"]


def test_no_article_no_others() -> None:
    assert not list(other_articles("gran juzgado", 5, "es"))
    assert not list(other_articles("the court", 4, "en"))
