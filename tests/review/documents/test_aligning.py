import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.review.documents.aligning import align_paragraphs

UNITS = {
    "title": "El tribunal prolonga el arresto",
    "p-1": "El tribunal de Ravnoye prolongó el arresto de Pavel Orlin.",
    "p-2": "La primera vista duró veinte minutos.",
    "p-3": "La segunda vista se celebró a puerta cerrada.",
}


def came(**changed: str) -> list[str]:
    return list(
        {**UNITS, **{key.replace("_", "-"): text for key, text in changed.items()}}.values()
    )


def test_paragraphs_that_were_edited_are_found_by_likeness():
    text = came(p_1="El juez de Ravnoye prolongó otra vez el arresto de Pavel Orlin.")
    assert align_paragraphs(text, UNITS) == {"title": 0, "p-1": 1, "p-2": 2, "p-3": 3}


def test_a_paragraph_written_anew_between_two_that_are_certain_is_that_unit():
    text = came(p_2="Todo acabó en menos de media hora, según Orlin.")
    assert align_paragraphs(text, UNITS)["p-2"] == 2


@pytest.mark.parametrize(
    ("paragraphs", "problem"),
    [
        (came()[:2] + came()[3:], r"p-2 \(“La primera vista duró veinte m…”\) is missing"),
        ([*came(), "Traducido por Ana."], r"paragraph 5 \(“Traducido por Ana.”\) was not in"),
        (
            [*came()[:1], "El tribunal de Ravnoye prolongó", "el arresto.", *came()[2:]],
            "paragraph 3 .* was not in",
        ),
        (came(p_1="Uno.", p_2="Dos."), "p-1 .*, p-2 .* came back as paragraph 2 .*, paragraph 3"),
    ],
    ids=["lost", "new", "split", "two rewritten"],
)
def test_what_is_in_doubt_is_named(paragraphs, problem):
    with pytest.raises(InputError, match=problem):
        align_paragraphs(paragraphs, UNITS)


def test_paragraphs_in_another_order_are_in_doubt():
    with pytest.raises(InputError, match="cannot be told apart"):
        align_paragraphs(came()[::-1], UNITS)


@given(st.lists(st.text(min_size=1), max_size=8))
def test_a_text_that_nobody_touched_aligns_with_itself(texts):
    units = {f"p-{n}": text for n, text in enumerate(texts)}
    assert align_paragraphs(texts, units) == {key: n for n, key in enumerate(units)}
