"""`workflow status`."""

import json

from tests.cli.conftest import Shell
from workflow.workspace.article import Article


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


def test_an_unknown_article(shell: Shell) -> None:
    ran = shell("status", "nothing")
    assert ran.code == 2
    assert "there is no article 'nothing'" in ran.err
