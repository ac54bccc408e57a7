"""Attention read as links between words."""

from workflow.engines import Link
from workflow.engines.argos.alignment import aligned_words, chained


def test_pieces_are_gathered_into_words() -> None:
    attention = [[0.9, 0.05, 0.05], [0.1, 0.6, 0.3], [0.1, 0.2, 0.7]]
    links = aligned_words(["▁red", "▁hou", "se"], ["▁roja", "▁ca", "sa"], attention, "roja casa")
    assert [(link.target, link.source) for link in links] == [(0, 0), (1, 1)]
    assert round(links[1].weight, 2) == 0.9


def test_nothing_is_said_where_words_and_pieces_do_not_fit() -> None:
    assert aligned_words(["▁a"], ["▁b"], [[1.0]], "b c") == ()
    assert aligned_words([], [], [], "") == ()


def test_links_of_two_steps_are_chained() -> None:
    first = (Link(0, 1, 0.5), Link(1, 0, 0.8))
    second = (Link(0, 1, 0.5),)
    assert chained(first, second) == (Link(0, 0, 0.4),)
    assert chained((), second) == ()
