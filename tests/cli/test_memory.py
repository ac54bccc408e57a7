"""`workflow memory`, as a user types it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from workflow.workspace.article import Article


@pytest.fixture
def heading(article: Article) -> str:
    """A heading that Ana has translated."""
    (key,) = (unit.id for unit in article.units if unit.text == "What the lawyer says")
    article.add_target("es", "ana").edit({key: "Lo que dice la abogada"}, "ana")
    return "What the lawyer says"


def test_the_same_text_is_shown_with_its_place(shell: Shell, heading: str) -> None:
    ran = shell("memory", "search", heading)
    assert ran.out.startswith("100%  en → es  (court-extends-arrest, ana, 20")
    assert "Lo que dice la abogada" in ran.out


def test_a_text_like_it_is_shown_with_the_difference(shell: Shell, heading: str) -> None:
    ran = shell("memory", "search", "What the witness says")
    assert "75%" in ran.out
    assert "What the [-lawyer-] {+witness+} says" in ran.out


def test_json_for_a_script(shell: Shell, heading: str) -> None:
    ran = shell("memory", "search", "What the witness says", "--to", "es", "--json")
    (match,) = json.loads(ran.out)["matches"]
    assert (match["score"], match["target"], match["by"]) == (0.75, "Lo que dice la abogada", "ana")


def test_nothing_like_it(shell: Shell, heading: str) -> None:
    ran = shell("memory", "search", "Quite another text")
    assert (ran.code, ran.out) == (0, "")
    assert "workflow memory stats" in ran.err


def test_export_import_and_stats(shell: Shell, heading: str, tmp_path: Path) -> None:
    file = tmp_path / "ours.tmx"
    assert shell("memory", "export", str(file), "--from", "en").out == f"{file}: 1 unit\n"
    assert shell("memory", "import", str(file)).out == "ours.tmx: 1 unit\n"
    ran = shell("memory", "stats")
    assert ran.out == "en → es  2 units\n"
    assert "from 2 places" in ran.err
    counted = json.loads(shell("memory", "stats", "--json").out)
    assert counted["languages"] == [{"source": "en", "target": "es", "units": 2, "sentences": 0}]


OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext"
    creationtoolversion="3.6.0_10" segtype="sentence" srclang="EN-US"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv lang="EN-US"><seg>Court extends arrest</seg></tuv>
      <tuv lang="ES-ES" changeid="eva" changedate="20260102T030405Z">
        <seg>El tribunal prolonga la detención</seg>
      </tuv>
    </tu>
  </body>
</tmx>
"""


def test_a_memory_of_omegats_is_used_whatever_its_regions(
    shell: Shell, article: Article, tmp_path: Path
) -> None:
    for name in ("project_save.tmx", "old.tmx"):
        (tmp_path / name).write_text(OMEGAT, encoding="utf-8")
        assert shell("memory", "import", str(tmp_path / name)).out == f"{name}: 1 unit\n"
    ran = shell("memory", "search", "Court extends arrest", "--from", "en", "--to", "es")
    assert ran.out.count("El tribunal prolonga la detención") == 1
    assert ran.out.startswith("100%  en-US → es-ES")
    file = tmp_path / "all.tmx"
    assert shell("memory", "export", str(file), "--to", "es").out == f"{file}: 2 units\n"
    assert "workflow memory stats" in shell("memory", "export", str(file), "--to", "fr").err
    ran = shell("translate", article.slug, "--to", "es", "--engine", "none", "--by", "ana")
    assert "1 unit from the memory" in ran.out
    origin = article.target("es").state.units[article.units[0].id].origin
    assert origin is not None
    assert (origin.score, origin.note) == (1.0, "")


def test_a_broken_file_is_named_with_its_line(shell: Shell, heading: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.tmx"
    file.write_text("<tmx>\n<body></tmx>", encoding="utf-8")
    ran = shell("memory", "import", str(file))
    assert ran.code == 2
    assert "broken.tmx:2: not sound XML" in ran.err
