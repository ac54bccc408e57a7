"""What an engine must not touch."""

import pytest

from workflow.draft.masking import Mask, Masked, masked_sentence, protected_pieces
from workflow.draft.nodes import Kept, parse_nodes


def masked(markdown: str) -> list[Masked]:
    return list(masked_sentence(parse_nodes(markdown)))


def texts(markdown: str) -> list[str]:
    return [m.text for m in masked(markdown)]


def test_plain_text_is_sent_as_it_is() -> None:
    assert texts("Nothing here.") == ["Nothing here."]


def test_code_addresses_and_marks_are_masked_in_several_styles() -> None:
    assert texts("Run `ls` at <https://a.example> now") == [
        "Run (1) at (2) now",
        "Run K1 at K2 now",
        "Run §1 at §2 now",
    ]


def test_a_style_that_the_text_itself_uses_is_left_out() -> None:
    assert texts("Point (1) of `ls`") == ["Point (1) of K1", "Point (1) of §1"]


def test_a_mask_is_a_word_of_its_own() -> None:
    (first, *_) = masked("She said[^1] no `t`ime")
    assert first.text == "She said (1) no (2) ime"
    assert first.masks["(1)"] == Mask("[^1]", before=True, after=False)
    assert first.masks["(2)"] == Mask("`t`", before=False, after=True)


def test_too_much_to_mask_is_not_masked() -> None:
    assert texts(" ".join(["`a`"] * 10)) == []


def test_spans_are_known_by_their_places() -> None:
    (sentence,) = masked("The [*big* court](https://a.example) sat")
    places = [(sentence.text[p.start : p.end], p.opening) for p in sentence.places]
    assert places == [("big court", "["), ("big", "*")]


def test_a_mask_survives_once_or_not_at_all() -> None:
    (first, *_) = masked("Run `ls` now")
    assert first.survives_in("Ahora (1)")
    assert not first.survives_in("Ahora")
    assert not first.survives_in("(1) y (1)")


@pytest.mark.parametrize(
    "word",
    [
        "👩‍⚖️",
        "☀️🇪🇸",
        "https://a.example/b_c?d=1&e=2#f",
        "www.a.example",
        "ana.prueba+x@mail.example",
        "@ana_p",
        "#freedom",
        "report_2.pdf",
    ],
)
def test_what_is_copied_letter_by_letter(word: str) -> None:
    pieces = list(protected_pieces(f"See {word}, please."))
    assert [piece.text for piece in pieces if isinstance(piece, Kept)] == [word]
    assert "".join(piece.text for piece in pieces) == f"See {word}, please."


@pytest.mark.parametrize("text", ["No. 5", "5 @ 3", "e.g. this", "item # 4", "a.b"])
def test_what_is_none_of_these(text: str) -> None:
    assert not any(isinstance(piece, Kept) for piece in protected_pieces(text))


@pytest.mark.parametrize("part", ["a", "a-", "a.", "@", "#a", "http://", "www.", "a@"])
def test_a_long_word_takes_no_long_time(part: str) -> None:
    text = part * (100_000 // len(part))
    assert "".join(piece.text for piece in protected_pieces(text)) == text


def test_an_address_behind_brackets_with_markup_in_them_is_kept() -> None:
    pieces = list(protected_pieces("](../letter.pdf) and"))
    assert [piece.text for piece in pieces if isinstance(piece, Kept)] == ["(../letter.pdf)"]
