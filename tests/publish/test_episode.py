"""A podcast's number, voices, music and parts, in every output that readers see."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import html

from tests.publish.conftest import credits, edition_in
from workflow.document.source import ArticleKind, AudioPart
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.composing import compose
from workflow.publish.docx import WordDocument
from workflow.publish.fragment import Fragment
from workflow.publish.line import plain
from workflow.publish.occasion import Occasion
from workflow.publish.output import Output
from workflow.publish.plain_text import PlainText
from workflow.publish.web import WebPage

PARTS = (AudioPart(start=0, title="The flood"), AudioPart(start=3725, title="The *bridge*"))


def episode(*, season: int | None = None) -> PublishedArticle:
    edition = edition_in("en")
    edition = replace(
        edition,
        source=replace(edition.source, kind=ArticleKind.PODCAST, season=season, episode=14),
        participants=("Ana Prueba", "Jon Berg, a ferryman"),
        parts=PARTS,
        music="The Lamps",
    )
    return compose("bridge", edition, credits(), Occasion(site=Site(name="The Bulletin")))


def test_lines_about_an_episode() -> None:
    assert [plain(line) for line in episode(season=2).episode] == [
        "Season 2, episode 14",
        "In this episode: Ana Prueba and Jon Berg, a ferryman",
        "Music: The Lamps",
    ]
    assert plain(episode().episode[0]) == "Episode 14"
    assert [(part.start, part.time) for part in episode().parts] == [(0, "0:00"), (3725, "1:02:05")]


def test_an_article_that_is_no_episode_says_nothing_of_one(
    article_in: Callable[..., PublishedArticle],
) -> None:
    article = article_in("en")
    assert (article.episode, article.parts) == ((), ())


def words_of(content: bytes, ending: str) -> str:
    if ending == ".html":
        return " ".join(str(html.fromstring(content).text_content()).split())
    if ending != ".docx":
        return content.decode()
    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs)


@pytest.mark.parametrize("output", [WebPage(), Fragment(), PlainText(), WordDocument()])
def test_every_output_shows_them(output: Output, media: Path) -> None:
    file = next(iter(output.files(episode(), media)))
    assert isinstance(file.content, bytes)
    text = words_of(file.content, Path(file.path).suffix)
    for words in ("Episode 14", "Jon Berg, a ferryman", "Music: ", "1:02:05 The "):
        assert words in text
    assert text.index("Music: ") < text.index("Parts of this episode") < text.index("1:02:05")
