"""A preview is not shown where a name is withheld."""

from typing import Any

import pytest

from workflow.withheld.listing import VARIABLE, withhold
from workflow.workspace.article import Article


def test_a_preview_with_a_withheld_name_is_refused(
    shell: Any,
    article: Article,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    workspace = article.workspace
    target = article.add_target("es", "ana")
    target.edit(dict.fromkeys(article.texts, "Pavel Orlin."), "ana")
    assert shell("publish", article.slug, "--preview").code == 0
    monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("outside") / "list.txt"))
    withhold(workspace, "Pavel Orlin")
    ran = shell("publish", article.slug, "--preview")
    assert ran.code == 1
    assert "a withheld name stands in" in ran.err
    assert "Orlin" not in ran.out + ran.err
    monkeypatch.delenv(VARIABLE)
    assert shell("publish", article.slug, "--preview").code == 0
