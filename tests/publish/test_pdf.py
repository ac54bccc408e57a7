"""What is said of all outputs, of the PDF: the whole article, nothing that runs, no withheld name.

It needs WeasyPrint, which makes it, and two readers: pypdf and Poppler's `pdftotext`.
"""

import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.publish.test_outputs import LANGUAGES, content_of, first_file, letters
from tests.publish.test_safety import HOSTILE
from workflow.document.edition import source_edition
from workflow.document.frontmatter import parse_source
from workflow.errors import NotReady
from workflow.publish.article import PublishedArticle
from workflow.publish.publishing import publish_target
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

Articles = Callable[..., PublishedArticle]

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs Poppler"),
]


@pytest.fixture(autouse=True)
def libraries() -> None:
    pytest.importorskip("weasyprint")
    pytest.importorskip("pypdf")


def told(data: bytes) -> str:
    """The words between head and foot of the pages, and the descriptions of pictures."""
    page = ["-x", "0", "-y", "60", "-W", "595", "-H", "710"]
    command = ["pdftotext", "-enc", "UTF-8", *page, "-", "-"]
    text = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    described = (str(found["/Alt"]) for found in objects(data) if "/Alt" in found)
    return "\n".join([text, *described])


def objects(data: bytes) -> Iterator[dict[str, Any]]:
    """Every dictionary in a PDF."""
    from pypdf import PdfReader, PdfWriter

    for found in PdfWriter(clone_from=PdfReader(io.BytesIO(data)))._objects:
        if isinstance(found, dict):
            yield found


def bare(text: str) -> str:
    """Letters alone: the numbers of footnotes stand within the text."""
    return re.sub(r"[\W\d_]", "", letters(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_holds_the_whole_article(language: str, article_in: Articles, media: Path) -> None:
    article = article_in(language)
    written = told(first_file("pdf", article, media))
    if language == "ar":
        wanted = " ".join(content_of(article))
        assert shuffled(wanted) - shuffled(written) == set()
    else:
        assert [t for t in content_of(article) if bare(t) not in bare(written)] == []


def shuffled(text: str) -> set[str]:
    """The letters of each word in no order: Poppler turns ligatures round, and doubles a hamza."""
    text = "".join(c for c in text if unicodedata.category(c) != "Mn")
    return {"".join(sorted(set(word))) for word in re.findall(r"[ء-ي]+|[^\W\d_ء-ي]+", text)}


def test_a_pdf_says_that_a_draft_is_one(article_in: Articles, media: Path) -> None:
    assert "Draft, not approved" in told(first_file("pdf", article_in("en", draft=True), media))


def test_a_pdf_is_the_same_bytes_twice(article_in: Articles, media: Path) -> None:
    article = article_in("en")
    assert first_file("pdf", article, media) == first_file("pdf", article, media)


def test_nothing_in_a_pdf_runs_or_is_loaded(article_in: Articles, media: Path) -> None:
    hostile = article_in("en", source_edition(parse_source(HOSTILE, "source.md")))
    data = first_file("pdf", hostile, media)
    actions = {str(found["/S"]) for found in objects(data) if found.get("/Type") == "/Action"}
    assert actions <= {"/URI", "/GoTo"}
    for found in objects(data):
        assert not {"/JS", "/JavaScript", "/AA", "/EF", "/Launch"} & set(found)
        if "/URI" in found:
            assert str(found["/URI"]).startswith(("https://", "http://"))
    assert "alert(1)" in told(data)


def test_a_pdf_lets_no_withheld_name_out(
    workspace: Workspace,
    approved: Callable[[str], Target],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = approved("es")
    withheld = tmp_path / "withheld.txt"
    withheld.write_text("# key: 0123456789abcdef\nAna Prueba\n", encoding="utf-8")
    monkeypatch.setenv("WORKFLOW_WITHHELD", str(withheld))
    with pytest.raises(NotReady, match="a withheld name stands in"):
        publish_target(target, "mara", ["pdf"], datetime.now(UTC))
    assert not workspace.public.exists()
