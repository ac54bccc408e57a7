"""Which reader takes a file; any bytes end in a source or in one clear error."""

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from workflow.document import inline
from workflow.document.importing import About, import_source
from workflow.document.importing.blocks import body
from workflow.document.importing.convert import Converter
from workflow.document.importing.formats import format_of
from workflow.document.markdown import parse
from workflow.errors import InputError, WorkflowError

ANYTHING = About(title="A title", language="en")


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("a.md", b"# A", "markdown"),
        ("a.TXT", b"A", "text"),
        ("a.htm", b"A", "html"),
        ("page", b"<!-- saved from url=(0001)x -->\n<html>", "html"),
        ("stdin", b"<!DOCTYPE html><p>", "html"),
        ("stdin", b"A title\n\nA text", "text"),
        ("stdin", b"From: A title\n\nA text", "text"),
        ("page", b"From: <Saved by Blink>", "mime"),
        ("page", b"Received: from a\r\n\tby b\r\nMIME-Version: 1.0\r\n\r\nA", "mime"),
        ("a.mht", b"A", "mime"),
        ("page", b"bplist00", "webarchive"),
    ],
)
def test_format(name: str, data: bytes, reader: str) -> None:
    assert str(getattr(format_of(data, name), "__name__", "")).rpartition(".")[2] == reader


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.odt", b"PK\x03\x04..."),
        ("a.pdf", b"%PDF-1.7"),
        ("a.doc", b"\xd0\xcf\x11\xe0"),
        ("a.rtf", b"{\\rtf1"),
    ],
)
def test_formats_that_are_not_read_say_what_to_do(name: str, data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        format_of(data, name)
    assert "Save" in refused.value.hint


def test_title_and_language_are_asked_for_where_they_cannot_be_told() -> None:
    with pytest.raises(InputError) as refused:
        import_source(b"Ten.", "a.txt")
    assert "--language" in refused.value.hint
    with pytest.raises(InputError) as refused:
        import_source(b"One paragraph and nothing else.", "a.txt", corrections=About(language="en"))
    assert "--title" in refused.value.hint


def test_title_that_a_person_replaces_is_reported() -> None:
    data = b"Fishermen win\n\nForty-one of them may read their files."
    found = import_source(data, "a.txt", corrections=ANYTHING)
    assert found.source.title == "A title"
    assert found.source.body == "Forty-one of them may read their files."
    assert [piece.text for piece in found.dropped] == ["Fishermen win"]


def test_page_that_is_nested_without_end_is_refused() -> None:
    page = b"<html><body>" + b"<div><span>" * 5_000 + b"deep"
    with pytest.raises(InputError, match="nested too deeply"):
        import_source(page, "a.html", corrections=ANYTHING)


def test_page_can_name_no_file_and_no_entity() -> None:
    page = (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">'
        b'<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'
        b"<html><body><p>The file says &x; and &lol2; and then nothing more than this.</p></body>"
    )
    body = import_source(page, "a.html", corrections=ANYTHING).source.body
    assert "lollol" not in body
    assert "nothing more than this" in body


_MARKUP = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div class='share'>", "</div>", "<br>", "<b>", "</b>", "<table>"),
            *("<tr>", "<td>", "</table>", "<li>", "<ul>", "</ul>", "<a href='http://[x'>", "</a>"),
            *("<blockquote>", "<h1>", "</h1>", "<!--", "-->", "<script>", "</script>", "<pre>"),
            *("Text of the article, and more. ", "Read also: x", "\u00a0", "&amp;", "* _ [x](y) |"),
            *("<q>", "<sup>1</sup>", "<figure>", "<form>", "<ol start='9'>", "<hr>", "\n"),
        ]
    ),
    max_size=25,
).map("".join)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(_MARKUP, st.sampled_from([".html", ".txt", ".md"]))
def test_any_text_comes_in_or_is_refused(text: str, extension: str) -> None:
    with contextlib.suppress(WorkflowError):
        import_source(text.encode(), f"a{extension}", corrections=ANYTHING)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(_MARKUP)
def test_markdown_made_of_a_page_says_the_words_of_the_page(html: str) -> None:
    blocks = Converter(None).blocks(fragment_fromstring(html, create_parent="div"))
    shown = [
        token.content if token.type == "fence" else inline.plain(token.content)
        for token in parse(body(blocks))
        if token.type in ("inline", "fence")
    ]
    assert "".join("".join(shown).split()) == "".join("".join(b.text for b in blocks).split())


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200), st.sampled_from([".html", ".txt", ".md", ""]))
def test_any_bytes_come_in_or_are_refused(data: bytes, extension: str) -> None:
    with contextlib.suppress(WorkflowError):
        import_source(data, f"a{extension}", corrections=ANYTHING)
