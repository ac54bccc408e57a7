"""`workflow translate` and `workflow models`, as a user types them, with the real starter."""

import zipfile
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from workflow.workspace.article import Article
from workflow.workspace.workspace import Workspace


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Shell(Protocol):
    def __call__(self, *words: str) -> Ran: ...


@pytest.fixture(autouse=True)
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Argos's folder, empty, in a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("WORKFLOW_BY", "ana")
    from argostranslate import settings

    folder = tmp_path / "argos" / "packages"
    folder.mkdir(parents=True)
    monkeypatch.setattr(settings, "package_data_dir", folder)
    monkeypatch.setattr(settings, "package_dirs", [folder])
    return folder


@pytest.fixture
def package_file(tmp_path: Path) -> Path:
    """A package English → French that can be installed and not used."""
    file = tmp_path / "files" / "fr.argosmodel"
    file.parent.mkdir()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr(
            "a/metadata.json", '{"from_code": "en", "to_code": "fr", "package_version": "1.5"}'
        )
        zipped.writestr("a/model/model.bin", b"-")
        zipped.writestr("a/sentencepiece.model", b"-")
    return file


def test_an_article_is_drafted_and_the_starter_introduces_itself(
    shell: Shell, article: Article
) -> None:
    ran = shell("translate", article.slug)
    assert ran.code == 0
    assert "[es]: " in ran.out
    assert "starter en-es 0.2" in ran.out
    assert "workflow models install en es" in ran.err
    target = article.target("es")
    assert all(target.texts.values())
    assert not any(unit.confirmed for unit in target.state.units.values())
    assert {unit.origin.engine for unit in target.state.units.values() if unit.origin} == {
        "argos",
        "copy",
    }


def test_the_second_time_there_is_nothing_to_do(shell: Shell, article: Article) -> None:
    shell("translate", article.slug)
    before = {path: path.read_bytes() for path in article.path.rglob("*") if path.is_file()}
    ran = shell("translate", article.slug)
    assert "nothing to do" in ran.out
    assert {path: path.read_bytes() for path in article.path.rglob("*") if path.is_file()} == before


def test_what_a_person_wrote_is_never_changed(shell: Shell, article: Article) -> None:
    title, paragraph = article.units[0].id, article.units[3].id
    target = article.add_target("es", "ana")
    target.edit({title: "El tribunal"}, "ana")
    target.edit({paragraph: "Sin acabar"}, "ana", confirmed=False)
    shell("translate", article.slug)
    texts = article.target("es").texts
    assert (texts[title], texts[paragraph]) == ("El tribunal", "Sin acabar")
    assert all(texts.values())


def test_none_leaves_every_unit_to_a_person(shell: Shell, article: Article) -> None:
    ran = shell("translate", article.slug, "--to", "ru", "--engine", "none")
    assert ran.code == 0
    assert "left for a person" in ran.out
    assert not any(article.target("ru").texts.values())


def test_a_pair_without_a_package_ends_with_code_3_and_adds_nothing(
    shell: Shell, article: Article
) -> None:
    ran = shell("translate", article.slug, "--to", "ru")
    assert ran.code == 3
    assert "hint: Install one: workflow models install en ru" in ran.err
    assert "--engine none" in ran.err
    assert article.targets == ()


def test_all_articles(shell: Shell, article: Article, workspace: Workspace) -> None:
    workspace.create("again", article.source)
    ran = shell("translate", "--all")
    assert ran.out.count("[es]: ") == 2
    assert ran.err.count("notice:") == 1


def test_a_pair_without_a_package_does_not_stop_the_others(
    shell: Shell, article: Article, workspace: Workspace
) -> None:
    ran = shell("translate", article.slug, "--to", "ru", "--to", "es")
    assert ran.code == 3
    assert "en → ru left out" in ran.err
    assert article.target("es").events


@pytest.mark.parametrize(
    "words",
    [
        ("translate",),
        ("translate", "--all", "court-extends-arrest"),
        ("translate", "no-such-article"),
        ("translate", "court-extends-arrest", "--engine", "argus"),
        ("translate", "court-extends-arrest", "--to", "en"),
        ("translate", "court-extends-arrest", "--to", "../es"),
        ("models", "install", "gone.argosmodel"),
        ("models", "remove", "en", "ru"),
    ],
)
def test_a_wrong_command_says_what_to_do(
    shell: Shell, article: Article, words: tuple[str, ...]
) -> None:
    ran = shell(*words)
    assert ran.code == 2
    assert "hint: " in ran.err


def test_models_are_installed_listed_and_removed(shell: Shell, package_file: Path) -> None:
    assert "en → fr  1.5" in shell("models", "install", str(package_file)).out
    listed = shell("models", "list").out
    assert "en → fr  1.5" in listed
    assert "starter" in listed
    assert "en → fr  1.5" in shell("models", "remove", "en", "fr").out
    assert "fr" not in shell("models", "list").out


def test_a_folder_of_models_is_installed(shell: Shell, package_file: Path) -> None:
    assert "en → fr  1.5" in shell("models", "install", str(package_file.parent)).out


def test_an_index_out_of_reach_ends_with_code_3(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argostranslate import settings

    monkeypatch.setattr(settings, "remote_package_index", "http://127.0.0.1:9/index.json")
    ran = shell("models", "install", "ru", "en")
    assert ran.code == 3
    assert "workflow models install FILE" in ran.err


def test_the_licence_travels_with_the_starter() -> None:
    folder = files("workflow.engines.starter")
    assert "CC BY-SA 4.0" in (folder / "LICENSE.md").read_text(encoding="utf-8")
    assert "rough draft" in (folder / "README.md").read_text(encoding="utf-8")
