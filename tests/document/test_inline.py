"""The pieces of inline Markdown."""

import pytest

from workflow.document.inline import (
    SegmentKind,
    escape,
    links,
    markup_signature,
    plain,
    segments,
)


def shape(text: str) -> list[tuple[str, str]]:
    return [(segment.kind.value, segment.raw) for segment in segments(text)]


def test_text_and_markup_come_in_turn() -> None:
    assert shape("Суд **города** [решил](https://e.example 'т'): `a`.") == [
        ("text", "Суд "),
        ("open", "**"),
        ("text", "города"),
        ("close", "**"),
        ("text", " "),
        ("open", "["),
        ("text", "решил"),
        ("close", "](https://e.example 'т')"),
        ("text", ": "),
        ("code", "`a`"),
        ("text", "."),
    ]


def test_markup_within_markup() -> None:
    assert shape("***a** b*[![x](media/a.jpg)](https://e.example)") == [
        ("open", "*"),
        ("open", "**"),
        ("text", "a"),
        ("close", "**"),
        ("text", " b"),
        ("close", "*"),
        ("open", "["),
        ("image", "![x](media/a.jpg)"),
        ("close", "](https://e.example)"),
    ]


def test_breaks_autolinks_and_footnotes() -> None:
    assert shape("a\\\nb\nc <mailto:ira@e.example>[^1]") == [
        ("text", "a"),
        ("break", "\\\n"),
        ("text", "b"),
        ("break", "\n"),
        ("text", "c "),
        ("autolink", "<mailto:ira@e.example>"),
        ("footnote", "[^1]"),
    ]


@pytest.mark.parametrize(
    "text",
    ["**a", "[a](", "a]b[", "`a", "![", "<b>", "[a](javascript:alert(1))", "*", "- a", "# b"],
)
def test_broken_unsafe_or_block_markup_is_text(text: str) -> None:
    assert shape(text) == [("text", text)]


def test_who_only_reads_may_take_any_address_for_one() -> None:
    text = "Er [ging](../b.md) ![fort](a.png)"
    kinds = [segment.kind for segment in segments(text, any_address=True)]
    assert kinds == ["text", "open", "text", "close", "text", "image"]
    assert [segment.kind for segment in segments(text)] == ["text"]


def test_nothing_has_no_segments() -> None:
    assert segments("") == []


def test_what_a_reader_sees() -> None:
    text = "Он **сказал** [это](https://e.example), 5 \\* 3 &amp; `x`[^1] ![фото](media/a.jpg)\\\n<https://e.example>"
    assert plain(text) == "Он сказал это, 5 * 3 & x фото\nhttps://e.example"


def test_addresses_are_those_of_links() -> None:
    text = "[a](https://e.example/путь) <ira@e.example> ![x](media/a.jpg) [b](media/b.pdf)"
    assert links(text) == [
        "https://e.example/%D0%BF%D1%83%D1%82%D1%8C",
        "mailto:ira@e.example",
        "media/b.pdf",
    ]


def test_markup_is_counted_by_name() -> None:
    text = (
        "*a* _b_ **c** [d](https://e.example) <https://e.example> `e` ![f](media/f.jpg)[^1]\\\ng\nh"
    )
    assert markup_signature(text) == {
        "em": 2,
        "strong": 1,
        "link": 2,
        "code": 1,
        "image": 1,
        "footnote": 1,
        "break": 1,
    }


@pytest.mark.parametrize("text", ["محكمة **المدينة** قررت", "სასამართლომ **ქალაქის** გადაწყვიტა"])
def test_any_script_will_do(text: str) -> None:
    kinds = [segment.kind for segment in segments(text)]
    assert kinds == [
        SegmentKind.TEXT,
        SegmentKind.OPEN,
        SegmentKind.TEXT,
        SegmentKind.CLOSE,
        SegmentKind.TEXT,
    ]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("5 * 3", "5 * 3"),
        ("*важно*", "\\*важно\\*"),
        ("file_name_one", "file_name_one"),
        ("_он_", "\\_он\\_"),
        ("[sic] сказал", "[sic] сказал"),
        ("[a](b)", "[a\\](b)"),
        ("примечание[^1]", "примечание\\[^1]"),
        ("C:\\Users", "C:\\Users"),
        ("\\*", "\\\\\\*"),
        ("a < b", "a < b"),
        ("<b>", "\\<b>"),
        ("R&D &amp; &#38;", "R&D \\&amp; \\&#38;"),
        ("Стой!", "Стой!"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped
    assert plain(escaped) == text


def test_what_follows_can_make_markup_of_an_end() -> None:
    link = "[тут](https://e.example)"
    assert plain(escape("Стой!", following=link) + link) == "Стой!тут"
    assert escape("Стой!", following=link) == "Стой\\!"
    assert escape("[sic]", following="(a)") == "[sic\\]"
