"""The mends of the house style, in each language's way."""

import pytest

from workflow.checks.check import Context, Pair
from workflow.checks.mending import mended
from workflow.checks.straight_quotes import straight_quotes

NARROW, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("tag", "before", "after"),
    [
        ("ru", "Он пришёл - и замолчал.", f"Он пришёл{WIDE}— и замолчал."),
        ("en", "He came - and fell silent.", "He came – and fell silent."),
        ("en", "He came -- and fell silent.", "He came – and fell silent."),
        ("en", "A well-known man, 1990-1995.", "A well-known man, 1990-1995."),
        ("fr", "Qui est là? Moi!", f"Qui est là{NARROW}? Moi{NARROW}!"),
        ("fr", "Il dit : « Non »", f"Il dit{WIDE}: «{WIDE}Non{WIDE}»"),
        ("fr", "à 12:30, sur https://a.example", "à 12:30, sur https://a.example"),
        ("fr-CA", "Qui est là?", "Qui est là?"),
        ("en", "She said «no».", "She said “no”."),
        ("en", "She said „no“.", "She said “no”."),
        ("ru", "Она сказала “нет”.", "Она сказала «нет»."),
        ("de", "Sie sagte „nein“ und »doch«.", "Sie sagte „nein“ und »doch«."),
        ("en", "12,5 % of 1 250 000", "12.5 % of 1,250,000"),
        ("ru", "12.5 % из 1,250,000", f"12,5 % из 1{WIDE}250{WIDE}000"),
        ("en", "Call 030 123 456 now", "Call 030 123 456 now"),
    ],
)
def test_signs_become_those_of_the_language(tag: str, before: str, after: str) -> None:
    (pair,) = mended([Pair("p-1", None, None, before, None, tag)], Context())
    assert pair.target == after


@pytest.mark.parametrize(
    ("tag", "printed", "straight", "mend"),
    [
        ("en", "“We wait,” she said.", 'He said "no, "', None),
        ("en", "“We wait,” she said.", 'He said "no".', "“no”"),
        ("ru", "Она сказала: «Ждём».", 'Он сказал: "Нет".', "«Нет»"),
        ("fr", "Elle dit « Non ».", 'Il dit "Non".', f"«{WIDE}Non{WIDE}»"),
    ],
)
def test_straight_marks_among_others_are_told_with_the_languages_own(
    tag: str, printed: str, straight: str, mend: str | None
) -> None:
    pairs = [
        Pair(f"p-{n}", None, None, text, None, tag) for n, text in enumerate((printed, straight))
    ]
    found = [mark.suggestions for _, mark in straight_quotes.marks(pairs, Context())]
    assert found == ([(mend,)] if mend else [])
    assert not list(straight_quotes.marks(pairs[1:], Context()))
