"""Words that are decided on before the engine sees a sentence."""

from workflow.draft.keeping import Decided, with_decided
from workflow.draft.nodes import parse_nodes, plain_text, to_markdown


def decided(markdown: str, term: str, words: str) -> str:
    nodes = parse_nodes(markdown)
    start = plain_text(nodes).index(term)
    return to_markdown(with_decided(nodes, [Decided(start, start + len(term), words)]))


def test_words_are_put_in_between_the_others() -> None:
    assert decided("The court sat.", "court", "tribunal") == "The tribunal sat."


def test_words_within_markup_and_behind_it() -> None:
    assert decided("A [new court](https://a.example).", "court", "tribunal") == (
        "A [new tribunal](https://a.example)."
    )
    assert decided("*A* new court", "court", "tribunal") == "*A* new tribunal"


def test_the_words_are_no_markup() -> None:
    assert decided("The court sat.", "court", "*x*") == "The \\*x\\* sat."


def test_words_that_markup_cuts_in_two_stay() -> None:
    assert decided("The *high* court", "high court", "tribunal superior") == "The *high* court"


def test_addresses_stay_whole() -> None:
    text = "See court@paper.example"
    assert decided(text, "court", "tribunal") == text
