from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workflow.language.direction import Direction
from workflow.publish.docx.bidi import directional_runs

LTR, RTL = Direction.LTR, Direction.RTL


def runs(text: str, base: Direction) -> list[tuple[Direction, str]]:
    return list(directional_runs(text, base))


def test_one_direction_is_one_run() -> None:
    assert runs("Plain words, 12.", LTR) == [(LTR, "Plain words, 12.")]
    assert runs("كلمات، 12.", RTL) == [(RTL, "كلمات، 12.")]
    assert runs("", LTR) == []
    assert runs("12 — …", RTL) == [(RTL, "12 — …")]


def test_foreign_words_keep_the_spaces_between_them_and_no_others() -> None:
    assert runs("قال Timur Bekov (نعم)", RTL) == [
        (RTL, "قال "),
        (LTR, "Timur Bekov"),
        (RTL, " (نعم)"),
    ]
    assert runs("He said نعم نعم.", LTR) == [(LTR, "He said "), (RTL, "نعم نعم"), (LTR, ".")]


@given(st.text(alphabet="ab 12.()اب", max_size=40), st.sampled_from(Direction))
def test_the_runs_together_are_the_text(text: str, base: Direction) -> None:
    found = runs(text, base)
    assert "".join(stretch for _, stretch in found) == text
    assert all(stretch for _, stretch in found)
    for (before, _), (after, _) in pairwise(found):
        assert before is not after


@given(st.text(alphabet="ab 12.()اب", max_size=40), st.sampled_from(Direction))
def test_a_run_has_strong_characters_of_its_own_direction_only(text: str, base: Direction) -> None:
    for side, stretch in runs(text, base):
        strong = {RTL if "ا" <= c <= "ي" else LTR for c in stretch if c.isalpha()}
        assert strong <= {side}
