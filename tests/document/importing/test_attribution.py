"""Lines that credit people and places become metadata and leave the body."""

from datetime import date
from pathlib import Path

import pytest

from workflow.document.importing import compose
from workflow.document.importing.attribution import Known, take_credits
from workflow.document.importing.blocks import Block, body
from workflow.document.importing.clutter import keeping
from workflow.document.importing.imported import About
from workflow.document.importing.people import people
from workflow.document.importing.runs import Run
from workflow.document.source import Place
from workflow.publish.labels import catalogue
from workflow.publish.labels.catalogue import labels
from workflow.publish.labels.label import Label
from workflow.publish.line import plain

LABELLED = {"en", *(path.stem for path in Path(catalogue.__file__).parent.glob("*.po"))}
"""The languages that our own pages are written in."""
PROSE = "The court sat for twenty minutes and heard nobody."


def paragraph(*runs: Run | str) -> Block:
    [block] = compose.paragraphs(run if isinstance(run, Run) else Run(run) for run in runs)
    return block


def taken(line: Block | str, language: str = "en") -> About:
    block = line if isinstance(line, Block) else paragraph(line)
    blocks, about = take_credits([paragraph(PROSE), block], Known(language), keeping(()))
    assert body(blocks) == PROSE or about == About()
    return about


@pytest.mark.parametrize(
    ("line", "publication", "original"),
    [
        ("Source: Alpha News [original source: Beta Desk]", "Alpha News", "Beta Desk"),
        ("Source: Alpha News (original source: Beta Desk)", "Alpha News", "Beta Desk"),
        ("Source: Alpha News, original: Beta Desk", "Alpha News", "Beta Desk"),
        ("Источник: Альфа (первоисточник: Бета)", "Альфа", "Бета"),
        ("Джерело: Альфа [оригінал: Бета]", "Альфа", "Бета"),
        ("Fuente: Alfa [fuente original: Beta]", "Alfa", "Beta"),
        ("Source : Alpha [source originale : Bêta]", "Alpha", "Bêta"),
        ("Quelle: Alpha [Originalquelle: Beta]", "Alpha", "Beta"),
    ],
)
def test_source_and_original_source(line: str, publication: str, original: str) -> None:
    found = taken(line)
    assert found.publication == Place(name=publication)
    assert found.original == Place(name=original)


def test_source_keeps_its_links() -> None:
    line = paragraph(
        "Source: ",
        Run("Alpha", link="https://alpha.example/1"),
        " [original source: ",
        Run("«Beta»", link="https://beta.example/"),
        "]",
    )
    found = taken(line)
    assert found.publication == Place(name="Alpha", url="https://alpha.example/1")
    assert found.original == Place(name="Beta", url="https://beta.example/")


def test_source_that_is_only_an_address_is_called_by_its_site() -> None:
    assert taken("Source: https://www.alpha.example/a/b").publication == Place(
        name="alpha.example", url="https://www.alpha.example/a/b"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Translated by Mara Ilves",
        "Translated from Russian by Mara Ilves.",
        "[Translation: Mara Ilves]",
        "Перевод: Mara Ilves",
        "Перевод с английского: Mara Ilves",
        "Переклад: Mara Ilves",
        "Traducción: Mara Ilves",
        "Traducido del ruso por Mara Ilves",
        "Traduit de l’anglais par Mara Ilves",
        "Aus dem Englischen von Mara Ilves",
    ],
)
def test_translators(line: str) -> None:
    assert taken(line).translators == ("Mara Ilves",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By J. K. Orlova and Tom Reed", ("J. K. Orlova", "Tom Reed")),
        ("Автор: А. П. Ветлугина", ("А. П. Ветлугина",)),
        ("Автори: Олена Калина, Остап Верба", ("Олена Калина", "Остап Верба")),
        ("Por Inés de la Fuente", ("Inés de la Fuente",)),
        ("Par J.-P. d’Aubrac", ("J.-P. d’Aubrac",)),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    assert taken(line).authors == authors


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("ავტორი: ნინო ველი", "ნინო ველი"),
        ("بقلم: نورا فالي", "نورا فالي"),
        ("Հեղինակ՝ Նորա Վալե", "Նորա Վալե"),
    ],
)
def test_bylines_in_scripts_without_capitals_or_with_other_colons(line: str, author: str) -> None:
    assert taken(line).authors == (author,)


@pytest.mark.parametrize(
    "line",
    ["Nora Vale · 6 min read · Mar 4, 2025", "Nora Vale • March 4, 2025 • 6 minute read"],
)
def test_an_author_whom_the_page_names_leaves_no_byline_behind(line: str) -> None:
    known = Known("en", authors=["Nora Vale"])
    blocks, about = take_credits([paragraph(line), paragraph(PROSE)], known, keeping(()))
    assert body(blocks) == PROSE
    assert about.date == date(2025, 3, 4)


def test_two_words_beside_a_reading_time_are_not_taken_for_an_author() -> None:
    line = "Human Rights · 6 min read"
    blocks, about = take_credits([paragraph(line), paragraph(PROSE)], Known("en"), keeping(()))
    assert body(blocks) == f"{line}\n\n{PROSE}"
    assert about == About()


def test_byline_and_date_in_one_line() -> None:
    for line in (
        "By Vera Almas | May 17, 2024 | 5 min read",
        "Posted on May 17, 2024 by Vera Almas",
        "By Vera Almas, 17 May 2024",
    ):
        found = taken(line)
        assert (found.authors, found.date) == (("Vera Almas",), date(2024, 5, 17)), line


@pytest.mark.parametrize(
    "line",
    [
        "By the time the judge arrived, everybody had gone.",
        "By Friday the court had not answered",
        "Source: nobody at the ministry would say. The lawyer did not know either.",
        "Translated by hand into eleven languages, the book was banned.",
        "Текст: закон запрещает собираться без разрешения.",
        PROSE,
    ],
)
def test_sentences_of_the_article_stay(line: str) -> None:
    assert taken(line) == About()


def test_source_of_a_table_in_the_middle_stays() -> None:
    text = [paragraph(f"{PROSE} {number}") for number in range(20)]
    blocks, about = take_credits(
        [*text, paragraph("Source: World Ledger"), *text], Known("en"), keeping(())
    )
    assert about == About()
    assert len(blocks) == 41


def test_credit_in_a_line_of_a_paragraph() -> None:
    block = paragraph(f"{PROSE}\nTranslated by Mara Ilves")
    blocks, about = take_credits([block], Known("en"), keeping(()))
    assert body(blocks) == PROSE
    assert about.translators == ("Mara Ilves",)


def test_what_a_person_keeps_is_not_taken() -> None:
    block = paragraph("Translated by Mara Ilves")
    assert take_credits([block], Known("en"), keeping(["mara ilves"])) == ((block,), About())


def test_people_apart() -> None:
    assert people("Vera Almas, J. K. Orlova and Tom Reed.") == (
        "Vera Almas",
        "J. K. Orlova",
        "Tom Reed",
    )


@pytest.mark.parametrize("tag", sorted(LABELLED))
def test_the_source_as_our_own_pages_write_it_is_read_in_every_language(tag: str) -> None:
    line = labels(tag).line(Label.SOURCE_AND_ORIGINAL, source="Lantern", original="River Post")
    _, about = take_credits([paragraph(plain(line))], Known(tag), keeping([]))
    assert (about.publication, about.original) == (Place(name="Lantern"), Place(name="River Post"))
