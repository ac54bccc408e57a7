"""`workflow new`: what it makes, says and refuses."""

import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from workflow.workspace.workspace import Workspace

PAGE = """\
<html lang="en"><head><title>Fishermen win - The Observer</title>
<meta property="og:site_name" content="The Observer"></head>
<body><div class="menu">Home</div><article><h1>Fishermen win</h1>
<p>By Harriet Olsen-Drake, 14 September 2022</p>
<p>Forty-one fishermen have won access to the files that were kept on them.</p>
<p>Read also: <a href="/x">The harbour that moved</a></p>
<p>“I want to know who sat in my kitchen,” said the oldest of them.</p>
<p>Translated by Linnea Frost</p></article></body></html>
"""


@pytest.fixture
def page(workspace: Workspace) -> Path:
    path = workspace.root / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_page_becomes_an_article(shell: Shell, workspace: Workspace, page: Path) -> None:
    ran = shell("new", "page.html", "--to", "es", "--by", "ana")
    assert ran.code == 0, ran.err
    article = workspace.article("fishermen-win")
    assert article.targets == ("es",)
    assert article.source.authors == ("Harriet Olsen-Drake",)
    assert article.source.translators == ("Linnea Frost",)
    for words in ("Harriet Olsen-Drake", "2022-09-14", "en (detected)", "The Observer", "27 words"):
        assert words in ran.out
    assert "a teaser of another article" in ran.out
    assert "workflow translate fishermen-win --to es" in ran.out


def test_options_correct_what_was_found(shell: Shell, workspace: Workspace, page: Path) -> None:
    options = ["--title", "Files", "--author", "A. B. Clerk", "--date", "2020-01-02"]
    more = ["--language", "en-GB", "--kind", "statement", "--slug", "files", "--keep", "harbour"]
    assert shell("new", "page.html", *options, *more).code == 0
    source = workspace.article("files").source
    assert (source.title, source.language, source.kind) == ("Files", "en-GB", "statement")
    assert (source.authors, str(source.date)) == (("A. B. Clerk",), "2020-01-02")
    assert "The harbour that moved" in source.body


def test_same_text_is_refused_under_any_name(shell: Shell, page: Path) -> None:
    assert shell("new", "page.html").code == 0
    ran = shell("new", "page.html", "--slug", "another")
    assert ran.code == 2
    assert "fishermen-win" in ran.err


def test_slug_that_is_taken_is_refused(shell: Shell, workspace: Workspace, page: Path) -> None:
    assert shell("new", "page.html").code == 0
    page.write_text(PAGE.replace("Forty-one", "Forty-two"), encoding="utf-8")
    ran = shell("new", "page.html")
    assert ran.code == 2
    assert "--slug" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["missing.html"],
        ["."],
        ["https://a.example/1"],
        ["page.html", "--to", "en", "--by", "ana"],
        ["page.html", "--to", "es", "--by", "zed"],
        ["page.html", "--kind", "poem"],
        ["page.html", "--language", "english!"],
        ["page.html", "--slug", "../out"],
    ],
)
def test_what_cannot_be_taken_in_leaves_nothing_behind(
    shell: Shell, workspace: Workspace, page: Path, words: list[str]
) -> None:
    before = workspace.slugs()
    ran = shell("new", *words)
    assert ran.code == 2
    assert ran.err.startswith("error: ")
    assert "hint: " in ran.err
    assert workspace.slugs() == before


def test_text_from_standard_input(
    shell: Shell, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Fishermen win\n\nForty-one fishermen have won access to the files kept on them."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert shell("new", "-").code == 0
    assert workspace.article("fishermen-win").source.body.startswith("Forty-one")
