"""The engine `apertium`, with the real program where it is installed."""

import shutil
import subprocess

import pytest

from workflow.engines import Translator
from workflow.engines.apertium import ApertiumEngine
from workflow.errors import MissingPart

needed = pytest.mark.skipif(
    not ApertiumEngine().serves("en", "es"), reason="needs apertium and apertium-eng-spa"
)


@pytest.fixture(scope="module")
def translator() -> Translator:
    opened = ApertiumEngine().open("en", "es")
    assert opened is not None
    return opened


@needed
def test_sentences_are_translated_in_one_run(
    translator: Translator, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = []
    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: runs.append(a) or run(*a, **k))
    texts = [p.text for p in translator.translate(["The court met.", "", "The lawyer\nspoke."])]
    assert texts[0].startswith("La corte")
    assert texts[1] == ""
    assert texts[2].startswith("El abogado")
    assert len(runs) == 1


@needed
def test_the_origin_names_mode_and_version(translator: Translator) -> None:
    assert translator.package.startswith("eng-spa 3.")


@needed
@pytest.mark.parametrize(
    "text",
    ["^court/court<n>$", "[<b>court</b>]", "{1} court \\", "a$(id)`id`;id|id", "\x00\x01", "🙂"],
)
def test_no_text_is_taken_for_a_command(translator: Translator, text: str) -> None:
    (proposal, last) = translator.translate([text, "Yes."])
    assert "uid=" not in proposal.text
    assert last.text == "Sí."


@needed
def test_an_unknown_word_is_kept_without_a_mark(translator: Translator) -> None:
    (proposal,) = translator.translate(["Ravnoye met."])
    assert proposal.text.startswith("Ravnoye")


@needed
def test_a_pair_that_is_not_installed() -> None:
    engine = ApertiumEngine()
    assert not engine.serves("en", "kk")
    with pytest.raises(MissingPart) as caught:
        engine.open("en", "kk")
    assert "apt install apertium apertium-eng-kaz" in caught.value.hint


def test_without_the_program_it_serves_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert not ApertiumEngine().serves("en", "es")
