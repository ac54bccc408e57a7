"""No text makes a check stumble, and every finding says where it is in the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.checks.check import Context, Pair
from workflow.checks.run import check_pairs

SCRAPS = [
    "the",
    "the ",
    "Суд ",
    "und ",
    "(",
    ")",
    "“",
    "”",
    '"',
    "«",
    " 1,000 ",
    "3:40",
    "10bn",
    "**",
    "[a](b)",
    "![](../b.png)",
    "https://a.example",
    "a@b.example",
    "`x`",
    "[^1]",
    "..",
    " ,",
    "XX ",
    "三万",
    "7月",
    "\n",
    "\\",
    "&amp;",
    "<b>",
    "½",
    "17.07.2015",
    "-",
    "’",
]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(SCRAPS),
        st.text(max_size=4),
    ),
    max_size=12,
).map("".join)
LANGUAGES = st.sampled_from(["en", "ru", "fr", "zh", "sr-Latn", "qqq"])


@settings(deadline=None)  # the first text of a language opens its dictionary
@given(st.none() | TEXTS, TEXTS, LANGUAGES, LANGUAGES)
def test_findings_stay_inside_the_text(
    source: str | None, target: str, out_of: str, into: str
) -> None:
    pair = Pair("p-1", None, source, target, out_of if source is not None else None, into)
    for found in check_pairs([pair], Context()):
        assert found.message
        if found.span is None:
            assert found.excerpt == ""
        else:
            start, end = found.span
            assert 0 <= start <= end <= len(target)
            assert found.excerpt == target[start:end]
