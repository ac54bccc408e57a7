"""Interviews: each turn is a paragraph that begins with its speaker."""

import pytest

from tests.document.importing.word import document, paragraph, run
from workflow.document.importing import About, import_source
from workflow.document.source import ArticleKind, Source

CORRECTIONS = About(title="A talk", language="en")
LEAD = "Ilse Brandt has kept the lighthouse for forty years, and she has never been asked why."
TURNS = (
    ("Bulletin", "Why did you stay?"),
    ("Ilse Brandt", "Because nobody else would."),
    ("Bulletin", "Were you ever afraid?"),
    ("Ilse Brandt", "Once: in 1987, when the lamp went out."),
)
EXPECTED = "\n\n".join(
    [
        LEAD,
        "**Bulletin:** Why did you stay?",
        "**Ilse Brandt:** Because nobody else would.",
        "**Bulletin:** Were you ever afraid?",
        "**Ilse Brandt:** Once: in 1987, when the lamp went out.",
    ]
)


def page(turns: str) -> bytes:
    return f"<html><body><article><p>{LEAD}</p>{turns}</article></body></html>".encode()


def imported(data: bytes, name: str) -> Source:
    return import_source(data, name, corrections=CORRECTIONS).source


@pytest.mark.parametrize(
    "form",
    [
        "<p>{}: {}</p>",
        "<p><strong>{}:</strong> {}</p>",
        "<p><b>{}</b>: {}</p>",
        "<p><em>{}:</em> {}</p>",
        "<p><b>{}: {}</b></p>",
        "<p><b>{}:</b></p><p>{}</p>",
        "<dl><dt>{}:</dt><dd>{}</dd></dl>",
        "<div class='q'>{}: {}</div>",
    ],
)
def test_pages(form: str) -> None:
    source = imported(page("".join(form.format(*turn) for turn in TURNS)), "a.html")
    assert source.body == EXPECTED
    assert source.kind is ArticleKind.INTERVIEW


def test_space_before_a_colon_stays_as_french_writes_it() -> None:
    body = imported(page("".join(f"<p>{who} : {said}</p>" for who, said in TURNS)), "a.html").body
    assert "\n\n**Ilse Brandt :** Because nobody else would.\n\n" in body
    alone = "".join(f"<p>{who} :</p><p>{said}</p>" for who, said in TURNS)
    assert imported(page(alone), "a.html").body == body


@pytest.mark.parametrize(
    ("one", "other"), [("المحررة", "نورا فالي"), ("ჟურნალისტი", "ნინო ველი"), ("記者", "山田")]
)
def test_who_speaks_needs_no_capital_where_a_script_has_none(one: str, other: str) -> None:
    said = "".join(f"<p>{name}: 1987, 1988?</p>" for name in (one, other) * 2)
    source = imported(page(said), "a.html")
    assert source.kind is ArticleKind.INTERVIEW
    assert source.body.count(f"**{one}:** 1987") == source.body.count(f"**{other}:** 1987") == 2


def test_turns_on_lines_of_one_paragraph() -> None:
    lines = "<br>".join(f"<b>{who}:</b> {said}" for who, said in TURNS)
    assert imported(page(f"<p>{lines}</p>"), "a.html").body == EXPECTED


@pytest.mark.parametrize("name", ["Tom Reed", "Ilse", "Audience"])
def test_who_speaks_once_among_others_is_a_speaker(name: str) -> None:
    turns = "".join(f"<p>{who}: {said}</p>" for who, said in (*TURNS, (name, "And now?")))
    assert imported(page(turns), "a.html").body.endswith(f"**{name}:** And now?")


@pytest.mark.parametrize("start", ["First", "Important", "So"])
def test_word_that_begins_an_answer_is_no_speaker(start: str) -> None:
    turns = "".join(f"<p>{who}: {said}</p>" for who, said in (*TURNS, (start, "I had no boat.")))
    assert imported(page(turns), "a.html").body.endswith(f"\n\n{start}: I had no boat.")


def test_documents() -> None:
    turns = "".join(paragraph(run(f"{who}: ", "<w:b/>") + run(said)) for who, said in TURNS)
    data = document(paragraph("A talk", "1") + paragraph(LEAD) + turns)
    source = imported(data, "a.docx")
    assert (source.body, source.kind) == (EXPECTED, ArticleKind.INTERVIEW)


def test_plain_text() -> None:
    text = "\n\n".join(["A talk", LEAD, *(f"{who}: {said}" for who, said in TURNS)])
    assert imported(text.encode(), "a.txt").body == EXPECTED


@pytest.mark.parametrize("form", ["<p><b>{}</b></p><p>{}</p>", "<h3>{}</h3><p>{}</p>"])
def test_questions_in_bold_make_an_interview_and_stay(form: str) -> None:
    turns = [("Why did you stay?", "I had to."), ("Were you afraid?", "Once."), ("And now?", "No.")]
    source = imported(page("".join(form.format(*turn) for turn in turns)), "a.html")
    assert source.kind is ArticleKind.INTERVIEW
    assert [block.strip("*# ") for block in source.body.split("\n\n")[1:]] == [
        line for turn in turns for line in turn
    ]


@pytest.mark.parametrize(
    "turns",
    [
        "<p>The answer: none.</p><p>The price: ten.</p>",
        "<p>Warning: ice.</p><p>Warning: wind.</p><p>Warning: fog.</p><p>Warning: rain.</p>",
        "<p><b>Who pays?</b></p><p>We do.</p>",
        "<p>Why? Nobody knows.</p>" * 5,
    ],
)
def test_articles_with_colons_and_questions_are_no_interviews(turns: str) -> None:
    source = imported(page(turns), "a.html")
    assert source.kind is ArticleKind.ARTICLE
    assert "**The" not in source.body
    assert "**Warning" not in source.body
