"""Many articles with the real engine: interrupted, gone on with, and in little memory."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that measures this."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("many")


@pytest.mark.peer
def test_an_interrupted_run_goes_on_and_needs_little_memory(
    many: ModuleType, tmp_path: Path
) -> None:
    small, large = tmp_path / "small", tmp_path / "large"
    many.make(small, 1, 1)
    many.make(large, 120, 4)
    alone = many.translate(small)

    first = many.translate(large, interrupt_after=1)
    assert first.code == 130
    assert 0 < many.drafted(large) < 120

    second = many.translate(large)
    assert second.code == 0
    assert many.drafted(large) == 120
    assert max(first.megabytes, second.megabytes) - alone.megabytes < 200
