"""Withheld names are hidden letter for letter, in whatever shape a text is in."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import NotReady
from workflow.withheld import Seeker
from workflow.withheld.listing import VARIABLE, withhold
from workflow.withheld.redaction import Redaction, for_files, for_reader, with_texts
from workflow.workspace.workspace import Workspace

HIDING = Redaction(Seeker(["Anna Orlinskaya", "Ada"]))


def test_a_bar_is_as_long_as_the_name() -> None:
    assert HIDING.hidden("Anna Orlinskaya left") == "████ ██████████ left"
    assert HIDING.hidden("суд над Анной Орлинской") == "суд над █████ █████████"


def test_a_colour_within_a_name_stays() -> None:
    assert HIDING.hidden("Anna \x1b[31mOrlinskaya\x1b[0m") == "████ \x1b[31m██████████\x1b[0m"


def test_letters_of_an_id_are_no_name() -> None:
    assert HIDING.hidden("p-7ada91 and Ada") == "p-7ada91 and ███"


def test_a_part_of_a_name_is_hidden_where_the_whole_is_spoken_of() -> None:
    said = HIDING.beside("They met Anna Orlinskaya.")
    assert said.hidden("“Orlinskaya” is spelt twice") == "“██████████” is spelt twice"
    assert HIDING.hidden("“Orlinskaya” is spelt twice") == "“Orlinskaya” is spelt twice"


@dataclass(frozen=True)
class Remark:
    text: str
    number: int
    also: tuple[str, ...] = ()


class Place(NamedTuple):
    name: str
    line: int


def test_names_are_hidden_in_every_shape_of_value() -> None:
    value = {"Ada": [Remark("Ada", 1, ("Ada", "Bob"))], "place": (Place("Ada", 2), None)}
    assert HIDING.hidden_in(value) == {
        "Ada": [Remark("███", 1, ("███", "Bob"))],
        "place": (Place("███", 2), None),
    }


@given(st.text(alphabet="Anа dлОrlinskayaй.,\n—"))
def test_nothing_is_left_and_nothing_moves(text: str) -> None:
    hidden = HIDING.hidden(text)
    assert len(hidden) == len(text)
    assert [c for c in hidden if c.isspace()] == [c for c in text if c.isspace()]
    assert not HIDING.places(hidden)


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner)))
def test_a_value_that_nothing_is_changed_in_stays(value: object) -> None:
    assert with_texts(value, lambda text: text) == value


@pytest.fixture
def withholding(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Workspace:
    """A workspace that withholds a name from all but Ben."""
    monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("outside") / "list.txt"))
    withhold(workspace, "Anna Orlinskaya")
    with (workspace.root / "workflow.toml").open("a", encoding="utf-8") as settings:
        settings.write('[withheld]\nreaders = ["ben"]\n')
    return Workspace.find(workspace.root)


def test_a_reader_sees_names_on_the_screen(withholding: Workspace) -> None:
    text = "Anna Orlinskaya"
    assert for_reader(withholding, "ben").hidden(text) == text
    assert for_reader(withholding, "ana").hidden(text) != text
    assert for_reader(withholding, None).hidden(text) != text


def test_nothing_leaves_a_computer_without_the_list(
    withholding: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere.txt"))
    assert for_reader(withholding, "ana").hidden("Anna Orlinskaya") == "Anna Orlinskaya"
    with pytest.raises(NotReady, match="not on this computer"):
        for_files(withholding)
