"""Checks that other packages bring."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from workflow import plugins
from workflow.checks import registry
from workflow.checks.check import Check, Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.checks.run import check_pairs
from workflow.errors import MissingPart


@check("no-exclamations", Severity.INFO)
def no_exclamations(pair: Pair, _: Context) -> Iterator[Mark]:
    """An exclamation mark.

    Why: our house does not shout.

    Fails (en): Stop!
    Passes (en): Stop.
    """
    place = pair.text.find("!")
    if place >= 0:
        yield Mark("We do not shout.", (place, place + 1), (".",))


def bring(monkeypatch: pytest.MonkeyPatch, value: object) -> None:
    """Let one package be installed whose entry point leads to `value`."""
    entry = SimpleNamespace(name="ours", value="ours:check", load=lambda: value)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [entry])
    registry.all_checks.cache_clear()


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    yield
    registry.all_checks.cache_clear()


def test_a_check_of_another_package_runs_with_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, no_exclamations)
    (found,) = check_pairs([Pair("p-1", None, None, "Stop!", None, "en")], Context())
    assert (found.check, found.severity) == ("no-exclamations", Severity.INFO)


def test_a_name_that_is_taken_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, Check("quotes", Severity.INFO, no_exclamations.doc))
    with pytest.raises(MissingPart, match="there is one of that name"):
        registry.all_checks()


@pytest.mark.parametrize("value", [len, Check("x", Severity.INFO, "Too short.")])
def test_what_is_no_check_is_refused(monkeypatch: pytest.MonkeyPatch, value: object) -> None:
    bring(monkeypatch, value)
    with pytest.raises(MissingPart, match=r"leads to no check|lacks a part"):
        registry.all_checks()


@check("fragile", Severity.INFO)
def fragile(pair: Pair, _: Context) -> Iterator[Mark]:
    """A check that breaks.

    Why: somebody made a mistake in it.

    Fails (en): Stop!
    Passes (en): Stop.
    """
    names: dict[str, str] = {}
    yield Mark(names[pair.text])


def test_a_check_that_breaks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, fragile)
    pairs = [Pair("p-1", None, None, "Stop!", None, "en")]
    with pytest.raises(MissingPart, match=r"^the check ours failed: KeyError: 'Stop!'") as caught:
        check_pairs(pairs, Context())
    assert "ours = ours:check" in (caught.value.hint or "")
    assert check_pairs(pairs, Context(off=frozenset({"fragile"}))) == []
