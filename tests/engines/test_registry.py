"""Engines are found by name, the built-in ones and those of other packages."""

import re
import sys
import textwrap
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from workflow import plugins
from workflow.document.units import Unit, UnitKind
from workflow.draft import draft_units
from workflow.engines import (
    Engine,
    best_engine,
    best_first,
    choose_engine,
    engine_names,
    load_engine,
    load_engines,
    registry,
)
from workflow.engines.none import NoEngine
from workflow.errors import InputError, MissingPart
from workflow.workspace.settings import ServerSettings


class Parrot:
    """A third-party engine: Latin only."""

    name = "parrot"

    def serves(self, source: str, target: str) -> bool:
        return target == "la"

    def open(self, source: str, target: str) -> None:
        raise MissingPart(f"no parrot speaks {target}", hint="Teach one.")


@pytest.fixture
def parrot(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = [
        EntryPoint("parrot", f"{__name__}:Parrot", registry.GROUP),
        EntryPoint("none", f"{__name__}:Parrot", registry.GROUP),
    ]
    monkeypatch.setattr(
        EntryPoint, "load", lambda self: Parrot if "Parrot" in self.value else NoEngine
    )
    monkeypatch.setattr(plugins, "entry_points", lambda group: installed)


def test_the_built_in_engines_are_there() -> None:
    assert {"argos", "none"} <= set(engine_names())


def test_an_unknown_engine_is_refused_with_the_names_of_the_others() -> None:
    with pytest.raises(InputError) as caught:
        load_engine("argus")
    assert "argos" in caught.value.hint


def test_a_package_adds_an_engine(parrot: None) -> None:
    assert load_engine("parrot").name == "parrot"


def test_a_package_cannot_take_the_name_of_a_built_in_engine(parrot: None) -> None:
    assert load_engine("none").name == "none"


def test_engines_that_are_not_on_this_machine_are_passed_over() -> None:
    assert [engine.name for engine in load_engines(("elsewhere", "none"))] == ["none"]


def test_an_order_without_any_engine_of_this_machine_is_refused() -> None:
    with pytest.raises(InputError, match="elsewhere"):
        load_engines(("elsewhere",))


def test_the_first_engine_that_serves_is_chosen(parrot: None) -> None:
    engines = load_engines(("parrot", "none"))
    assert choose_engine(engines, "en", "la").name == "parrot"
    assert choose_engine(engines, "en", "fr").name == "none"


def test_when_none_serves_the_first_engine_says_what_to_do() -> None:
    engines: list[Engine] = [Parrot()]
    with pytest.raises(MissingPart) as caught:
        choose_engine(engines, "en", "fr")
    assert caught.value.hint == "Teach one."


def test_none_serves_everybody_and_leaves_the_work_to_people() -> None:
    engine = NoEngine()
    assert engine.serves("ru", "ja")
    assert engine.open("ru", "ja") is None


class Local:
    """An engine on this machine that serves everything."""

    def __init__(self, name: str) -> None:
        self.name = name

    def serves(self, source: str, target: str) -> bool:
        return target != "la"

    def open(self, source: str, target: str) -> None:
        return None


def test_the_best_engine_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.engines.auto._has_package", lambda *_: False)
    server = ServerSettings(url="http://localhost:1")
    (remote,) = load_engines(("libretranslate",), {"libretranslate": server})
    engines = [Local("argos"), Local("apertium"), remote, Local("parrot")]
    names = [engine.name for engine in best_first(engines, "en", "es")]
    assert names == ["parrot", "libretranslate", "apertium", "argos"]
    assert best_engine(engines, "en", "es").name == "parrot"


def test_without_a_server_and_a_pair_there_is_no_best_engine() -> None:
    engines = [Local("argos"), *load_engines(("libretranslate", "openai"))]
    with pytest.raises(MissingPart, match="en → la"):
        best_engine(engines, "en", "la")


def test_the_example_in_the_docs_is_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (Path(__file__).parents[2] / "docs" / "engines.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"shout\.py`:\n\n((?:    .*\n|\n)+)", text)
    module = ModuleType("shout")
    exec(textwrap.dedent(example), module.__dict__)
    monkeypatch.setitem(sys.modules, "shout", module)
    entry = EntryPoint("shout", "shout:ShoutEngine", registry.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [entry])
    engine = load_engine("shout")
    assert (engine.serves("ru", "en"), engine.serves("ru", "es")) == (True, False)
    unit = Unit("p-1", UnitKind.PARAGRAPH, "One **two**.")
    draft = draft_units([unit], "ru", "en", engine).drafts["p-1"]
    assert (draft.text, draft.origin.package) == ("ONE **TWO**.", "shout 1.0")


def test_an_engine_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("parrot", "no_such_package:Parrot", registry.GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda group: [entry])
    with pytest.raises(MissingPart, match=r"the engine parrot cannot be loaded: .*no_such_package"):
        load_engine("parrot")
