"""The PO file: the same text for every reader, and accepted by gettext's own tools."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.workspace import po
from workflow.workspace.state import Comment, State, UnitState

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60).map(str.strip)


def state(source: str, text: str, *, confirmed: bool = True, previous: str | None = None) -> State:
    unit = UnitState(text=text, confirmed=confirmed and bool(text), previous=previous)
    return State(source={"p-1": source}, units={"p-1": unit})


def rendered(value: State) -> bytes:
    return po.render(value, article="a", source_language="ru", target="en")


@given(TEXT.filter(bool), TEXT, st.booleans())
def test_what_is_written_is_read_again(source: str, text: str, confirmed: bool) -> None:
    (entry,) = po.parse(rendered(state(source, text, confirmed=confirmed)), Path("a.po"))
    assert (entry.source, entry.text) == (source, text)
    assert entry.confirmed == (confirmed and bool(text))


def test_every_sentence_has_a_line_of_its_own() -> None:
    lines = rendered(state("Раз. Два!", "One. “Two!” Three?")).decode().splitlines()
    assert lines[-7:] == [
        'msgid ""',
        '"Раз. "',
        '"Два!"',
        'msgstr ""',
        '"One. "',
        '"“Two!” "',
        '"Three?"',
    ]


def test_initials_end_no_sentence() -> None:
    assert 'msgid "Л. К. Меньшова"' in rendered(state("Л. К. Меньшова", "")).decode()


def test_an_unconfirmed_text_is_fuzzy_and_keeps_its_older_source() -> None:
    text = rendered(state("New", "Neu", confirmed=False, previous="Old")).decode()
    assert '#, fuzzy\n#| msgid "Old"\nmsgctxt "p-1"\nmsgid "New"\nmsgstr "Neu"' in text


def test_open_comments_stand_beside_their_unit() -> None:
    comment = Comment(id="1", by="ben", at="", text="Is it?\nSure?", unit="p-1", blocking=False)
    value = State(source={"p-1": "a"}, units={"p-1": UnitState()}, comments=(comment,))
    assert "# ben: Is it?\n# Sure?\nmsgctxt" in rendered(value).decode()


def test_line_separators_of_other_scripts_do_not_break_a_string() -> None:
    data = rendered(state("a", "b")).replace(b'msgstr "b"', 'msgstr "b\u2028c"'.encode())
    assert po.parse(data, Path("a.po"))[0].text == "b c"


@pytest.mark.parametrize("text", ['msgid "a', "rubbish", 'msgid "a"\nmsgid "b"\n'])
def test_broken_syntax_is_told_with_the_line(text: str) -> None:
    with pytest.raises(InputError, match=r"a\.po: line \d+"):
        po.parse(text.encode(), Path("a.po"))


@pytest.mark.peer
def test_gettext_accepts_it(tmp_path: Path) -> None:
    if not shutil.which("msgfmt"):
        pytest.fail("gettext is needed: apt-get install gettext")
    path = tmp_path / "a.po"
    path.write_bytes(rendered(state('Он сказал: "нет"\\\n', "He said “no”\\\n", confirmed=False)))
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True)
    again = subprocess.run(["msgcat", path], capture_output=True, check=True).stdout
    assert po.parse(again, path) == po.parse(path.read_bytes(), path)
    assert len(polib.pofile(str(path))) == 1
