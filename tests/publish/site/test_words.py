"""How words are cut for the search, here and in the reader's browser."""

import json
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.publish.site.words import LENGTH, search_words
from workflow.workspace.templates import shipped_templates


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Schools, the school!", "school the"),
        ("Año nuevo", "ano nuevo"),
        ("Школа на том берегу", "берегу на том школа"),
        ("[a letter](https://notebook.example/x) and **more**", "a and letter more"),
        ("北京市", "京市 北京"),
        ("…", ""),
    ],
)
def test_words_lose_accents_capitals_and_endings(text: str, words: str) -> None:
    assert search_words([text]) == words


@given(st.lists(st.text(), max_size=3))
def test_any_text_gives_short_words_each_once(texts: list[str]) -> None:
    words = search_words(texts).split(" ")
    assert len(words) == len(set(words))
    assert all(len(word) <= LENGTH for word in words)


@pytest.mark.peer
@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
def test_the_script_cuts_words_alike() -> None:
    texts = [
        "Los niños, ¿cuándo?",
        "Ёлка у школы №5",
        "مدرسة القرية",
        "北京市 2024",
        "straße İstanbul",
    ]
    script = (shipped_templates() / "web" / "search.js").read_text("utf-8")
    part = script[script.index("  const folded") : script.index("  const load =")]
    head = f"const LENGTH = {LENGTH}; {_line(script, 'const UNSPACED')}"
    ask = f"for (const t of {json.dumps(texts)}) console.log(JSON.stringify(wordsOf(t)))"
    said = subprocess.run(
        ["node", "-e", f"{head}\n{part}\n{ask}"], capture_output=True, text=True, check=True
    )
    for text, line in zip(texts, said.stdout.splitlines(), strict=True):
        assert " ".join(sorted(set(json.loads(line)))) == search_words([text])


def _line(script: str, start: str) -> str:
    return next(line for line in script.splitlines() if line.strip().startswith(start))
