"""All outputs say the same, whatever the form."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree, html

from workflow import plugins
from workflow.errors import InputError, MissingPart
from workflow.publish import output as outputs
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import (
    Block,
    CodeBlock,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Table,
    words_of,
)
from workflow.publish.line import plain
from workflow.publish.output import OutputFile, in_order, output, output_names
from workflow.publish.reading import read_line

Articles = Callable[..., PublishedArticle]
LANGUAGES = ("en", "ru", "ar")


def texts_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of every paragraph, cell and caption."""
    for block in blocks:
        match block:
            case Paragraph(children) | Heading(_, children):
                yield words_of(children)
            case Quote(inner):
                yield from texts_in(inner)
            case Listing(items):
                for item in items:
                    yield from texts_in(item)
            case Table(head, rows):
                yield from (words_of(cell.children) for row in (head, *rows) for cell in row)
            case CodeBlock(text):
                yield text
            case Figure(picture, caption):
                yield from (picture.alt, words_of(caption))
            case Rule():
                pass


def content_of(article: PublishedArticle) -> list[str]:
    """Everything that a reader is told by an article."""
    cover = article.cover
    return [
        article.title_text,
        article.summary_text,
        plain(article.byline),
        plain(article.source),
        *(line.text for line in [article.date] if line),
        *([cover.alt, words_of(cover.credit)] if cover else []),
        *(words_of(sound.title) for sound in article.sounds),
        *texts_in(article.body.blocks),
        *(text for footnote in article.body.footnotes for text in texts_in(footnote)),
        *map(words_of, article.notes),
        *article.tags,
        *map(plain, article.credits),
    ]


def letters(text: str) -> str:
    """Text without what forms differ in: spaces, marks of footnotes, addresses."""
    text = re.sub(r"\(https?://[^)\s]*\)|\[\^?\d+\]:?", "", text)
    return re.sub(r"[\s\[\]]", "", text)


def from_html(data: bytes) -> str:
    tree = html.fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    for mark in tree.xpath("//sup | //*[@class='back']"):
        mark.drop_tree()
    return "\n".join([*tree.itertext(), *tree.xpath("//@alt")])


def from_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        trees = [
            etree.fromstring(archive.read(name))
            for name in ("word/document.xml", "word/footnotes.xml")
            if name in archive.namelist()
        ]
    described = [text for tree in trees for text in tree.xpath("//@descr")]
    return "\n".join([*("".join(tree.itertext()) for tree in trees), *described])


