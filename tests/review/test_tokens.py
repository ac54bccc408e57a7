import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.review.tokens import sentences, tokens, weight


@given(st.text() | st.text(alphabet="a .](<>@1,/:!*\n你ก"))
def test_nothing_is_lost(text):
    assert "".join(tokens(text)) == text
    assert [piece for sentence in sentences(tokens(text)) for piece in sentence] == list(
        tokens(text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They're well-known.", ["They're", " ", "well-known", "."]),
        ("1,200.50 at 10:30", ["1,200.50", " ", "at", " ", "10:30"]),
        ("12 %", ["12", " ", "%"]),
        ("[a b](https://x.example/a_(b))", ["[", "a", " ", "b", "](https://x.example/a_(b))"]),
        ('[a](/x "A title").', ["[", "a", '](/x "A title")', "."]),
        ("see https://x.example/y.", ["see", " ", "https://x.example/y", "."]),
        ("ana@bulletin.example,", ["ana@bulletin.example", ","]),
        ("**so** ...", ["**", "so", "**", " ", "..."]),
        ("می‌شود", ["می‌شود"]),
        ("مُحَمَّد", ["مُحَمَّد"]),
        ("他说", ["他", "说"]),
        ("ที่นี่", ["ที่", "นี่"]),
    ],
)
def test_pieces_are_what_a_reader_compares(text, expected):
    assert list(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed!", ["He left. ", "She stayed!"]),
        ("“He left.” She stayed.", ["“He left.” ", "She stayed."]),
        ("¿Vino? No.", ["¿Vino? ", "No."]),
        ("他走了。她留下。", ["他走了。", "她留下。"]),
        ("One line\\\nand another", ["One line\\\n", "and another"]),
        ("Version 2.0 is out", ["Version 2.0 is out"]),
    ],
)
def test_sentences_keep_the_space_behind_them(text, expected):
    assert ["".join(sentence) for sentence in sentences(tokens(text))] == expected


def test_long_words_tell_more_than_short_ones_and_spaces_hardly():
    assert weight("testimony") > weight("the") > weight(",") > weight(" ")
