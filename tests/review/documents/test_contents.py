"""What a review document tells of where its texts come from."""

from dataclasses import replace

from workflow.draft import Relay
from workflow.glossary.glossary import Glossary
from workflow.review.documents.contents import sheet_of
from workflow.review.documents.sheet import NoteKind, Sheet
from workflow.workspace.article import Article
from workflow.workspace.events import Approved, Origin

ARGOS = Origin(engine="argos", package="en-es 1.0")


def sheet(article: Article) -> Sheet:
    return sheet_of(article.target("es"), (), Glossary())


def history(article: Article, unit: str) -> list[str]:
    (row,) = (row for row in sheet(article).rows if row.unit == unit)
    return [note.text for note in row.notes if note.kind is NoteKind.HISTORY]


def relayed(article: Article) -> str:
    """Draft one unit from the approved French version; return its id."""
    unit = article.units[0].id
    french = article.add_target("fr", "ana")
    french.edit({key: f"fr {text}" for key, text in article.texts.items()}, "ana")
    seal = Approved(text=french.state.text_hash, source=french.state.source_hash)
    french.record(seal, "ben")
    text = article.target("fr").texts[unit]
    origin = Relay("fr").marked(ARGOS, text)
    article.add_target("es", "ana").draft({unit: ("Título", origin)}, "ana", {unit: ""})
    return unit


def test_where_drafts_come_from_stands_at_the_top_and_what_is_special_in_the_row(
    article: Article,
) -> None:
    first, second = (unit.id for unit in article.units[:2])
    marked = replace(ARGOS, terms=("court",), note="read it as a whole")
    target = article.add_target("es", "ana")
    target.draft({first: ("Uno", ARGOS), second: ("Dos", marked)}, "ana", {first: "", second: ""})

    day = article.target("es").events[-1].at[:10]
    assert sheet(article).origins == (f"2 by argos (en-es 1.0) on {day}; terms put in: court",)
    assert history(article, first) == []
    assert history(article, second) == [
        f"Drafted by argos (en-es 1.0) on {day}; terms put in: court",
        "read it as a whole",
    ]


def test_a_relayed_row_shows_the_text_in_the_middle(article: Article) -> None:
    unit = relayed(article)
    assert history(article, unit)[-1] == f"In between, fr: fr {article.texts[unit]}"


def test_a_text_in_the_middle_that_changed_is_marked(article: Article) -> None:
    unit = relayed(article)
    article.target("fr").edit({unit: "Autre titre"}, "ben")
    assert history(article, unit)[-1] == (
        "In between, fr (changed since this was drafted from it): Autre titre"
    )
