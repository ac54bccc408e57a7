"""`workflow new`: what it makes, says and refuses."""

import io
import struct
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from workflow.document.importing.fetch import Fetched
from workflow.document.source import Cover, Place
from workflow.review.credits import credits
from workflow.workspace.workspace import Workspace

PAGE = """\
<html lang="en"><head><title>Fishermen win - The Observer</title>
<meta property="og:site_name" content="The Observer"></head>
<body><div class="menu">Home</div><article><h1>Fishermen win</h1>
<p>By Harriet Olsen-Drake, 14 September 2022</p>
<p>Forty-one fishermen have won access to the files that were kept on them.</p>
<p>Read also: <a href="/x">The harbour that moved</a></p>
<p>“I want to know who sat in my kitchen,” said the oldest of them.</p>
<p>Translated by Linnea Frost</p></article></body></html>
"""


@pytest.fixture
def page(workspace: Workspace) -> Path:
    path = workspace.root / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_page_becomes_an_article(shell: Shell, workspace: Workspace, page: Path) -> None:
    ran = shell("new", "page.html", "--to", "es", "--by", "ana")
    assert ran.code == 0, ran.err
    article = workspace.article("fishermen-win")
    assert article.targets == ("es",)
    assert article.source.authors == ("Harriet Olsen-Drake",)
    assert article.source.translators == ("Linnea Frost",)
    for words in ("Harriet Olsen-Drake", "2022-09-14", "en (detected)", "The Observer", "27 words"):
        assert words in ran.out
    assert "a teaser of another article" in ran.out
    assert "workflow translate fishermen-win --to es" in ran.out


def test_options_correct_what_was_found(shell: Shell, workspace: Workspace, page: Path) -> None:
    options = ["--title", "Files", "--author", "A. B. Clerk", "--date", "2020-01-02"]
    more = ["--language", "en-GB", "--kind", "statement", "--slug", "files", "--keep", "harbour"]
    assert shell("new", "page.html", *options, *more).code == 0
    source = workspace.article("files").source
    assert (source.title, source.language, source.kind) == ("Files", "en-GB", "statement")
    assert (source.authors, str(source.date)) == (("A. B. Clerk",), "2020-01-02")
    assert "The harbour that moved" in source.body


def test_same_text_is_refused_under_any_name(shell: Shell, page: Path) -> None:
    assert shell("new", "page.html").code == 0
    ran = shell("new", "page.html", "--slug", "another")
    assert ran.code == 2
    assert "fishermen-win" in ran.err


def test_slug_that_is_taken_is_refused(shell: Shell, workspace: Workspace, page: Path) -> None:
    assert shell("new", "page.html").code == 0
    page.write_text(PAGE.replace("Forty-one", "Forty-two"), encoding="utf-8")
    ran = shell("new", "page.html")
    assert ran.code == 2
    assert "--slug" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["missing.html"],
        ["."],
        ["ftp://a.example/1"],
        ["page.html", "--translation", "es"],
        ["page.html", "--translation", "es=missing.html", "--by", "ana"],
        ["page.html", "--translation", "es=page.html", "--translation", "es=page.html"],
        ["page.html", "--publication", "=https://a.example"],
        ["page.html", "--original", "A=javascript:alert(1)"],
        ["page.html", "--to", "en", "--by", "ana"],
        ["page.html", "--to", "es", "--by", "zed"],
        ["page.html", "--kind", "poem"],
        ["page.html", "--language", "english!"],
        ["page.html", "--slug", "../out"],
        ["page.html", "--slug", "archive"],
    ],
)
def test_what_cannot_be_taken_in_leaves_nothing_behind(
    shell: Shell, workspace: Workspace, page: Path, words: list[str]
) -> None:
    before = workspace.slugs()
    ran = shell("new", *words)
    assert ran.code == 2
    assert ran.err.startswith("error: ")
    assert "hint: " in ran.err
    assert workspace.slugs() == before


def test_text_from_standard_input(
    shell: Shell, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Fishermen win\n\nForty-one fishermen have won access to the files kept on them."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert shell("new", "-").code == 0
    assert workspace.article("fishermen-win").source.body.startswith("Forty-one")


def test_corrections_of_what_is_known_of_a_podcast(
    shell: Shell, workspace: Workspace, page: Path
) -> None:
    options = ["--kind", "podcast", "--season", "2", "--episode", "14", "--music", "The Lamps"]
    ran = shell("new", "page.html", *options, "--participant", "Ida Ek", "--participant", "T. Reed")
    assert ran.code == 0, ran.err
    source = workspace.article("fishermen-win").source
    assert (source.kind, source.season, source.episode) == ("podcast", 2, 14)
    assert (source.participants, source.music) == (("Ida Ek", "T. Reed"), "The Lamps")
    for words in ("14 of season 2", "Ida Ek · T. Reed", "The Lamps"):
        assert words in ran.out


def test_corrections_of_what_the_page_says_of_itself(
    shell: Shell, workspace: Workspace, page: Path
) -> None:
    options = ["--summary", "Below", "--translator", "Ida Ek", "--tag", "sea"]
    places = ["--publication", "The Quay=https://quay.example/1", "--original", "The Pier"]
    assert shell("new", "page.html", *options, *places).code == 0
    source = workspace.article("fishermen-win").source
    assert (source.summary, source.translators, source.tags) == ("Below", ("Ida Ek",), ("sea",))
    assert source.publication == Place(name="The Quay", url="https://quay.example/1")
    assert source.original == Place(name="The Pier")


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480)
FIGURE = (
    "<figure><img src='{}' alt='A quay'><figcaption>At noon. Photo: I. Ek</figcaption></figure>"
)


