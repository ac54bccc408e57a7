"""`workflow translate` from the memory, from another target, and with several engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.engines.servers import Answer, Asked, FakeServer, serving
from workflow.engines.apertium import ApertiumEngine
from workflow.workspace.article import Article
from workflow.workspace.events import Approved
from workflow.workspace.workspace import Workspace

needs_apertium = pytest.mark.skipif(
    not ApertiumEngine().serves("en", "es"), reason="needs apertium and apertium-eng-spa"
)


SLUG = "court-extends-arrest"
SERVER = ("--engine", "libretranslate")
RELAYED = ("translate", SLUG, "--to", "es", "--relay", "fr", *SERVER)


@pytest.fixture(autouse=True)
def _ana(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKFLOW_BY", "ana")


def respond(asked: Asked) -> Answer:
    if asked.path == "/languages":
        return Answer([{"code": code, "targets": ["en", "es", "fr"]} for code in ("en", "fr")])
    return Answer({"translatedText": [text.upper() for text in asked.body["q"]]})


@pytest.fixture
def server(workspace: Workspace) -> Iterator[FakeServer]:
    """A translation server that the settings name."""
    with serving(respond) as fake:
        with (workspace.root / "workflow.toml").open("a", encoding="utf-8") as settings:
            settings.write(f'\n[engines.libretranslate]\nurl = "{fake.url}"\n')
        yield fake


def approve(article: Article, tag: str) -> None:
    target = article.add_target(tag, "ana")
    target.edit({key: f"{tag} {text}" for key, text in article.texts.items()}, "ana")
    seal = Approved(text=target.state.text_hash, source=target.state.source_hash)
    target.record(seal, "ben")


def test_what_was_confirmed_is_used_again(
    shell: Shell, article: Article, workspace: Workspace
) -> None:
    approve(article, "es")
    again = workspace.create("again", article.source)
    ran = shell("translate", "again", "--engine", "none")
    assert "again [es]: 6 units from the memory" in ran.out
    state = again.target("es").state
    title = again.units[0]
    assert state.units[title.id].text == f"es {title.text}"
    assert {unit.origin.engine for unit in state.units.values() if unit.origin} == {"memory"}
    assert not any(unit.confirmed for unit in state.units.values())


def test_a_second_run_changes_nothing(shell: Shell, article: Article, workspace: Workspace) -> None:
    approve(article, "es")
    again = workspace.create("again", article.source)
    shell("translate", "again", "--engine", "apertium")
    before = again.target("es").events
    ran = shell("translate", "again", "--engine", "apertium")
    assert "nothing to do" in ran.out
    assert again.target("es").events == before


@needs_apertium
def test_apertium_drafts(shell: Shell, article: Article) -> None:
    ran = shell("translate", article.slug, "--engine", "apertium")
    assert "(apertium, eng-spa 3." in ran.out
    texts = article.target("es").texts.values()
    assert any("[el Boletín](https://bulletin.example/appeal)" in text for text in texts) or any(
        "(https://bulletin.example/appeal)" in text for text in texts
    )


def test_a_server_is_named_before_it_is_asked(
    shell: Shell, article: Article, server: FakeServer
) -> None:
    ran = shell("translate", article.slug, "--engine", "libretranslate")
    assert ran.err.startswith("notice: libretranslate sends the texts to 127.0.0.1:")
    assert article.target("es").texts[article.units[0].id] == "COURT EXTENDS ARREST"


def test_withheld_names_stay_here(
    shell: Shell,
    article: Article,
    server: FakeServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = tmp_path / "withheld.txt"
    names.write_text("Pavel Orlin\n", encoding="utf-8")
    monkeypatch.setenv("WORKFLOW_WITHHELD", str(names))
    shell("translate", article.slug, *SERVER)
    assert "Orlin" not in str([asked.body for asked in server.asked])
    assert any("Pavel Orlin" in text for text in article.target("es").texts.values())


def test_without_the_list_of_withheld_names_nothing_is_sent(
    shell: Shell, article: Article, server: FakeServer, workspace: Workspace
) -> None:
    (workspace.root / "withheld.fingerprint").write_text("0123", encoding="utf-8")
    ran = shell("translate", article.slug, *SERVER)
    assert ran.code == 1
    assert not any(asked.body for asked in server.asked)


def test_a_server_that_nobody_named_is_not_used(shell: Shell, article: Article) -> None:
    ran = shell("translate", article.slug, "--engine", "libretranslate")
    assert ran.code == 3
    assert "[engines.libretranslate]" in ran.err


def test_auto_takes_the_best_and_says_which(
    shell: Shell, article: Article, server: FakeServer
) -> None:
    ran = shell("translate", article.slug, "--engine", "auto")
    assert "(libretranslate, 127.0.0.1:" in ran.out


@needs_apertium
def test_engines_are_compared_by_anybody_and_nothing_is_written(
    shell: Shell, article: Article, server: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKFLOW_BY")
    ran = shell("translate", article.slug, "--compare")
    assert ran.code == 0
    names = ["libretranslate", "apertium", "argos"]
    lines = ran.out.splitlines()
    assert lines[0].endswith("Court extends arrest")
    assert [line.split()[0] for line in lines[1:4]] == names
    assert article.targets == ()


def test_a_comparison_takes_no_engine(shell: Shell, article: Article) -> None:
    assert shell("translate", article.slug, "--compare", "--engine", "argos").code == 2


def test_a_target_is_drafted_from_an_approved_one(
    shell: Shell, article: Article, server: FakeServer
) -> None:
    approve(article, "fr")
    ran = shell(*RELAYED)
    assert ran.code == 0
    title = article.units[0].id
    unit = article.target("es").state.units[title]
    assert unit.text == "FR COURT EXTENDS ARREST"
    assert unit.origin is not None
    assert unit.origin.via == "fr"
    assert {asked.body["source"] for asked in server.asked if asked.body} == {"fr"}
    assert "by way of      fr" in shell("credits", article.slug, "--to", "es").out
    assert "from the target fr" in shell("history", article.slug, "--to", "es").out


def test_readers_are_told_of_the_language_in_the_middle(
    shell: Shell, article: Article, server: FakeServer, workspace: Workspace
) -> None:
    approve(article, "fr")
    shell(*RELAYED)
    assert shell("publish", article.slug, "--to", "es", "--preview").code == 0
    pages = [path for path in workspace.root.rglob("index.html") if article.slug in path.parts]
    assert any("Traducido a través de: <bdi>francés</bdi>" in p.read_text("utf-8") for p in pages)


def test_a_reviewer_sees_all_three_texts(
    shell: Shell, article: Article, server: FakeServer, tmp_path: Path
) -> None:
    approve(article, "fr")
    shell(*RELAYED)
    file = tmp_path / "es.md"
    assert shell("review", "edit", SLUG, "--to", "es", "--to-file", str(file)).code == 0
    text = file.read_text(encoding="utf-8")
    assert "# Court extends arrest\n# fr: fr Court extends arrest\n" in text
    assert "\nFR COURT EXTENDS ARREST\n" in text


def test_a_relay_must_be_approved(shell: Shell, article: Article, server: FakeServer) -> None:
    approve(article, "fr")
    article.target("fr").edit({article.units[0].id: "Autre titre"}, "ana")
    ran = shell(*RELAYED)
    assert ran.code == 1
    assert "[fr] is not approved" in ran.err
    assert shell("translate", SLUG, "--to", "es", "--relay", "en", *SERVER).code == 2


def test_a_change_in_the_middle_marks_what_came_from_it(
    shell: Shell, article: Article, server: FakeServer
) -> None:
    approve(article, "fr")
    shell(*RELAYED)
    assert "fr changed" not in shell("status").out
    title = article.units[0].id
    article.target("fr").edit({title: "Un autre titre"}, "ana")
    assert "fr changed below 1 unit drafted from it" in shell("status").out
    article.target("es").edit({title: "Otro título"}, "ana")
    assert "fr changed" not in shell("status").out
