"""The title of a text that does not say which of its lines that is."""

import pytest

from tests.document.importing.word import document, paragraph, run
from workflow.document.importing import About, Imported, import_source
from workflow.errors import InputError

SENTENCE = "The court of the river town sat for twenty minutes on Monday and heard nobody at all."
REST = "Nora Vale waited outside for her lawyer, and went home without an answer."


def text(first: str, title: str | None = None) -> Imported:
    data = f"{first}\n\n{REST}".encode()
    return import_source(data, "a.txt", corrections=About(title=title, language="en"))


def word(first: str, title: str | None = None) -> Imported:
    data = document(first + paragraph(REST))
    return import_source(data, "a.docx", corrections=About(title=title, language="en"))


@pytest.mark.parametrize("title", ["A court sat", "Who sat?", "And then...", "A trial in the U.S."])
def test_the_first_line_is_the_title_and_leaves_the_text(title: str) -> None:
    for found in (text(title), word(paragraph(title))):
        assert (found.source.title, found.source.body) == (title, REST)
    found = text(title, title="The boat")
    assert (found.source.title, found.source.body) == ("The boat", REST)
    assert [piece.text for piece in found.dropped] == [title]


@pytest.mark.parametrize(
    "first", [SENTENCE, "“We sat.”", "法院开庭。", "न्यायालय बैठा।", "Դատարանը նստեց։"]
)
def test_a_sentence_with_a_full_stop_is_text_and_the_title_is_asked_for(first: str) -> None:
    for found in (text(first, title="The boat"), word(paragraph(first), title="The boat")):
        assert (found.source.title, found.dropped) == ("The boat", ())
        assert found.source.body == f"{first}\n\n{REST}"
    with pytest.raises(InputError, match="no title was found"):
        text(first)
    with pytest.raises(InputError, match="no title was found"):
        word(paragraph(first))


def test_a_sentence_that_is_given_as_the_title_does_not_stand_in_the_text_too() -> None:
    assert text(SENTENCE, title=SENTENCE).source.body == REST


@pytest.mark.parametrize(
    "first",
    [paragraph(SENTENCE, "1"), paragraph(SENTENCE, "t"), paragraph(run(SENTENCE, "<w:b/>"))],
)
def test_a_sentence_that_is_set_apart_is_the_title(first: str) -> None:
    found = word(first)
    assert (found.source.title, found.source.body) == (SENTENCE, REST)