def test_pictures_of_a_page_that_was_saved_complete(
    shell: Shell, workspace: Workspace, page: Path
) -> None:
    (workspace.root / "page_files").mkdir()
    (workspace.root / "page_files" / "quay one.jpg").write_bytes(PNG)
    figure = FIGURE.format("./page_files/quay%20one.jpg?x=1")
    page.write_text(PAGE.replace("<p>Forty", f"{figure}<p>Forty"), encoding="utf-8")
    assert shell("new", "page.html").code == 0
    article = workspace.article("fishermen-win")
    assert article.source.cover == Cover(
        file="quay-one.png", alt="A quay", credit="At noon. Photo: I. Ek"
    )
    assert (article.media / "quay-one.png").read_bytes() == PNG


@pytest.mark.parametrize(
    "reference",
    [
        "../secret.png",
        "/secret.png",
        "file:///secret.png",
        "https://a.example/a.png",
        "a\0b",
        "link",
    ],
)
def test_pictures_from_elsewhere_are_left(
    shell: Shell, workspace: Workspace, page: Path, reference: str
) -> None:
    (workspace.root.parent / "secret.png").write_bytes(PNG)
    (workspace.root / "link").symlink_to(workspace.root.parent / "secret.png")
    figure = FIGURE.format(reference)
    page.write_text(PAGE.replace("<p>Forty", f"{figure}<p>Forty"), encoding="utf-8")
    assert shell("new", "page.html").code == 0
    article = workspace.article("fishermen-win")
    assert article.source.cover is None
    assert not article.media.exists()


SPANISH = """\
# Los pescadores ganan

Cuarenta y un pescadores han conseguido acceso a los expedientes que se guardaban sobre ellos.

«Quiero saber quién se sentó en mi cocina», dijo el mayor de ellos.

Traducido por Linnea Frost
"""


def test_finished_translation_comes_with_its_source(
    shell: Shell, workspace: Workspace, page: Path
) -> None:
    (workspace.root / "es.md").write_text(SPANISH, encoding="utf-8")
    ran = shell("new", "page.html", "--translation", "es=es.md", "--by", "ana")
    assert ran.code == 0, ran.err
    assert "translated by: Linnea Frost" in ran.out
    assert "Names that it does not have, to be confirmed:\n    - Harriet Olsen-Drake →" in ran.out
    article = workspace.article("fishermen-win")
    target = article.target("es")
    texts = [unit.text for unit in target.state.units.values() if unit.confirmed]
    assert texts[0] == "Los pescadores ganan"
    unsure = [unit.text for unit in target.state.units.values() if not unit.confirmed]
    assert unsure[:2] == ["Harriet Olsen-Drake", "The Observer"]
    assert texts[-1].endswith("el mayor de ellos.")
    found = credits(target.state, workspace.settings)
    assert found.translators == ("Linnea Frost",)


def test_new_article_with_its_targets_is_there_at_once_or_not_at_all(
    shell: Shell, workspace: Workspace, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace.root / "es.md").write_text(SPANISH, encoding="utf-8")
    words = ["new", "page.html", "--to", "fr", "--translation", "es=es.md", "--by", "ana"]

    class KilledError(BaseException):
        pass

    def killed(*_: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr("workflow.cli.new.record_finished", killed)
        with pytest.raises(KilledError):
            shell(*words)
    assert workspace.slugs() == []
    assert shell(*words).code == 0
    assert workspace.article("fishermen-win").targets == ("es", "fr")


def test_translation_without_a_credit_is_of_who_brings_it(
    shell: Shell, workspace: Workspace, page: Path
) -> None:
    text = SPANISH.replace("Traducido por Linnea Frost\n", "")
    (workspace.root / "es.md").write_text(text, encoding="utf-8")
    assert shell("new", "page.html", "--translation", "es=es.md", "--by", "ana").code == 0
    state = workspace.article("fishermen-win").target("es").state
    assert credits(state, workspace.settings).translators == ("Ana Prueba",)


class Keyboard(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "options", "made"), [("n", [], False), ("y", [], True)])
def test_person_at_a_terminal_sees_it_before_it_is_written(
    shell: Shell,
    workspace: Workspace,
    page: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    options: list[str],
    made: bool,
) -> None:
    monkeypatch.setattr("workflow.cli.new.is_terminal", lambda: True)
    monkeypatch.setattr(sys, "stdin", Keyboard(io.BytesIO(f"{answer}\n".encode())))
    ran = shell("new", "page.html", *options)
    assert "Write it?" in ran.out
    assert ran.out.index("Harriet Olsen-Drake") < ran.out.index("Write it?")
    assert (workspace.slugs() == ["fishermen-win"]) is made
    assert ran.code == (0 if made else 1)


def test_yes_asks_nothing(
    shell: Shell, workspace: Workspace, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workflow.cli.new.is_terminal", lambda: True)
    monkeypatch.setattr(sys, "stdin", Keyboard(io.BytesIO()))
    assert shell("new", "page.html", "--yes").code == 0
    assert workspace.slugs() == ["fishermen-win"]


def test_address_is_fetched_and_its_owner_named(
    shell: Shell, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Fetched(PAGE.encode(), "https://obs.example/1", "obs.example.html")
    monkeypatch.setattr("workflow.document.importing.fetch.fetch", lambda url: page)
    ran = shell("new", "https://obs.example/1?utm_source=x")
    assert ran.code == 0, ran.err
    assert "owner of obs.example can see this visit" in ran.err
    publication = workspace.article("fishermen-win").source.publication
    assert publication == Place(name="The Observer", url="https://obs.example/1")


def test_broken_article_does_not_stop_another(
    shell: Shell, workspace: Workspace, page: Path
) -> None:
    broken = workspace.translations / "broken"
    broken.mkdir(parents=True)
    (broken / "source.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert shell("new", "page.html").code == 0
