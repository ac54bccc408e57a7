"""Runs written as Markdown read back as the same words, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.document.importing.runs import Run, markdown, plain, reads_as, trimmed


def written(*runs: Run) -> str:
    return markdown(trimmed(runs))


def test_spaces_move_out_of_emphasis() -> None:
    assert written(Run("a"), Run(" b ", strong=True), Run("c")) == "a **b** c"


def test_a_stop_that_would_keep_emphasis_open_moves_out() -> None:
    assert written(Run("Суд:", strong=True), Run("отказал")) == "**Суд**:отказал"


def test_links_hold_their_emphasis() -> None:
    assert written(Run("See "), Run("this", emphasis=True, link="https://a.example/x y")) == (
        "See [*this*](https://a.example/x%20y)"
    )


def test_words_that_look_like_markup_are_escaped() -> None:
    assert (
        written(Run("1. Two *stars*, <b> and [a](b)")) == "1\\. Two \\*stars\\*, \\<b> and [a\\](b)"
    )


def test_brackets_of_an_editor_stay_as_they_are() -> None:
    assert written(Run("he said [of the law – ed.]")) == "he said [of the law – ed.]"


def test_breaks() -> None:
    assert written(Run("one \n two"), Run("\n- three")) == "one\\\ntwo\\\n\\- three"


_RUNS = st.lists(
    st.builds(
        Run,
        st.text(
            st.one_of(
                st.sampled_from("*_[]()<>`#-+.!|\\&;:~=1 \n"), st.characters(categories=["L", "P"])
            ),
            max_size=12,
        ),
        strong=st.booleans(),
        emphasis=st.booleans(),
        code=st.just(False),
        link=st.sampled_from([None, None, "https://a.example/(x)_y_", "mailto:a@b.example"]),
    ),
    max_size=6,
)


@given(_RUNS)
def test_any_runs_read_back_as_their_text(runs: list[Run]) -> None:
    tidy = trimmed(runs)
    assert reads_as(markdown(tidy), plain(tidy))


@given(_RUNS)
def test_trimming_twice_changes_nothing_more(runs: list[Run]) -> None:
    once = trimmed(runs)
    assert trimmed(once) == once
