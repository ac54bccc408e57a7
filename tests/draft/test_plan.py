"""Units laid out as sentences, with nothing lost between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.draft.nodes import parse_nodes, plain_text, to_markdown
from workflow.draft.plan import Sentence, plan


def shown(markdown: str, tag: str = "en") -> list[str]:
    """The steps of a plan; sentences stand in ⟨ ⟩."""
    return [
        f"⟨{to_markdown(step.nodes)}⟩" if isinstance(step, Sentence) else step
        for step in plan(parse_nodes(markdown), tag)
    ]


def test_sentences_are_apart_from_the_space_between_them() -> None:
    assert shown("One. Two.") == ["⟨One.⟩", " ", "⟨Two.⟩"]


def test_a_span_inside_of_a_sentence_stays_in_it() -> None:
    assert shown("He **said** so. [Really](https://a.example).") == [
        "⟨He **said** so.⟩",
        " ",
        "⟨[Really](https://a.example).⟩",
    ]


def test_a_span_over_several_sentences_is_opened_around_them() -> None:
    assert shown("*One. Two.* Three.") == ["*", "⟨One.⟩", " ", "⟨Two.⟩", "*", " ", "⟨Three.⟩"]


def test_the_mark_of_a_footnote_stays_behind_its_sentence() -> None:
    assert shown("One.[^1] Two.") == ["⟨One.⟩", "[^1]", " ", "⟨Two.⟩"]


def test_no_sentence_goes_on_behind_a_hard_break() -> None:
    assert shown("One\\\ntwo **three\\\nfour**") == [
        "⟨One⟩",
        "\\\n",
        "⟨two⟩",
        " ",
        "**",
        "⟨three⟩",
        "\\\n",
        "⟨four⟩",
        "**",
    ]


def test_initials_and_statutes_stay_in_their_sentence() -> None:
    assert shown("А. Б. Иванов назвал ст. 282. Суд ушёл.", "ru") == [
        "⟨А. Б. Иванов назвал ст. 282.⟩",
        " ",
        "⟨Суд ушёл.⟩",
    ]


PIECES = [
    "One",
    "two.",
    "*a*",
    "**B. C**",
    "[x](https://a.example)",
    "`c`",
    "[^1]",
    "\\\n",
    "?",
    ",",
]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join), st.sampled_from(["en", "ru", "ja"]))
def test_the_steps_are_the_whole_unit(markdown: str, tag: str) -> None:
    steps = plan(parse_nodes(markdown), tag)
    whole = "".join(s if isinstance(s, str) else to_markdown(s.nodes) for s in steps)
    assert plain_text(parse_nodes(whole)) == plain_text(parse_nodes(markdown))
    for step in steps:
        if isinstance(step, Sentence):
            text = plain_text(step.nodes)
            assert text == text.strip()


@pytest.mark.parametrize("markdown", ["", " ", "[^1]", "\\\n"])
def test_a_unit_may_hold_no_sentence(markdown: str) -> None:
    assert not any(isinstance(step, Sentence) for step in plan(parse_nodes(markdown), "en"))
