"""TMX: written and read again, from other tools, and from those who mean harm."""

import io
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from workflow.document.inline import escape, markup_signature, plain
from workflow.errors import InputError
from workflow.exchange.tmx import Pair, Skipped, read_tmx, write_tmx

OTHER_TOOL = """\
<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="Other" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
 srclang="EN-US" datatype="html"/>
<body>{}</body>
</tmx>
"""


def read(text: str, skipped: Skipped | None = None) -> list[Pair]:
    return list(read_tmx(io.BytesIO(text.encode()), "memory.tmx", skipped))


def written(*pairs: Pair) -> str:
    return "".join(write_tmx(pairs, "workflow", "1.0"))


def unit(*variants: tuple[str, str], more: str = "") -> str:
    texts = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants)
    return f"<tu{more}>{texts}</tu>"


def test_a_pair_comes_back_as_it_went() -> None:
    pair = Pair(
        "ru", "en", "Суд **продлил** арест.[^1]", "The court [extended](https://a.example/?a&b) it."
    )
    dated = pair._replace(by="ana", at="2026-03-01T10:20:30Z")
    assert read(written(pair, dated)) == [pair, dated]


def test_other_tools_see_words_and_codes() -> None:
    root = etree.fromstring(written(Pair("en", "es", "**Yes**, *no*", "Sí")).encode())
    segment = root.find(".//seg")
    assert segment is not None
    assert [(code.tag, code.get("i"), code.text, code.tail) for code in segment] == [
        ("bpt", "1", "**", "Yes"),
        ("ept", "1", "**", ", "),
        ("bpt", "2", "*", "no"),
        ("ept", "2", "*", None),
    ]


def test_codes_of_another_tool_are_left_out_and_its_text_is_no_markup() -> None:
    text = unit(
        ("en-US", 'A <bpt i="1">&lt;b></bpt>*bold*<ept i="1">&lt;/b></ept> word'), ("es", "x")
    )
    (pair,) = read(OTHER_TOOL.format(text))
    assert pair.source == r"A \*bold\* word"
    assert (pair.source_language, pair.target_language) == ("en-US", "es")


def test_each_language_beside_the_source_is_a_pair() -> None:
    text = unit(("es", "Sí"), ("en", "Yes"), ("pt_br", "Sim"), ("x-klingon", "HIja"), ("de", " "))
    skipped = Skipped()
    assert read(OTHER_TOOL.format(text), skipped) == [
        Pair("en", "es", "Yes", "Sí"),
        Pair("en", "pt-BR", "Yes", "Sim"),
    ]
    assert skipped == Counter({"no language tag that is known": 1, "empty or too long": 1})


def test_who_and_when_are_read() -> None:
    more = ' creationdate="20250102T030405Z" creationid="ANA"'
    (pair,) = read(OTHER_TOOL.format(unit(("en", "Yes"), ("es", "Sí"), more=more)))
    assert (pair.by, pair.at) == ("ANA", "2025-01-02T03:04:05Z")


def test_utf_16_is_read() -> None:
    text = written(Pair("en", "ru", "Yes", "Да")).replace("UTF-8", "UTF-16")
    assert len(list(read_tmx(io.BytesIO(text.encode("utf-16")), "memory.tmx"))) == 1


def test_a_text_without_end_is_left_out() -> None:
    skipped = Skipped()
    assert read(OTHER_TOOL.format(unit(("en", "a" * 200_000), ("es", "b"))), skipped) == []
    assert sum(skipped.values()) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<tmx><body><tu>", "memory.tmx:1: not sound XML"),
        ("", "not sound XML"),
        ("<html></html>", "it begins with <html>"),
        ('<?xml version="1.0" encoding="utf-7-8"?><tmx/>', "unknown encoding: utf-7-8"),
        ('<!DOCTYPE tmx [<!ENTITY a "aaaa">]><tmx>&a;</tmx>', "it declares entities"),
        ('<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>', "entities"),
        (f"<tmx>{'<a>' * 100}", "nested too deeply"),
        (f'<tmx a="{"b" * (17 << 20)}', "without end"),
        (f"<tmx><!-- {'b' * (17 << 20)}", "without end"),
        (f"<tmx><tu>{'<tuv><seg>a</seg></tuv>' * 600}", "too many texts"),
    ],
    ids=lambda value: value[:30],
)
def test_what_is_no_tmx_is_refused(text: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read(text)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(
    lambda text: " ".join(text.split())
)
MARKED = st.lists(
    st.one_of(
        WORDS.map(escape),
        st.sampled_from(
            ["**bold**", "*em*", "`code`", "[a](https://a.example)", "[^1]", "&", "<b>"]
        ),
    ),
    min_size=1,
).map(" ".join)


@given(MARKED.filter(lambda text: plain(text).strip()))
def test_words_and_markup_survive_whatever_they_are(text: str) -> None:
    for pair in read(written(Pair("en", "es", text, "x"))):
        assert markup_signature(pair.source) == markup_signature(text)
        assert read(written(pair)) == [pair]


@given(st.binary(max_size=200))
def test_no_bytes_do_harm(data: bytes) -> None:
    with pytest.raises(InputError):
        list(read_tmx(io.BytesIO(data), "memory.tmx"))
