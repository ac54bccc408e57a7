"""What this tool has published comes in again: its own frame is told from the article."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.conftest import article_in, edition_in, media  # noqa: F401 - fixtures
from tests.publish.test_episode import episode
from workflow.document.importing import import_source
from workflow.publish.article import PublishedArticle
from workflow.publish.docx import WordDocument
from workflow.publish.output import Output
from workflow.publish.web import WebPage


def written(output: Output, article: PublishedArticle, folder: Path) -> bytes:
    content = next(iter(output.files(article, folder))).content
    assert isinstance(content, bytes)
    return content


@pytest.mark.parametrize(
    ("output", "name", "language"),
    [
        (WordDocument(), "a.docx", "en"),
        (WordDocument(), "a.docx", "ru"),
        (WebPage(), "a.html", "en"),
        (WebPage(), "a.html", "ru"),
        (WebPage(), "a.html", "ar"),
    ],
)
def test_published_article(
    output: Output,
    name: str,
    language: str,
    article_in: Callable[..., PublishedArticle],  # noqa: F811
    media: Path,  # noqa: F811
) -> None:
    found = import_source(written(output, article_in(language), media), name)
    told = edition_in(language)
    assert (found.source.title, found.source.authors) == (told.title, told.authors)
    assert found.source.tags == told.tags
    assert found.source.notes == told.notes
    assert found.source.translators == ("Ana Prueba", "Нина Кей")
    gone = " ".join(piece.text for piece in found.dropped)
    for words in ("Jon Berg", "Argos Translate"):
        assert words in gone
        assert words not in found.source.body
    assert "Footnotes" not in found.source.body
    assert "Сноски" not in found.source.body
    assert found.source.body.rstrip().endswith(("on Saturdays.", "в 2019 году.", "| 12 | 0 |"))


@pytest.mark.parametrize(("output", "name"), [(WordDocument(), "a.docx"), (WebPage(), "a.html")])
def test_published_episode(output: Output, name: str, media: Path) -> None:  # noqa: F811
    source = import_source(written(output, episode(season=2), media), name).source
    assert (source.season, source.episode, source.music) == (2, 14, "The Lamps")
    assert source.participants == ("Ana Prueba", "Jon Berg, a ferryman")
    assert [part.start for part in source.parts] == [0, 3725]
