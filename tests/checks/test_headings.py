"""Headings: their ends and their capitals."""

import pytest

from workflow.checks.check import Context, Mark, Pair
from workflow.checks.ending import ending
from workflow.checks.heading_case import heading_case
from workflow.checks.title_case import title_case
from workflow.document.units import UnitKind


def heading(source: str, target: str, languages: str, kind: UnitKind = UnitKind.HEADING) -> Pair:
    out_of, into = languages.split(" → ")
    return Pair("h-1", kind, source, target, out_of, into)


def test_a_heading_loses_a_stop_that_its_source_has_not() -> None:
    pair = heading("О суде", "About the court.", "ru → en")
    ((_, mark),) = ending.marks([pair], Context())
    assert mark == Mark(
        "A heading ends without a stop, as it does in the source.",
        (15, 16),
        ("",),
        severity=mark.severity,
    )
    paragraph = heading("О суде", "About the court.", "ru → en", UnitKind.PARAGRAPH)
    assert not list(ending.marks([paragraph], Context()))


@pytest.mark.parametrize(
    ("into", "text", "mend"),
    [
        ("es", "El Río Crece Sobre la Ciudad", "río crece sobre la ciudad"),
        ("fr", "Les Juges Parlent Avec Colère", "juges parlent avec colère"),
        ("es", "El río crece", None),
        ("es", "Ana Prueba Habla con Eva Muster", None),
        ("es", "EL RÍO CRECE SOBRE LA CIUDAD", None),
        ("en", "The River Rises Over Every Bank", None),
        ("ja", "川が増水", None),
    ],
)
def test_capitals_on_every_word(into: str, text: str, mend: str | None) -> None:
    marks = [mark for _, mark in title_case.marks([heading("x", text, f"en → {into}")], Context())]
    assert [mark.suggestions for mark in marks] == ([(mend,)] if mend else [])


SMALL, TITLED = "Nobody sleeps in the town", "The River Rises Again Today"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([SMALL, SMALL, TITLED], [TITLED]),
        ([TITLED, SMALL, TITLED], [SMALL]),
        ([SMALL, TITLED], [TITLED]),
        ([SMALL, "A visit to the Committee Against Torture"], []),
        ([SMALL, "NOBODY SLEEPS IN THE TOWN"], []),
        ([TITLED], []),
    ],
)
def test_a_heading_is_written_as_most_others_are(texts: list[str], told: list[str]) -> None:
    pairs = [
        Pair(f"h-{n}", UnitKind.HEADING, None, text, None, "en") for n, text in enumerate(texts)
    ]
    assert [pair.text for pair, _ in heading_case.marks(pairs, Context())] == told
