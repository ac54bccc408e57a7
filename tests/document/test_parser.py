from hypothesis import given
from hypothesis import strategies as st

from workflow.document.parser import build

LETTERS = "ab ё¶ \t\n.,;:-~!?*_`[]()<>&\\^#|=+$@{}\"'/%1"
TEXTS = st.text(alphabet=st.sampled_from(LETTERS), max_size=30)


@given(TEXTS)
def test_text_without_markup_is_read_as_if_every_rule_had_been_asked(text: str) -> None:
    for any_footnote in (True, False):
        quick, thorough = (build(any_footnote=any_footnote, quick=q) for q in (True, False))
        assert quick.parse(text) == thorough.parse(text)
        assert quick.inline.parse(text, quick, {}, []) == thorough.inline.parse(
            text, thorough, {}, []
        )
