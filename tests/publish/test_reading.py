import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.document.markdown import parse
from workflow.errors import InputError
from workflow.publish.blocks import (
    Body,
    Break,
    Code,
    Download,
    Emphasis,
    Figure,
    FootnoteMark,
    Heading,
    Link,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
    files_in,
    words_of,
)
from workflow.publish.reading import read_body, read_line


def body(markdown: str) -> Body:
    return read_body(parse(markdown))


def test_inline_markup() -> None:
    assert read_line(r"*a* **b** `c` [d](https://e.example)\\" + "\nf") == (
        Emphasis((Text("a"),)),
        Text(" "),
        Strong((Text("b"),)),
        Text(" "),
        Code("c"),
        Text(" "),
        Link("https://e.example", (Text("d"),)),
        Text("\\ f"),
    )


def test_a_hard_break_is_kept_and_a_soft_one_is_a_space() -> None:
    assert body("a\\\nb\nc").blocks == (Paragraph((Text("a"), Break(), Text("b c"))),)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ([1, 2, 3], [2, 3, 4]),
        ([2, 3, 2], [2, 3, 2]),
        ([1, 3, 6], [2, 3, 4]),
        ([4], [2]),
        ([3, 2, 3, 4], [2, 2, 3, 4]),
        ([2, 4, 3, 4], [2, 3, 3, 4]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
    ],
)
def test_headings_stand_below_the_title_and_skip_no_level(
    written: list[int], shown: list[int]
) -> None:
    text = "\n\n".join(f"{'#' * level} a" for level in written)
    assert body(text).blocks == tuple(Heading(level, (Text("a"),)) for level in shown)


def test_a_heading_in_a_footnote_is_below_those_of_the_text() -> None:
    read = body("## a\n\nb[^1]\n\n> ### c\n\n[^1]: d\n\n    #### e")
    assert read.footnotes[0][1] == Heading(4, (Text("e"),))


def test_lists_nest_and_know_their_first_number() -> None:
    (outer,) = body("3. a\n   - b\n4. c").blocks
    assert isinstance(outer, Listing)
    assert (outer.start, outer.tight) == (3, True)
    inner = outer.items[0][1]
    assert isinstance(inner, Listing)
    assert (inner.start, inner.items) == (None, ((Paragraph((Text("b"),)),),))


def test_quotes_tables_and_breaks() -> None:
    quote, table, rule = body("> a\n\n| b | c |\n|---|--:|\n| d | e |\n\n---").blocks
    assert quote == Quote((Paragraph((Text("a"),)),))
    assert isinstance(table, Table)
    assert [words_of(cell.children) for row in (table.head, *table.rows) for cell in row] == [
        *"bcde"
    ]
    assert [cell.align for cell in table.head] == [None, "end"]
    assert rule == Rule()


def test_footnotes_are_numbered_in_the_order_of_their_marks() -> None:
    found = body("a[^x] b[^y]\n\n[^y]: two\n[^x]: one")
    assert found.blocks == (Paragraph((Text("a"), FootnoteMark(1), Text(" b"), FootnoteMark(2))),)
    assert found.footnotes == ((Paragraph((Text("one"),)),), (Paragraph((Text("two"),)),))


def test_a_picture_alone_is_a_figure_with_its_title_as_caption() -> None:
    (figure,) = body('![A *grey* river](media/a%20b.jpg "At *noon*")').blocks
    caption = (Text("At "), Emphasis((Text("noon"),)))
    assert figure == Figure(Picture("a b.jpg", "A grey river"), caption)


def test_files_are_found_wherever_they_stand() -> None:
    text = "![x](media/a.png)\n\n> - [report](media/b.pdf) ![y](media/c.png) z"
    found = body(text)
    assert list(files_in(found)) == ["a.png", "b.pdf", "c.png"]
    assert Download("b.pdf", (Text("report"),)) in found.blocks[1].blocks[0].items[0][0].children  # type: ignore[union-attr]


def test_a_picture_elsewhere_on_the_web_is_a_link() -> None:
    assert body("![A boat](https://elsewhere.example/spy.png)").blocks == (
        Paragraph((Link("https://elsewhere.example/spy.png", (Text("A boat"),)),)),
    )


@pytest.mark.parametrize("name", ["media/.hidden.png", "media/drawing.svg", "media/page.html"])
def test_only_plain_pictures_and_sound_are_published(name: str) -> None:
    with pytest.raises(InputError):
        body(f"![x]({name})")


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](data:text/html,hello)",
        "[x](file:///etc/passwd)",
        "![x](../secret.png)",
        "![x](media/../../secret.png)",
        "![x](/etc/secret.png)",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
    ],
)
def test_what_is_not_safe_stays_words(text: str) -> None:
    (paragraph,) = body(text).blocks
    assert isinstance(paragraph, Paragraph)
    assert all(isinstance(inline, Text) for inline in paragraph.children)


@given(st.text(alphabet=" \n#>*_`[](){}!<&-+|:\\/.1aб\"'^~", max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    try:
        found = body(text)
    except InputError:
        return
    assert isinstance(found, Body)


def test_a_token_with_an_unsafe_address_loses_it() -> None:
    tokens = parse("[words](https://safe.example)")
    link = (tokens[1].children or [])[0]
    link.attrs["href"] = "javascript:alert(1)"
    assert read_body(tokens).blocks == (Paragraph((Text("words"),)),)