def from_epub(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return from_html(archive.read("EPUB/river-bridge.xhtml"))


def from_wxr(data: bytes) -> str:
    tree = etree.fromstring(data)
    content = tree.findtext(".//{http://purl.org/rss/1.0/modules/content/}encoded") or ""
    return "\n".join([from_html(content.encode()), *(tree.itertext())])


def from_markdown(data: bytes) -> str:
    _, matter, body = data.decode().split("---\n", 2)
    values = yaml.safe_load(matter)
    told = [values["title"], values["description"], *values["tags"]]
    lines = (re.sub(r"^[\s>|#-]*|\d+\. ", "", line) for line in body.splitlines())
    pieces = (piece for line in lines for piece in line.split(" | "))
    return "\n".join([*told, *(words_of(read_line(piece.strip(" |"))) for piece in pieces)])


def from_json(data: bytes) -> str:
    def words(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for key, item in value.items():
                yield from words(item) if key not in ("url", "type") else ()
        elif isinstance(value, list):
            yield from (word for item in value for word in words(item))
        elif isinstance(value, str):
            yield value

    return "\n".join(words(json.loads(data)))


READERS: dict[str, Callable[[bytes], str]] = {
    "web": from_html,
    "docx": from_docx,
    "docx-bilingual": from_docx,
    "epub": from_epub,
    "wxr": from_wxr,
    "hugo": from_markdown,
    "jekyll": from_markdown,
    "text": bytes.decode,
    "json": from_json,
}


def first_file(name: str, article: PublishedArticle, media: Path) -> bytes:
    file = next(iter(output(name, None).files(article, media)))
    assert file.path.startswith(f"{article.language}/river-bridge/")
    assert isinstance(file.content, bytes)
    return file.content


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", READERS)
def test_every_output_holds_the_whole_article(
    name: str, language: str, article_in: Articles, media: Path
) -> None:
    article = article_in(language, both_texts=True)
    written = letters(READERS[name](first_file(name, article, media)))
    missing = [text for text in content_of(article) if letters(text) not in written]
    assert missing == []


@pytest.mark.parametrize("name", READERS)
def test_every_output_says_that_a_draft_is_one(
    name: str, article_in: Articles, media: Path
) -> None:
    data = first_file(name, article_in("en", draft=True, both_texts=True), media)
    told = READERS[name](data)
    assert "Draft, not approved" in told or json.loads(data)["draft"] is True


@pytest.mark.parametrize("name", [*READERS, "fragment"])
def test_every_output_gives_the_same_bytes_twice(
    name: str, article_in: Articles, media: Path
) -> None:
    article = article_in("en", both_texts=True)
    assert first_file(name, article, media) == first_file(name, article, media)


def test_a_fragment_has_everything_but_what_a_cms_asks_for_apart(
    article_in: Articles, media: Path
) -> None:
    article = article_in("en")
    written = letters(from_html(first_file("fragment", article, media)))
    missing = [text for text in content_of(article) if letters(text) not in written]
    assert missing == [article.title_text, *(tag for tag in article.tags if tag in missing)]


def test_outputs_come_in_a_fixed_order_and_an_unknown_one_is_named() -> None:
    assert in_order(["text", "docx", "web", "docx"]) == ("web", "docx", "text")
    with pytest.raises(InputError, match="no format 'papyrus'") as error:
        in_order(["papyrus"])
    assert "epub" in error.value.hint


class Papyrus:
    def __init__(self, templates: Path | None) -> None:
        self.templates = templates

    def files(self, article: PublishedArticle, media: Path) -> Iterator[OutputFile]:
        yield OutputFile(f"{article.language}/{article.slug}/scroll", b"")


def test_a_package_adds_an_output_but_cannot_replace_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class Entry(EntryPoint):
        def load(self) -> type[Papyrus]:
            return Papyrus

    added = [Entry("papyrus", "a:A", outputs.GROUP), Entry("web", "a:A", outputs.GROUP)]
    monkeypatch.setattr(plugins, "entry_points", lambda group: added)
    assert output_names()[-1] == "papyrus"
    assert in_order(["papyrus", "web"]) == ("web", "papyrus")
    assert isinstance(output("papyrus", None), Papyrus)
    assert not isinstance(output("web", None), Papyrus)


def test_an_output_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = [EntryPoint("papyrus", "no_such_package:Papyrus", outputs.GROUP)]
    monkeypatch.setattr(plugins, "entry_points", lambda group: broken)
    with pytest.raises(MissingPart, match=r"papyrus cannot be loaded: .*no_such_package"):
        output("papyrus", None)


def test_a_pdf_without_its_library_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr("workflow.publish.pdf.import_module", absent)
    with pytest.raises(MissingPart, match="libpango") as error:
        output("pdf", None)
    assert "pip install 'newsroom-workflow[pdf]'" in error.value.hint


@pytest.mark.peer
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_is_tagged_and_fetches_nothing(
    language: str, article_in: Articles, media: Path
) -> None:
    pytest.importorskip("weasyprint")
    reader = pytest.importorskip("pypdf").PdfReader
    article = article_in(language)
    pdf = reader(io.BytesIO(first_file("pdf", article, media)))
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == article.title_text
    assert len({image.data for page in pdf.pages for image in page.images}) == (
        2 if language == "en" else 0
    )
