"""Other tools read the glossaries that we write, and we read theirs."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from tests.glossary.formats.test_formats import AGENT, CONCEPTS
from workflow.glossary.formats import read, write
from workflow.glossary.glossary import Concept
from workflow.glossary.loader import load_glossary
from workflow.glossary.shipped import shipped_glossary

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("tbx-basic.rng")))


@given(CONCEPTS)
def test_what_is_written_is_tbx_basic(concept: Concept) -> None:
    SCHEMA.assertValid(etree.fromstring(write("tbx", [concept]).encode()))


def test_the_shipped_glossary_is_tbx_basic() -> None:
    concepts = load_glossary(shipped_glossary()).concepts
    SCHEMA.assertValid(etree.fromstring(write("tbx", concepts).encode()))


def test_the_schema_sees_faults() -> None:
    text = write("tbx", [AGENT])
    for right, wrong in (
        ("preferredTerm-admn-sts", "preferred"),
        ("masculine", "male"),
        ('id="foreign-agent"', 'id="2 agents"'),
        ("termSec", "tig"),
        ('style="dca"', 'style="dct"'),
    ):
        assert right in text
        assert not SCHEMA.validate(etree.fromstring(text.replace(right, wrong).encode()))


@pytest.mark.peer
@pytest.mark.parametrize("format", ["omegat", "tbx2"])
def test_omegat_reads_the_shipped_glossary(tmp_path: Path, format: str) -> None:
    if not OMEGAT.is_file() or shutil.which("javac") is None:
        pytest.skip("no OmegaT, or no Java compiler")
    concepts = load_glossary(shipped_glossary()).concepts
    path = tmp_path / ("g.tbx" if format == "tbx2" else "g.txt")
    path.write_text(write(format, concepts, "ru", "en"), encoding="utf-8")
    told = set(map(tuple, omegat_reads(path, tmp_path)))
    wanted = {
        (term.text, target.text)
        for concept in concepts
        for term in concept.terms_in("ru")
        if term.allowed and (target := concept.preferred("en"))
    }
    assert wanted <= told


def omegat_reads(path: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield source and target of each entry, as OmegaT's own reader has them."""
    program = Path(__file__).with_name("ReadGlossary.java")
    command = ["java", f"-Duser.home={folder}", "-Djava.awt.headless=true", "-cp", str(OMEGAT)]
    done = subprocess.run(
        [*command, str(program), str(path), str(folder), "ru", "en"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for line in done.stdout.splitlines():
        source, target, _ = line.split("\t")
        yield source, target


@pytest.mark.peer
def test_translate_toolkit_reads_what_is_for_weblate(tmp_path: Path) -> None:
    """Weblate reads its files with this library."""
    csvl10n = pytest.importorskip("translate.storage.csvl10n")
    tbx = pytest.importorskip("translate.storage.tbx")
    concepts = load_glossary(shipped_glossary()).concepts
    file = csvl10n.csvfile()
    file.parse(write("weblate", concepts, "ru", "en").encode())
    pairs = {(unit.source, unit.target, unit.context) for unit in file.units}
    again = read("weblate", bytes(file).decode(), "file", "ru", "en")
    assert len(pairs) == len(file.units) > 500
    assert {(c.terms["ru"][0].text, c.terms["en"][0].text) for c in again} == {
        pair[:2] for pair in pairs
    }
    (tmp_path / "g.tbx").write_text(write("tbx2", concepts), encoding="utf-8")
    assert len(tbx.tbxfile.parsefile(str(tmp_path / "g.tbx")).units) == len(concepts)
