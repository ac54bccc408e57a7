"""Language tags: one spelling, and none that names nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.language.tags import known, language, standard


@pytest.mark.parametrize(
    ("written", "usual"),
    [("EN", "en"), ("pt_br", "pt-BR"), ("sr-latn", "sr-Latn"), ("es-419", "es-419")],
)
def test_a_tag_has_one_spelling(written: str, usual: str) -> None:
    assert standard(written) == usual
    assert known(written) == usual


@pytest.mark.parametrize("wrong", ["", "English", "e", "en-", "../en", "en-x-private", "de-1996"])
def test_only_language_script_and_region(wrong: str) -> None:
    with pytest.raises(InputError, match="is not a language tag"):
        standard(wrong)


@pytest.mark.parametrize("wrong", ["zz", "en-ZY", "qqq-Abcd"])
def test_a_tag_that_names_nothing_is_refused(wrong: str) -> None:
    with pytest.raises(InputError, match="names no language"):
        known(wrong)


@given(st.text(max_size=12))
def test_whatever_is_accepted_can_be_a_file_name(text: str) -> None:
    try:
        tag = standard(text)
    except InputError:
        return
    assert tag.replace("-", "").isalnum()
    assert standard(tag) == tag
    assert tag.startswith(language(tag))
