"""The words of a text that may be names are the same, read chunk by chunk or in one go."""

from hypothesis import example, given
from hypothesis import strategies as st

from workflow.language.proper_names import _WORD, NamedText

TEXTS = st.text(alphabet="ABab.'’-( \u00a0\t\n") | st.text()


@given(TEXTS)
@example("the U. S. passport")
@example("the U.\u00a0S. passport")
@example("chez d'O'Brien")
def test_chunks_hold_the_words_of_the_text(text: str) -> None:
    named = NamedText(text, "en")
    whole = [
        (match[1] if match[1].isalpha() else "".join(filter(str.isalnum, match[1])), match.span(1))
        for match in _WORD.finditer(text)
    ]
    assert named.words == [word for word, _ in whole]
    assert [(name.text, name.span) for name in named.capitalised] == [
        (word, span) for word, span in whole if word[0].isupper()
    ]
    assert all(named.at(name.place) == name for name in named.capitalised)
