from hypothesis import given
from hypothesis import strategies as st
from markdown_it.common.normalize_url import normalizeLink

from workflow.document.parser import build

LETTERS = "ab ёბ¶ \t\n.,;:-~!?*_`[]()<>&\\^#|=+$@{}\"'/%1\0\r\x85\u2028\u00a0\ufeff"
BLOCKS = (
    *("a", "b c", "ё", "1. ", "- ", "> ", "\n", "\n\n", "\n\n", "    ", "\t", "```\n", "# ", "==="),
    *("---", "|", "|-|", "[^x]: ", "[^x]", "[r]: https://e.example/x", "[r]", "*", "\x0b"),
    *("ბ", "ب", "²", "\0", "\r", "\r\n", "\x85", "\u2028", "\u00a0", "\u3000", "\ufeff", "1) "),
    *("&amp;", "&#x41;", "<https://e.example>", "  \n", "\\\n", "~~~\n", ":-", "a|b\n-|-", "    a"),
)
TEXTS = st.text(alphabet=st.sampled_from(LETTERS), max_size=30)


@given(TEXTS)
def test_text_without_markup_is_read_as_if_every_rule_had_been_asked(text: str) -> None:
    for any_footnote in (True, False):
        quick, thorough = (build(any_footnote=any_footnote, quick=q) for q in (True, False))
        assert quick.parse(text) == thorough.parse(text)
        assert quick.inline.parse(text, quick, {}, []) == thorough.inline.parse(
            text, thorough, {}, []
        )


@given(st.lists(st.sampled_from(BLOCKS), max_size=16).map("".join))
def test_paragraphs_of_one_line_are_read_as_if_every_rule_had_been_asked(text: str) -> None:
    quick, thorough = (build(any_footnote=False, quick=q) for q in (True, False))
    assert quick.parse(text) == thorough.parse(text)


@given(st.text(alphabet="az09.-", min_size=1), st.text(alphabet="aZ9._~/-?#%ü", max_size=20))
def test_addresses_are_normalised_as_the_parser_does_it(host: str, path: str) -> None:
    for url in (f"https://{host}", f"http://{host}/{path}"):
        assert build(any_footnote=False).normalizeLink(url) == normalizeLink(url)
