"""YAML from untrusted files: plain values, and an error with file and line for everything else."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow import safe_yaml
from workflow.errors import InputError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no: Norwegian", {"no": "Norwegian"}),
        ("- on\n- yes\n- true", ["on", "yes", True]),
        ("a: =\n<<: b", {"a": "=", "<<": "b"}),
        ("a: 'x: y'", {"a": "x: y"}),
        ("", None),
    ],
)
def test_plain_values(text: str, value: object) -> None:
    assert safe_yaml.load(text, "a.yaml") == value


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &a [1]\nb: *a", "aliases are not allowed"),
        ("\na: !!python/object/apply:os.system [id]", "tag .* is not allowed"),
        ("\na: !!timestamp 3", "tag .* is not allowed"),
        ("a: 1\na: 2", "the key 'a' stands twice"),
        ("\n? [a, b]\n: c", "a key must be one word"),
        ("a: 1\nb: 2024-13-01", "month must be in"),
        ("a: 1\nb: " + "9" * 5000, "limit"),
        ("a: b\nc: 'd", "while scanning|found unexpected end"),
        ("a: b\n--- c", "another document"),
        ("\n" + "[" * 100_000, "nested too deeply"),
        ("\n" + "- " * 5000, "nested too deeply"),
        ("\n" + "{a: " * 200, "nested too deeply"),
    ],
)
def test_what_is_not_plain_is_told_with_the_line(text: str, problem: str) -> None:
    with pytest.raises(InputError, match=rf"^a\.yaml:[23]: .*({problem})"):
        safe_yaml.load(text, "a.yaml")


def test_a_text_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_yaml, "MAX_SIZE", 10)
    with pytest.raises(InputError, match="too large"):
        safe_yaml.load("a: " + "b" * 10, "a.yaml")


@given(st.text("ab:-[]{}!&*|>'\"#? \n\t0", max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(InputError):
        safe_yaml.load(text, "a.yaml")
