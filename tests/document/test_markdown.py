"""Which Markdown an article may hold."""

import unicodedata

import pytest

from workflow.document.links import is_inside, is_media, is_web_address, may_show
from workflow.document.markdown import clean, footnote_numbers, parse, parse_inline
from workflow.document.parser import build
from workflow.errors import InputError


def html(body: str) -> str:
    parser = build(any_footnote=False)
    return str(parser.renderer.render(parse(body), parser.options, {})).strip()


def test_tables_and_footnotes_are_markdown_here() -> None:
    assert "<table>" in html("|a|\n|-|\n|b|")
    assert 'id="fn1"' in html("a[^x]\n\n[^x]: b")
    assert footnote_numbers(parse("a[^x] b[^y]\n\n[^y]: y\n\n[^x]: x")) == {"x": 0, "y": 1}


def test_html_is_shown_and_not_run() -> None:
    assert html("<img src=x onerror=alert(1)>") == "<p>&lt;img src=x onerror=alert(1)&gt;</p>"
    assert html("a <b>c</b>") == "<p>a &lt;b&gt;c&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    "url",
    [
        "https://e.example/a",
        "HTTP://e.example",
        "mailto:ira@e.example",
        "tel:+381601",
        "media/a.pdf",
    ],
)
def test_links_to_the_web_people_and_media(url: str) -> None:
    assert f'<a href="{url}"' in html(f"[a]({url})")


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "//e.example",
            "/etc/passwd",
        ),
        *(
            "media/../../secret",
            "media/%2e%2e/secret",
            "media/a\\..\\b",
            "https:",
            "ftp://e.example",
        ),
    ],
)
def test_other_links_are_text(url: str) -> None:
    assert "<a" not in html(f"[a]({url})")


def test_pictures_come_from_media_or_over_https() -> None:
    assert "<img" in html("![a](media/a.jpg)")
    assert "<img" in html("![a](https://e.example/a.jpg)")
    assert html("**x ![a](http://e.example/a.jpg)**") == (
        '<p><strong>x !<a href="http://e.example/a.jpg">a</a></strong></p>'
    )
    assert html("x ![a](mailto:ira@e.example) y") == (
        '<p>x !<a href="mailto:ira@e.example">a</a> y</p>'
    )


def test_only_footnotes_that_exist_are_marked() -> None:
    assert [t.type for t in parse_inline("a[^1]", {"1": 0})] == ["text", "footnote_ref"]
    assert [t.type for t in parse_inline("a[^1]", {})] == ["text"]
    assert [t.type for t in parse_inline("a[^1]")] == ["text", "footnote_ref"]


def test_characters_that_no_page_can_hold_are_dropped() -> None:
    assert clean("a\r\nb\rc\u2028d\x00e\x0cf\ud800\ufffe") == "a\nb\nc\nde f"
    assert clean("не\u00a0надо\u200d\u200f") == "не\u00a0надо\u200d\u200f"


def test_no_control_character_outlives_cleaning() -> None:
    kept = {sign for code in range(0x1_0000) for sign in clean(f"\n{chr(code)}")}
    assert {sign for sign in kept if unicodedata.category(sign) in ("Cc", "Cs")} == {"\n", "\t"}
    assert not kept & set("\u2028\u2029\ufffe\uffff")
    assert len(kept) > 60_000


def test_addresses_are_whole_and_paths_stay_inside() -> None:
    assert is_web_address("https://пример.example/путь")
    assert not is_web_address("https://")
    assert not is_web_address("https://[e.example")
    assert not is_web_address("https://e.example/a b")
    assert is_inside("фото/площадь 1.jpg")
    assert not any(map(is_inside, ("", "/a", "a//b", "./a", "a/..", "c:/a", "a\\b", "a\x00")))
    assert is_media("media/a.jpg")
    assert not is_media("a.jpg")
    assert not may_show("http://e.example/a.jpg")


def test_nothing_is_lost_of_deep_lists_and_what_is_too_deep_is_refused() -> None:
    def lists(depth: int) -> str:
        return "\n".join(f"{'  ' * level}- level {level}" for level in range(depth))

    texts = [token.content for token in parse(lists(18)) if token.type == "inline"]
    assert texts == [f"level {level}" for level in range(18)]
    for body in (lists(40), ">" * 40 + " quote"):
        with pytest.raises(InputError, match="stands too deep"):
            parse(body)
