"""Sentences in shorter parts."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.draft.clauses import clauses
from workflow.draft.nodes import parse_nodes, plain_text, to_markdown
from workflow.draft.plan import Step


def parts(markdown: str) -> list[str]:
    return [written(step) for step in clauses(parse_nodes(markdown))]


def written(step: Step) -> str:
    return step if isinstance(step, str) else to_markdown(step.nodes)


def test_a_long_sentence_is_cut_between_its_clauses() -> None:
    assert parts("The court sat for hours, but nobody knew *why it did*; so they left early.") == [
        "The court sat for hours",
        ", ",
        "but nobody knew *why it did*",
        "; ",
        "so they left early.",
    ]


def test_nothing_is_cut_off_that_is_too_short() -> None:
    assert parts("On Monday, the court sat for hours, too.") == [
        "On Monday, the court sat for hours, too."
    ]


def test_a_span_stays_in_one_piece() -> None:
    assert len(parts("She wrote [a long letter, and then she left](https://a.example).")) == 1


@given(st.text(alphabet="ab *,;–:`", max_size=60))
def test_the_parts_are_the_sentence(markdown: str) -> None:
    nodes = parse_nodes(markdown)
    steps = clauses(nodes)
    shown = [step if isinstance(step, str) else plain_text(step.nodes) for step in steps]
    assert "".join(shown) == plain_text(nodes)
