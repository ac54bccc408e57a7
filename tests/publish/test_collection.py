import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from lxml import etree

from workflow.errors import InputError, NotReady
from workflow.publish.article import PublishedArticle
from workflow.publish.collecting import collect, write_collection
from workflow.publish.collection import Collection, Entry, binder
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

Articles = Callable[..., PublishedArticle]
NOW = datetime.now(UTC)


@pytest.fixture
def collection(article_in: Articles, media: Path) -> Collection:
    first = article_in("en")
    second = replace(first, slug="second", title_text="The boat", tags=("boats",))
    return Collection(
        title="Winter on the Sura",
        entries=tuple(Entry(article=article, media=media) for article in (first, second)),
    )


def test_a_document_has_contents_the_articles_and_one_page_of_credits(
    collection: Collection,
) -> None:
    document = docx.Document(io.BytesIO(binder("docx", None).bound(collection)))
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style is not None]
    assert found[1] == ("Title", "Winter on the Sura")
    contents = [text.partition("\t")[0] for style, text in found if style == "Contents Entry"]
    assert contents == ["The river took the bridge, and the school with it", "The boat"]
    titles = [text for style, text in found if style == "Title"]
    assert titles[-1] == "About this translation"
    credits = [text for style, text in found if style == "Credit"]
    assert credits.count("Edited by Jon Berg") == 2
    assert found.index(("Title", "About this translation")) < found.index(
        ("Credit", "Edited by Jon Berg")
    )
    assert document.core_properties.title == "Winter on the Sura"
    anchors = document.element.xpath("//w:hyperlink/@w:anchor")
    assert anchors == document.element.xpath("//w:bookmarkStart/@w:name")


def test_footnotes_are_counted_through(collection: Collection) -> None:
    data = binder("docx", None).bound(collection)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
    marks = document.xpath("//*[local-name()='footnoteReference']/@*[local-name()='id']")
    assert marks == ["1", "2", "3", "4"]
    assert [note.xpath("string(.)").strip()[:9] for note in notes if not note.xpath("@*[2]")] == [
        "The vests",
        "Last year",
        "The vests",
        "Last year",
    ]


def test_a_book_has_contents_chapters_and_one_page_of_credits(collection: Collection) -> None:
    with zipfile.ZipFile(io.BytesIO(binder("epub", None).bound(collection))) as archive:
        pages = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xhtml")
        }
        package = etree.fromstring(archive.read("EPUB/package.opf"))
    contents = pages["EPUB/nav.xhtml"].xpath("//*[local-name()='nav']//@href")
    assert contents == ["river-bridge.xhtml", "second.xhtml", "credits.xhtml"]
    for name in ("river-bridge", "second"):
        assert not pages[f"EPUB/{name}.xhtml"].xpath("//*[@class='credits']")
    assert "Jon Berg" in "".join(pages["EPUB/credits.xhtml"].itertext())
    subjects = package.xpath("//*[local-name()='subject']/text()")
    assert subjects == ["education", "rural life", "local government", "boats"]


def test_a_collection_is_in_one_language_and_has_an_article_once(
    article_in: Articles, media: Path
) -> None:
    english, russian = (Entry(article=article_in(tag), media=media) for tag in ("en", "ru"))
    with pytest.raises(InputError, match="in one language, not in en and ru"):
        Collection(title="T", entries=(english, russian))
    with pytest.raises(InputError, match="named twice"):
        Collection(title="T", entries=(english, english))
    with pytest.raises(InputError, match="cannot be written as 'odt'"):
        binder("odt", None)


def test_approved_translations_are_put_together(
    workspace: Workspace, approved: Callable[[str], Target], tmp_path: Path
) -> None:
    made = collect([approved("es")], " Cartas ", NOW)
    assert made.title == "Cartas"
    path = tmp_path / "cartas.epub"
    write_collection(made, path, workspace)
    assert zipfile.ZipFile(path).read("mimetype") == b"application/epub+zip"
    with pytest.raises(InputError, match="is below"):
        write_collection(made, workspace.public / "cartas.epub", workspace)


def test_what_nobody_approved_goes_into_no_collection(
    translated: Callable[[str], Target],
) -> None:
    with pytest.raises(NotReady, match=r"far-bank \[es\] cannot go into a collection"):
        collect([translated("es")], "Cartas", NOW)
    with pytest.raises(InputError, match="needs a title"):
        collect([], " ", NOW)
