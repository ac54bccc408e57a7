"""The same work in several processes."""

import pytest

from workflow.checks import run, spreading
from workflow.checks.check import Context, Pair
from workflow.checks.run import findings_by_pair, spread_findings
from workflow.checks.spreading import spread
from workflow.errors import InputError


@pytest.fixture(params=[1, 2])
def _cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "cores", lambda: request.param)
    monkeypatch.setattr(run, "cores", lambda: request.param)


@pytest.mark.usefixtures("_cores")
def test_answers_come_in_order() -> None:
    assert list(spread(lambda word: word * 2, ["a", "b", "c"])) == ["aa", "bb", "cc"]


@pytest.mark.usefixtures("_cores")
def test_an_error_comes_back_whole() -> None:
    def refuse(number: int) -> int:
        raise InputError(f"{number} is wrong", hint="Take another.")

    with pytest.raises(InputError, match="1 is wrong") as caught:
        list(spread(refuse, [1, 2]))
    assert caught.value.hint == "Take another."


@pytest.mark.usefixtures("_cores")
def test_a_long_text_has_the_findings_that_it_has_in_one_process() -> None:
    pairs = [
        Pair(f"p-{number}", None, "О суде", f"The the court {number % 3}", "ru", "en")
        for number in range(run._LONG + 7)
    ]
    there = findings_by_pair(pairs, Context())
    assert {finding.check for _, finding in there} == {"doubled-words", "inconsistent", "numbers"}
    assert spread_findings(pairs, Context()) == there
