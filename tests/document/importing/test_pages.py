"""Whole pages and texts, each beside what must come out of it.

`pages/NAME` is what a person saved or pasted; `pages/expected/NAME.md` is the source, and
`NAME.dropped` what was left out, one piece a line. After a change of the rules that a person has
looked at, `UPDATE_EXPECTED=1 pytest tests/document/importing/test_pages.py` writes them anew.
"""

import os
from pathlib import Path

import pytest

from workflow.document.frontmatter import parse_source, serialize_source
from workflow.document.importing import Imported, import_source
from workflow.document.source import Place

PAGES = Path(__file__).parent / "pages"
EXPECTED = PAGES / "expected"
NAMES = sorted(path.name for path in PAGES.iterdir() if path.is_file())
SAMPLE = Path(__file__).parents[3] / "samples" / "courthouse-appeal.html"


def imported(name: str) -> Imported:
    return import_source((PAGES / name).read_bytes(), name)


@pytest.mark.parametrize("name", NAMES)
def test_page_comes_in_as_a_person_would_have_cut_it_out(name: str) -> None:
    found = imported(name)
    source = serialize_source(found.source)
    dropped = "".join(f"{d.reason} | {' '.join(d.text.split())}\n" for d in found.dropped)
    if os.environ.get("UPDATE_EXPECTED"):
        EXPECTED.mkdir(exist_ok=True)
        (EXPECTED / f"{name}.md").write_text(source, encoding="utf-8")
        (EXPECTED / f"{name}.dropped").write_text(dropped, encoding="utf-8")
    assert source == (EXPECTED / f"{name}.md").read_text(encoding="utf-8")
    assert dropped == (EXPECTED / f"{name}.dropped").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_source_reads_back_the_same(name: str) -> None:
    source = imported(name).source
    assert parse_source(serialize_source(source), name) == source


CLUTTER = (
    *("Read also", "Читайте также", "Читайте також", "Lea también", "À lire aussi"),
    *("Leave a Reply", "Оставить комментарий", "Коментарі", "Deja una respuesta"),
    *("cookie", "Facebook", "Поделиться", "Поділитися", "Подписывайтесь", "Suscríbete"),
    *("Abonnez-vous", "Related", "Похожие", "Схожі", "Dans la même rubrique", "Recent Posts"),
    *("rights reserved", "Просмотров", "Menu", "min read", "Newsletter", "Follow"),
)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_site_around_it_is_left(name: str) -> None:
    body = imported(name).source.body
    assert [words for words in CLUTTER if words in body] == []


def test_what_a_person_wants_back_is_not_dropped() -> None:
    data = (PAGES / "russian-news.html").read_bytes()
    found = import_source(data, "russian-news.html", keep=["последнюю детскую библиотеку"])
    assert "**Читайте также:** [В Заречинске закрыли" in found.source.body
    assert all("библиотеку" not in piece.text for piece in found.dropped)


def test_even_what_stands_outside_the_article_can_be_had_back() -> None:
    data = (PAGES / "medium-like.html").read_bytes()
    found = import_source(data, "medium-like.html", keep=["Former bailiff. Writes about doors."])
    assert found.source.body.endswith("Former bailiff. Writes about doors.")


def test_sample_of_the_demo_has_all_that_a_page_can_say() -> None:
    found = import_source(SAMPLE.read_bytes(), SAMPLE.name)
    source = found.source
    assert source.title == (
        "Appeal court keeps election observer in detention despite doctors’ warning"
    )
    assert source.authors == ("M. T. Halloran",)
    assert str(source.date) == "2025-06-11"
    assert source.publication == Place(
        name="North Quay Courier",
        url="https://northquaycourier.example/justice/appeal-court-dervesh-detention",
    )
    assert source.original == Place(
        name="Lantern Legal Aid Centre", url="https://lanternlegal.example/news/dervesh-appeal"
    )
    assert source.tags == ("elections", "detention")
    assert "2019 – ed.]" in source.body
    assert 350 <= len(source.body.split()) <= 450
    dropped = {str(piece.reason) for piece in found.dropped}
    assert {"share buttons", "a teaser of another article", "comments or a comment form"} <= dropped
