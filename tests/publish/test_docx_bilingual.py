import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from workflow.document.edition import translated_edition
from workflow.document.frontmatter import parse_source
from workflow.document.units import source_units
from workflow.errors import InputError
from workflow.publish.article import PublishedArticle
from workflow.publish.docx import BilingualDocument, WordDocument

Articles = Callable[..., PublishedArticle]
ARTICLES = Path(__file__).parent / "articles"
AUDIT = shutil.which(
    "openxml-audit", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
)


def pair(article_in: Articles, source: str, target: str) -> PublishedArticle:
    """An article whose translation is the source's words after a mark."""
    text = parse_source((ARTICLES / f"{source}.md").read_text("utf-8"), "source.md")
    texts = {unit.id: f"§ {unit.text}" for unit in source_units(text)}
    return article_in(target, translated_edition(text, texts, target), both_texts=True)


def made(article: PublishedArticle, media: Path) -> bytes:
    (file,) = BilingualDocument().files(article, media)
    assert file.path == f"{article.language}/river-bridge/river-bridge.bilingual.docx"
    assert isinstance(file.content, bytes)
    return file.content


def opened(article: PublishedArticle, media: Path) -> Document:
    return docx.Document(io.BytesIO(made(article, media)))


def test_source_and_translation_stand_side_by_side(article_in: Articles, media: Path) -> None:
    table = opened(pair(article_in, "en", "ru"), media).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["English", "Русский"]
    assert rows[1] == [
        "The river took the bridge, and the school with it",
        "§ The river took the bridge, and the school with it",
    ]
    assert all(other.replace("§ ", "").strip() == one.strip() for one, other in rows[1:])
    assert rows[-3][0] == "2. Last year it was 23 days.\nThe school makes up for it on Saturdays."
    assert table._tbl.xpath("count(./w:tr[1]/w:trPr/w:tblHeader)") == 1


def test_every_column_has_its_language_and_direction(article_in: Articles, media: Path) -> None:
    document = opened(pair(article_in, "ar", "en"), media)
    table = document.tables[0]
    assert table._tbl.xpath("./w:tblPr/w:bidiVisual")
    source, target = table.rows[1].cells
    assert source._tc.xpath(".//w:pPr/w:bidi")
    assert source._tc.xpath(".//w:rPr/w:lang/@w:bidi") == ["ar-EG"]
    assert not target._tc.xpath(".//w:pPr/w:bidi")


def test_footnotes_have_no_place_of_their_own(article_in: Articles, media: Path) -> None:
    document = opened(pair(article_in, "en", "ru"), media)
    assert not document.element.xpath("//w:footnoteReference")
    assert all(
        cell._tc[-1].tag == qn("w:p") for row in document.tables[0].rows for cell in row.cells
    )


def test_without_its_source_an_article_has_no_bilingual_edition(
    article_in: Articles, media: Path
) -> None:
    with pytest.raises(InputError, match="no source text"):
        list(BilingualDocument().files(article_in("en"), media))


@pytest.mark.peer
@pytest.mark.skipif(AUDIT is None, reason="openxml-audit is not installed")
@pytest.mark.parametrize(("source", "target"), [("en", "ru"), ("ru", "ar"), ("ar", "en")])
def test_the_documents_are_valid(
    source: str, target: str, article_in: Articles, media: Path, tmp_path: Path
) -> None:
    article = pair(article_in, source, target)
    (single,) = WordDocument().files(article, media)
    assert isinstance(single.content, bytes)
    for name, data in (("two.docx", made(article, media)), ("one.docx", single.content)):
        (tmp_path / name).write_bytes(data)
        audit = subprocess.run(
            [str(AUDIT), str(tmp_path / name)], capture_output=True, text=True, check=False
        )
        assert audit.returncode == 0, audit.stdout
