"""Dictionaries that are not decoded say the same as decoded ones."""

import os
import random
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from workflow.language.dictionaries import dictionary, dictionary_code


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("workflow.language.dictionaries.user_cache", lambda: tmp_path)
    return tmp_path / "lemmas"


@pytest.mark.parametrize("code", ["en", "gv", "cy"])
def test_every_word_has_the_lemma_that_simplemma_finds(code: str) -> None:
    decoded = DefaultDictionaryFactory().get_dictionary(code)
    opened = dictionary.__wrapped__(code)
    assert len(opened) == len(decoded)
    for word in random.Random(1).sample(list(decoded), 1000):
        assert opened[word] == decoded[word]
        assert (word + "\u0a00" in opened) == (word + "\u0a00" in decoded)


def test_what_is_not_there_is_not_found() -> None:
    words = dictionary.__wrapped__("gv")
    assert words.get("zzyzxq") is None
    assert words.get("") is None
    assert words.get("\ud800", "nothing") == "nothing"
    with pytest.raises(KeyError):
        words["zzyzxq"]


def test_the_notes_are_kept_for_the_next_run(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = dictionary.__wrapped__("gv")
    monkeypatch.setattr("workflow.language.dictionaries.lzma", None)
    again = dictionary.__wrapped__("gv")
    assert list(again)[:50] == list(first)[:50]
    assert again["vannin"]
    assert len(list(kept.iterdir())) == 1


def test_installations_of_one_release_share_the_notes(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dictionary.__wrapped__("gv")
    [notes] = kept.iterdir()
    packaged = find_spec("simplemma").submodule_search_locations[0]  # type: ignore[union-attr,index]
    other = tmp_path / "gv.plzma"
    other.write_bytes((Path(packaged) / "strategies/dictionaries/data/gv.plzma").read_bytes())
    monkeypatch.setattr("workflow.language.dictionaries._packaged", lambda _: other)
    monkeypatch.setattr("workflow.language.dictionaries.lzma", None)
    assert dictionary.__wrapped__("gv")["vannin"]
    assert [*kept.iterdir()] == [notes]


@pytest.mark.parametrize("junk", [b"", b"\x05", b"\xff" * 40])
def test_torn_notes_are_made_anew(kept: Path, junk: bytes) -> None:
    dictionary.__wrapped__("gv")
    [notes] = kept.iterdir()
    whole = notes.read_bytes()
    notes.write_bytes(junk)
    assert dictionary.__wrapped__("gv")["vannin"]
    assert notes.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_no_obstacle(kept: Path) -> None:
    kept.touch()
    assert dictionary.__wrapped__("gv")["vannin"]


def test_languages_share_a_dictionary_under_its_code() -> None:
    assert dictionary_code("hr") == dictionary_code("sr") == "hbs"
    assert dictionary_code("zh") is None


def test_simplemma_with_all_its_rules_is_not_imported(tmp_path: Path) -> None:
    code = (
        "import sys; from workflow.language.dictionaries import dictionary;"
        "print(dictionary('gv')['vannin'], [name for name in sys.modules if 'simplemma' in name])"
    )
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment
    )
    assert run.stdout.endswith(" []\n"), run.stderr


def test_notes_on_another_release_are_removed(kept: Path) -> None:
    kept.mkdir()
    (kept / "gv-1-1").write_text("older")
    (kept / "cy-1-1").write_text("of another language")
    dictionary.__wrapped__("gv")
    assert len(list(kept.glob("gv-*"))) == 1
    assert not (kept / "gv-1-1").exists()
    assert (kept / "cy-1-1").exists()
