"""The workspace: finding it, making one, and what happens to articles as a whole."""

from pathlib import Path

import pytest

from workflow.document.source import Source
from workflow.errors import InputError, SettingsError
from workflow.workspace.article import Article
from workflow.workspace.events import Archived, Renamed, Restored
from workflow.workspace.people import acting
from workflow.workspace.setup import make_workspace
from workflow.workspace.workspace import Workspace


def test_it_is_found_from_any_folder_inside(workspace: Workspace) -> None:
    inside = workspace.root / "translations" / "x"
    inside.mkdir(parents=True)
    assert Workspace.find(inside).root == workspace.root.resolve()


def test_where_there_is_none_the_hint_is_init(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        Workspace.find(tmp_path)
    assert "workflow init" in caught.value.hint


def test_a_new_workspace_can_be_used_at_once(tmp_path: Path, source: Source) -> None:
    made = make_workspace(tmp_path / "new", name='The "Bulletin"', targets=("pt_br",))
    assert made.settings.workspace.name == 'The "Bulletin"'
    assert made.settings.workspace.targets == ("pt-BR",)
    assert made.create("a", source).add_target("es", "").texts
    with pytest.raises(InputError, match="workspace already"):
        make_workspace(tmp_path / "new", name=None, targets=())


def test_an_article_that_is_there_is_refused(article: Article, source: Source) -> None:
    with pytest.raises(InputError, match="already an article"):
        article.workspace.create(article.slug, source)


def test_an_unknown_article_names_near_ones(article: Article) -> None:
    with pytest.raises(InputError) as caught:
        article.workspace.article("court-extends-arest")
    assert "court-extends-arrest" in caught.value.hint


@pytest.mark.parametrize("slug", ["", "..", "../x", "a/b", "A", "a--b", "_archive", "x" * 101])
def test_only_plain_slugs(workspace: Workspace, source: Source, slug: str) -> None:
    with pytest.raises(InputError, match="is not a slug"):
        workspace.create(slug, source)


@pytest.mark.parametrize("name", ["../x.jpg", "/etc/x", "..", "a\\..\\b", "C:x", ""])
def test_media_stay_inside(workspace: Workspace, source: Source, name: str) -> None:
    with pytest.raises(InputError, match="below media"):
        workspace.create("a", source, {name: b""})


def test_a_link_out_of_the_workspace_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    workspace.translations.mkdir()
    (workspace.translations / "a").symlink_to(tmp_path / "outside")
    with pytest.raises(InputError, match="leads out of the workspace"):
        workspace.article("a")


def test_rename_moves_the_folder_and_is_recorded(article: Article) -> None:
    article.add_target("es", "ana")
    renamed = article.workspace.rename(article.slug, "arrest-extended", "ana")
    assert article.workspace.slugs() == ["arrest-extended"]
    assert isinstance(renamed.target("es").events[-1].payload, Renamed)
    assert "arrest-extended" in (renamed.path / "es.po").read_text(encoding="utf-8")


def test_rename_to_a_taken_slug_changes_nothing(article: Article, source: Source) -> None:
    article.workspace.create("taken", source)
    with pytest.raises(InputError, match="already an article taken"):
        article.workspace.rename(article.slug, "taken", "ana")
    assert article.workspace.slugs() == ["court-extends-arrest", "taken"]


def test_archive_and_back(article: Article) -> None:
    article.add_target("es", "ana")
    workspace = article.workspace
    workspace.archive(article.slug, "ana")
    assert workspace.slugs() == []
    with pytest.raises(InputError, match="in the archive"):
        workspace.article(article.slug)
    back = workspace.restore(article.slug, "ana")
    kinds = [type(event.payload) for event in back.target("es").events[-2:]]
    assert kinds == [Archived, Restored]


def test_who_acts(workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nobody is named"):
        acting(workspace.settings, workspace.root, None)
    config = tmp_path / "gitconfig"
    config.write_text("[user]\nemail = ANA@bulletin.example\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    assert acting(workspace.settings, workspace.root, None).id == "ana"
    monkeypatch.setenv("WORKFLOW_BY", "ben")
    assert acting(workspace.settings, workspace.root, None).id == "ben"
    assert acting(workspace.settings, workspace.root, "ana").id == "ana"
    with pytest.raises(InputError, match="'eve', who is not a contributor"):
        acting(workspace.settings, workspace.root, "eve")
