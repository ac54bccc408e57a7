from pathlib import Path

import pytest

from workflow.errors import MissingPart
from workflow.language.dictionaries import dictionary
from workflow.language.user_cache import user_cache


def nowhere(name: str) -> Path:
    raise RuntimeError(f"could not determine the home directory for {name}")


def below(name: str) -> Path:
    return Path("~/.cache", name)


@pytest.fixture(params=[nowhere, below])
def homeless(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.language.user_cache.user_cache_path", request.param)


@pytest.mark.usefixtures("homeless")
def test_a_user_without_a_home_has_none() -> None:
    with pytest.raises(MissingPart, match="home"):
        user_cache()


@pytest.mark.usefixtures("homeless")
def test_dictionaries_are_read_all_the_same() -> None:
    assert dictionary.__wrapped__("es")["detenciones"] == "detención"
