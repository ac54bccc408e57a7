import shutil
import string
import subprocess
from importlib.resources import files
from pathlib import Path

import polib
import pytest

from workflow.publish.labels.catalogue import labels
from workflow.publish.labels.label import Label
from workflow.publish.line import Part, names_line, plain
from workflow.workspace.templates import shipped_templates

FOLDER = Path(str(files("workflow.publish.labels")))
CATALOGUES = sorted(FOLDER.glob("*.po"))


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_the_words_around_an_article_are_there_in_many_languages() -> None:
    asked_for = {"ar", "be", "de", "es", "fr", "ka", "ru", "uk"}
    assert asked_for | {"az", "fa", "hy", "it", "kk", "pl", "pt", "tr"} == {
        path.stem for path in CATALOGUES
    }


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_language_misses_a_label(path: Path) -> None:
    catalogue = polib.pofile(str(path))
    assert {entry.msgid for entry in catalogue.translated_entries()} == set(Label)
    assert not catalogue.obsolete_entries()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_label_fills_in_the_same_things(path: Path) -> None:
    for entry in polib.pofile(str(path)):
        assert places(entry.msgstr) == places(entry.msgid), entry.msgid


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_gettext_accepts_every_catalogue(path: Path, tmp_path: Path) -> None:
    made = subprocess.run(
        ["msgfmt", "-c", "-o", str(tmp_path / "out.mo"), str(path)],
        capture_output=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr


def test_french_has_its_space_before_a_colon() -> None:
    for entry in polib.pofile(str(FOLDER / "fr.po")):
        assert " :" not in entry.msgstr, entry.msgid


def test_a_region_falls_back_on_its_language() -> None:
    assert labels("es-MX").text(Label.NOTES) == "Notas"
    assert (
        plain(labels("fr-CA").line(Label.SOURCE, source="Le Cahier")) == "Source\u00a0: Le Cahier"
    )


def test_a_language_without_labels_gets_english_ones_marked_as_english() -> None:
    line = labels("ba").line(Label.TRANSLATED_BY, names="Алия")
    assert line == (Part("Translated by ", language="en"), Part("Алия", isolated=True))
    assert labels("en-GB").line(Label.NOTES) == (Part("Notes"),)


def test_a_label_keeps_the_links_of_what_is_filled_in() -> None:
    source = Part("Northern Notebook", url="https://notebook.example")
    line = labels("ru").line(Label.SOURCE_AND_ORIGINAL, source=source, original="Upper Voice")
    assert source in line
    assert plain(line) == "Источник: Northern Notebook [первоисточник: Upper Voice]"


def test_names_with_braces_are_only_names() -> None:
    names = [Part("{0}"), Part("{names}")]
    line = labels("en").line(Label.BYLINE, names=names_line(names, "en"))
    assert plain(line) == "By {0} and {names}"


def test_every_label_is_used() -> None:
    package = FOLDER.parents[1]
    sources = [
        *package.rglob("publish/**/*.py"),
        *shipped_templates().rglob("*.html"),
    ]
    texts = [path.read_text("utf-8") for path in sources if path.name != "label.py"]
    used = "\n".join(texts)
    unused = [
        label for label in Label if f"Label.{label.name}" not in used and f'"{label}"' not in used
    ]
    assert unused == []
