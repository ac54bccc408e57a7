"""Where texts come from, in words."""

from workflow.document.units import Unit
from workflow.review.origins import Provenance, origin_line, origin_summary, provenances
from workflow.workspace.article import Article
from workflow.workspace.events import Origin

ARGOS = Origin(engine="argos", package="ru-en 1.9", terms=("court",))


def units_of(article: Article) -> list[Unit]:
    return list(article.units)


def test_the_origin_of_each_unit_is_known_with_its_day(article: Article) -> None:
    first, second, third = [unit.id for unit in units_of(article)][:3]
    target = article.add_target("es", "ana")
    target.draft({first: ("Uno", ARGOS), second: ("Dos", ARGOS)}, "ana", {first: "", second: ""})
    target.edit({second: "Dos y medio", third: "Tres"}, "ana")

    found = provenances(article.target("es"))

    assert [(one.unit, one.changed, one.confirmed) for one in found] == [
        (first, False, False),
        (second, True, True),
    ]
    day = article.target("es").events[-2].at[:10]
    assert list(origin_summary(found)) == [
        f"2 by argos (ru-en 1.9) on {day}; 1 changed since; terms put in: court"
    ]


def test_the_memory_s_matches_are_summed_up() -> None:
    found = [
        Provenance(
            unit=f"p-{score}",
            origin=Origin(engine="memory", package=f"article-{score}", score=score / 100),
            at="2026-05-04T10:00:00Z",
            changed=False,
            confirmed=False,
        )
        for score in (84, 100)
    ]
    assert list(origin_summary(found)) == ["2 by memory on 2026-05-04; matches of 84% to 100%"]


def test_a_relay_is_named() -> None:
    origin = Origin(engine="argos", package="en-es 1.0", via="en")
    assert origin_line(origin, "2026-05-04T10:00:00Z") == (
        "argos (en-es 1.0) on 2026-05-04, by way of en"
    )
