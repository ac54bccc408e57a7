"""`docs/publishing.md` names every format, template and template variable."""

import dataclasses
import re
from pathlib import Path

import docx
import pytest

from workflow.publish.article import Facts, PublishedArticle, SourceText
from workflow.publish.output import output_names
from workflow.workspace.templates import shipped_templates

PAGE = (Path(__file__).parents[2] / "docs" / "publishing.md").read_text("utf-8")
TEMPLATES = shipped_templates()
BUILT_IN = {"Default Paragraph Font", "Normal Table", "No List"}


@pytest.mark.parametrize("name", output_names())
def test_every_format_is_described(name: str) -> None:
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize("folder", ["web", "fragment", "epub", "pdf", "parts"])
def test_every_template_is_listed(folder: str) -> None:
    files = [f"{folder}/{path.name}" for path in (TEMPLATES / folder).iterdir()]
    assert files
    assert [name for name in files if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize("kind", [PublishedArticle, Facts, SourceText])
def test_every_part_of_an_article_is_described(kind: type) -> None:
    named = set(re.findall(r"`([a-z_.]+)`", PAGE)) | {"body"}
    names = {field.name for field in dataclasses.fields(kind)}
    assert names - named == set()


def test_every_style_that_documents_use_is_named() -> None:
    document = docx.Document(str(TEMPLATES / "docx" / "reference.docx"))
    page = " ".join(PAGE.split())
    names = {str(style.name) for style in document.styles} - BUILT_IN
    assert [name for name in names if name not in page and not name.startswith("Heading ")] == []
