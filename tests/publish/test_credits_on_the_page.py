"""Who and what a page credits, in the readers' words."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import html

from workflow.document.edition import source_edition
from workflow.document.frontmatter import parse_source
from workflow.document.source import Place
from workflow.document.units import UnitKind
from workflow.publish.amendments import Amendment
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.licences import with_address
from workflow.publish.line import Part, plain
from workflow.publish.output import output

Articles = Callable[..., PublishedArticle]
LICENSED = """---
title: T
language: en
licence: CC BY-NC 4.0
permission: Nina Vale, by letter of 2 March
---
Text.
"""


def lines(article: PublishedArticle) -> list[str]:
    return [plain(line) for line in article.credits]


def translated(text: str = LICENSED, language: str = "en") -> object:
    edition = source_edition(parse_source(text, "source.md"))
    return replace(edition, source=replace(edition.source, language="ru"), language=language)


def test_licence_and_permission_are_told_but_not_by_whom(article_in: Articles) -> None:
    article = article_in("en", translated())
    assert lines(article)[-2:] == [
        "Licence: CC BY-NC 4.0",
        "Translated and published with permission.",
    ]
    assert article.facts.licence == "https://creativecommons.org/licenses/by-nc/4.0/"
    assert "Nina Vale" not in repr(article)


def test_the_newsroom_s_licence_stands_where_an_article_has_none(article_in: Articles) -> None:
    site = Site(name="The Bulletin", licence=Place(name="CC BY 4.0"))
    own = article_in("en", translated(), site=site)
    usual = article_in("en", site=site)
    assert own.facts.licence == "https://creativecommons.org/licenses/by-nc/4.0/"
    assert "Licence: CC BY 4.0" in lines(usual)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-sa-3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC BY-ND-SA 4.0", None),
        ("All rights reserved", None),
    ],
)
def test_licences_that_everybody_knows_have_an_address(name: str, address: str | None) -> None:
    assert with_address(Place(name=name)).url == address


def test_the_original_s_title_leads_to_it(article_in: Articles) -> None:
    (line,) = [line for line in article_in("en").credits if line[0].text == "Original title: "]
    assert line[1] == Part(
        "Река унесла мост, а с ним и школу",
        url="https://notebook.example/2024/bridge",
        language="ru",
        isolated=True,
    )


def test_an_original_is_no_translation(article_in: Articles) -> None:
    article = article_in("en", source_edition(parse_source(LICENSED, "source.md")))
    told = " ".join(lines(article))
    assert "Licence" in told
    assert "permission" not in told
    assert "Translation published" not in told
    assert [version.original for version in article.versions] == [False, True, False]


def test_changes_are_told_the_latest_first(article_in: Articles) -> None:
    amendments = (
        Amendment(day=date(2024, 4, 3), note="", kinds=(UnitKind.TITLE,)),
        Amendment(day=date(2024, 4, 9), note="Число.", kinds=(UnitKind.PARAGRAPH, UnitKind.QUOTE)),
    )
    article = article_in("ru", amendments=amendments)
    assert [correction.date.text for correction in article.corrections] == [
        "9 апреля 2024\u202fг.",
        "3 апреля 2024\u202fг.",
    ]
    assert [plain(correction.what) for correction in article.corrections] == [
        "Изменено: текст",
        "Изменено: заголовок",
    ]
    assert article.corrections[0].note == "Число."


def test_readers_are_warned_of_a_changed_original(article_in: Articles) -> None:
    assert not article_in("en").notice
    assert "original has been changed" in plain(article_in("en", original_changed=True).notice)


def test_an_article_that_went_out_once_was_not_updated(article_in: Articles) -> None:
    once = article_in("en", first=date(2024, 4, 1), last=date(2024, 4, 1))
    assert once.updated is None
    updated = article_in("en").updated
    assert updated is not None
    assert updated.iso == "2024-04-09"


def words_in(content: bytes, ending: str) -> str:
    if ending == ".docx":
        document = docx.Document(BytesIO(content))
        return " ".join(paragraph.text for paragraph in document.paragraphs)
    if ending == ".html":
        return " ".join(str(html.fromstring(content).text_content()).split())
    return content.decode()


@pytest.mark.parametrize("name", ["web", "fragment", "docx", "text", "hugo"])
def test_changes_and_warnings_are_in_every_output(
    name: str, article_in: Articles, media: Path
) -> None:
    amendment = Amendment(day=date(2024, 4, 9), note="Forty, not four.", kinds=(UnitKind.TITLE,))
    article = article_in("en", amendments=(amendment,), original_changed=True)
    file = next(iter(output(name, None).files(article, media)))
    assert isinstance(file.content, bytes)
    text = words_in(file.content, Path(file.path).suffix).replace("\\", "")
    assert "The original has been changed since" in text
    assert "Updated: April 9, 2024" in text
    assert re.search(r"April 9, 2024 Changed: title Forty, not four\.", text)
