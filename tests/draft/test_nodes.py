"""Inline Markdown as a tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.document.inline import plain
from workflow.draft.nodes import (
    Kept,
    Span,
    Text,
    parse_nodes,
    plain_text,
    signature,
    to_markdown,
    visible_text,
)

EXAMPLES = [
    "plain *em* and **strong _both_**",
    "[a *link*](https://a.example) and <https://b.example>",
    "`code` with a note[^1]\\\nand ![a picture](media/a.jpg)",
    "a \\*star\\*, 3 * 4 and a_b",
]


@pytest.mark.parametrize("markdown", EXAMPLES)
def test_markdown_is_written_as_it_was_read(markdown: str) -> None:
    assert to_markdown(parse_nodes(markdown)) == markdown


def test_the_tree_is_as_deep_as_the_markup() -> None:
    link = Span("[", "](https://a.example)", (Text("a "), Span("*", "*", (Text("b"),))))
    assert parse_nodes("[a *b*](https://a.example)") == [link]


def test_notes_and_pictures_stand_beside_the_text() -> None:
    assert parse_nodes("x[^1]") == [Text("x"), Kept("[^1]")]


def test_markup_is_counted_by_name() -> None:
    assert signature(parse_nodes("**a** *b* `c`[^1]")) == {
        "strong": 1,
        "em": 1,
        "code": 1,
        "footnote": 1,
    }


def test_endless_nesting_is_kept_and_breaks_nothing() -> None:
    markdown = "*a **b " * 300 + "x" + "** c*" * 300
    nodes = parse_nodes(markdown)
    assert to_markdown(nodes) == markdown
    assert plain_text(nodes).startswith("a b a b")


@given(st.text(alphabet="ab*_`[]()\\!^1 <>:/") | st.lists(st.sampled_from(EXAMPLES)).map("".join))
def test_the_words_are_those_that_a_reader_sees(markdown: str) -> None:
    nodes = parse_nodes(markdown)
    assert plain(to_markdown(nodes)) == plain(markdown)


def test_a_link_to_another_file_is_a_span_though_it_is_no_link_of_an_article() -> None:
    (before, link, _) = parse_nodes("See [the list](../a/b_c.md#d) now")
    assert before == Text("See ")
    assert link == Span("[", "](../a/b_c.md#d)", (Text("the list"),))
    assert visible_text("See [the list](../a/b_c.md#d) now") == "See the list now"


@pytest.mark.parametrize("markdown", [r"\[a](../b)", r"[a\](../b)", "[a] (../b)", "[](../b)"])
def test_brackets_that_make_no_link_are_text(markdown: str) -> None:
    assert not any(isinstance(node, Span) for node in parse_nodes(markdown))
