"""Readable slugs from titles in any script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.language.slug import MAX_LENGTH, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Court rejects appeal", "court-rejects-appeal"),
        ("Верховный суд отказал", "verkhovnyy-sud-otkazal"),
        ("П’ять об'єктів", "pyat-obiektiv"),
        ("La señora Núñez & la “policía”", "la-senora-nunez-la-policia"),
        ("北京法院", "bei-jing-fa-yuan"),
        ("Don’t stop", "dont-stop"),
        ("№ 5 — 2024", "no-5-2024"),
        ("CON", "con-article"),
        ("lpt1", "lpt1-article"),
        ("…", "article"),
        ("", "article"),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_long_titles_are_cut_at_a_word() -> None:
    made = slug("the quick brown fox " * 10)
    assert made == "the-quick-brown-fox-the-quick-brown-fox-the-quick-brown-fox"


def test_word_that_is_too_long_is_cut() -> None:
    assert len(slug("x" * 200)) == MAX_LENGTH


@given(st.text())
def test_every_title_has_a_slug(title: str) -> None:
    made = slug(title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= MAX_LENGTH
    assert slug(made) == made
