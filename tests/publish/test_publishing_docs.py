"""`docs/publishing.md` names every format, `docs/themes.md` every template and variable."""

import dataclasses
import re
from pathlib import Path

import docx
import pytest

from workflow.publish.article import (
    Correction,
    Facts,
    PublishedArticle,
    Site,
    Sound,
    SourceText,
    TimedPart,
    Version,
)
from workflow.publish.output import output_names
from workflow.publish.site.model import (
    Alternate,
    LanguageLink,
    Paging,
    PersonLink,
    Teaser,
    TopicLink,
)
from workflow.workspace.templates import shipped_templates

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "publishing.md").read_text("utf-8")
THEMES = (DOCS / "themes.md").read_text("utf-8")
TEMPLATES = shipped_templates()
BUILT_IN = {"Default Paragraph Font", "Normal Table", "No List"}


@pytest.mark.parametrize("name", output_names())
def test_every_format_is_described(name: str) -> None:
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize("folder", ["web", "fragment", "epub", "pdf", "parts"])
def test_every_template_is_listed(folder: str) -> None:
    paths = [path for path in (TEMPLATES / folder).rglob("*") if path.is_file()]
    assert paths
    names = [path.relative_to(TEMPLATES).as_posix() for path in paths]
    assert [name for name in names if f"`{name}`" not in THEMES] == []


def test_no_template_is_listed_that_is_not_there() -> None:
    named = set(re.findall(r"^\| (`[a-z]+/.+?) \|", THEMES, re.MULTILINE))
    names = {name for row in named for name in re.findall(r"`([^`]+)`", row)}
    assert [name for name in sorted(names) if not (TEMPLATES / name).is_file()] == []


SEEN = [
    *(PublishedArticle, Facts, SourceText, Correction, Sound, TimedPart, Version, Site),
    *(Teaser, TopicLink, PersonLink, Paging, LanguageLink, Alternate),
]


@pytest.mark.parametrize("kind", SEEN)
def test_every_part_of_an_article_is_described(kind: type) -> None:
    named = {word for code in re.findall(r"`([a-z_.]+)`", THEMES) for word in code.split(".")}
    names = {field.name for field in dataclasses.fields(kind)}
    assert names - named == set()


def test_every_style_that_documents_use_is_named() -> None:
    document = docx.Document(str(TEMPLATES / "docx" / "reference.docx"))
    page = " ".join(PAGE.split())
    names = {str(style.name) for style in document.styles} - BUILT_IN
    assert [name for name in names if name not in page and not name.startswith("Heading ")] == []
