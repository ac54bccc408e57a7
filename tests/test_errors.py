"""Errors keep what they say, wherever they are raised."""

import pickle

import pytest

from workflow.errors import InputError, MissingPart, NotReady, SettingsError, StaleError


@pytest.mark.parametrize("kind", [InputError, SettingsError, StaleError, NotReady, MissingPart])
def test_an_error_comes_back_whole_from_another_process(kind: type) -> None:
    again = pickle.loads(pickle.dumps(kind("what happened", hint="what to do")))
    assert type(again) is kind
    assert (again.message, again.hint) == ("what happened", "what to do")
