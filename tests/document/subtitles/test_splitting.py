"""Texts are cut where a reader would draw breath, and no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.document.subtitles.splitting import lines, split
from workflow.document.subtitles.spoken import width

words = st.text(alphabet="abcdé ,.!水来，。「」—شغ\u0301'", max_size=60)
shares = st.lists(st.floats(0.1, 10), min_size=1, max_size=5)


def pieces(text: str, *wanted: float, room: int = 84) -> list[str]:
    return [text[a:b] for a, b in split(text, wanted, room)]


@given(words, shares, st.integers(1, 50))
def test_nothing_is_lost_and_nothing_stands_twice(
    text: str, wanted: list[float], room: int
) -> None:
    spans = split(text, wanted, room)
    assert len(spans) == len(wanted)
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")
    assert [a for a, _ in spans] == sorted(a for a, _ in spans)


def test_pieces_are_in_proportion_to_their_time() -> None:
    text = "When the water came we were all of us sleeping and nobody had told us"
    assert pieces(text, 1, 1) == [
        "When the water came we were all of",
        "us sleeping and nobody had told us",
    ]
    assert pieces(text, 3, 1) == [
        "When the water came we were all of us sleeping and",
        "nobody had told us",
    ]


def test_a_comma_is_a_better_place_than_the_middle() -> None:
    text = "When the water came to us, we were sleeping"
    assert pieces(text, 1, 1) == ["When the water came to us,", "we were sleeping"]


def test_no_piece_is_longer_than_its_room_if_another_place_will_do() -> None:
    assert pieces("aaaa bbbb cccc, dddd", 5, 1, room=10) == ["aaaa bbbb", "cccc, dddd"]


def test_fewer_words_than_pieces_leave_the_last_ones_empty() -> None:
    assert pieces("Nobody knew", 1, 1, 1) == ["Nobody", "knew", ""]


def test_no_line_begins_with_a_full_stop_in_chinese() -> None:
    text = "水来的时候我们都在睡觉，没有人告诉我们。"
    found = [text[a:b] for a, b in lines(text, 12, 2)]
    assert found == ["水来的时候我们都在睡觉，", "没有人告诉我们。"]


@pytest.mark.parametrize(("text", "count"), [("Short.", 1), ("word " * 10, 2), ("word " * 40, 2)])
def test_a_text_has_as_few_lines_as_it_needs(text: str, count: int) -> None:
    assert len(lines(text, 42, 2)) == count


def test_accents_take_no_room() -> None:
    assert width("e\u0301ta\u0301") == 3
