from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.server.marking import Mark, marked

spans = st.tuples(st.integers(-1, 12), st.integers(-1, 12))


@settings(deadline=None)  # the parser is loaded at the first text
@given(st.text(max_size=10), st.lists(spans.map(lambda span: Mark(span=span, kind="term"))))
def test_the_pieces_are_the_text(text, marks):
    assert "".join(piece.text for piece in marked(text, marks)) == text


def test_of_marks_that_overlap_the_first_one_stays():
    first, second = Mark(span=(4, 9), kind="finding"), Mark(span=(0, 6), kind="term")
    pieces = marked("The court", [first, second])
    assert [(piece.text, piece.mark) for piece in pieces] == [("The ", None), ("court", first)]


def test_signs_of_markdown_are_marked_where_nothing_else_is():
    pieces = marked("He **denies** it", [Mark(span=(5, 11), kind="term")])
    kinds = [(piece.text, piece.mark.kind if piece.mark else "") for piece in pieces]
    assert kinds == [
        ("He ", ""),
        ("**", "markup"),
        ("denies", "term"),
        ("**", "markup"),
        (" it", ""),
    ]
