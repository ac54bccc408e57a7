"""Engines for tests: one whose words are given, and the real one in folders of its own."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from workflow.engines import Engine, Proposal


class ScriptedEngine:
    """Translates by a function, and notes every batch that it is sent."""

    name = "scripted"
    package = "script 1"
    notice = None

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate
        self.batches: list[list[str]] = []

    def serves(self, source: str, target: str) -> bool:
        return True

    def open(self, source: str, target: str) -> "ScriptedEngine":
        return self

    def translate(self, sentences: Sequence[str]) -> list[Proposal]:
        self.batches.append(list(sentences))
        return [Proposal(text=self._translate(sentence)) for sentence in sentences]


@pytest.fixture
def scripted() -> type[ScriptedEngine]:
    return ScriptedEngine


@pytest.fixture(scope="session")
def argos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The real engine with nothing but the starter."""
    home = tmp_path_factory.mktemp("home")
    packages = home / "packages"
    packages.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        from argostranslate import settings

        from workflow.engines.argos import ArgosEngine

        patch.setattr(settings, "package_dirs", [Path(packages)])
        engine = ArgosEngine()
        engine.open("en", "es")
        yield engine
