"""`workflow status`."""

import json

from tests.cli.conftest import Shell
from workflow.workspace.article import Article
from workflow.workspace.events import Origin


def test_an_empty_workspace_says_what_to_do(shell: Shell) -> None:
    assert "workflow new" in shell("status").out


def test_the_board_has_a_line_for_every_target(shell: Shell, article: Article) -> None:
    article.add_target("es", "ana")
    article.add_target("fr", "ana")
    lines = shell("status").out.splitlines()
    assert [line.split("\t")[:3] for line in lines] == [
        ["court-extends-arrest", "en→es", "new"],
        ["court-extends-arrest", "en→fr", "new"],
    ]


def test_json(shell: Shell, article: Article) -> None:
    article.add_target("es", "ana")
    (row,) = json.loads(shell("status", "--json").out)["rows"]
    assert row["article"] == "court-extends-arrest"
    assert row["target"] == "es"
    assert row["who"] == "ana"


def test_units_of_a_corrected_source_are_named(shell: Shell, article: Article) -> None:
    target = article.add_target("es", "ana")
    target.edit({key: f"ES {text}" for key, text in target.state.source.items()}, "ana")
    path = article.path / "source.md"
    path.write_text(path.read_text(encoding="utf-8").replace("20 min", "25 min"), encoding="utf-8")
    (row,) = json.loads(shell("status", "--json").out)["rows"]
    (unit,) = row["corrected"]
    assert f"to be looked at after a correction: {unit}\n" in shell("status").out


def test_whoever_has_a_pseudonym_is_named_by_it(shell: Shell, article: Article) -> None:
    article.add_target("es", "ana")
    path = article.workspace.root / "workflow.toml"
    named = 'name = "Ana Prueba"'
    settings = path.read_text(encoding="utf-8")
    path.write_text(settings.replace(named, f'{named}\npseudonym = "A. Bode"'), encoding="utf-8")
    assert "A. Bode" in shell("status").out
    assert "Ana Prueba" not in shell("status").out


def test_an_unknown_article(shell: Shell) -> None:
    ran = shell("status", "nothing")
    assert ran.code == 2
    assert "there is no article 'nothing'" in ran.err


def test_an_article_that_is_named_shows_where_its_texts_come_from(
    shell: Shell, article: Article
) -> None:
    unit = article.units[0].id
    origin = Origin(engine="argos", package="ru-en 1.9", terms=("court",))
    article.add_target("es", "ana").draft({unit: ("Uno", origin)}, "ana", {unit: ""})
    line = shell("status", article.slug).out.splitlines()[1]
    assert line.startswith("court-extends-arrest [es]: 1 by argos (ru-en 1.9) on 20")
    assert line.endswith("; terms put in: court")
    (one,) = json.loads(shell("status", article.slug, "--json").out)["origins"]
    assert (one["unit"], one["origin"]["package"], one["changed"]) == (unit, "ru-en 1.9", False)
