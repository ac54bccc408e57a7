"""What keeps an article from going out: each is refused with nothing written."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workflow.errors import InputError, NotReady
from workflow.publish.output import OutputFile
from workflow.publish.publishing import publish_target
from workflow.withheld.listing import VARIABLE, withhold
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

NOW = datetime.now(UTC)
Targets = Callable[[str], Target]


def test_an_unknown_format_and_a_missing_picture_write_nothing(
    workspace: Workspace, approved: Targets
) -> None:
    target = approved("es")
    with pytest.raises(InputError, match="no format 'papyrus'"):
        publish_target(target, "mara", ["web", "papyrus"], NOW)
    (target.article.media / "cover.png").unlink()
    with pytest.raises(InputError, match=r"cover\.png is not there"):
        publish_target(target, "mara", ["web"], NOW)
    assert not workspace.public.exists()


def test_a_broken_template_of_the_workspace_is_named_with_its_line(
    workspace: Workspace, approved: Targets
) -> None:
    own = workspace.templates / "web" / "article.html"
    own.parent.mkdir(parents=True)
    own.write_text("<p>\n{{ article.no_such_thing }}", encoding="utf-8")
    with pytest.raises(InputError, match=r"article\.html:2: .*no_such_thing"):
        publish_target(approved("es"), "mara", ["web"], NOW)
    assert not workspace.public.exists()


def test_a_template_cannot_reach_beyond_the_article(
    workspace: Workspace, approved: Targets
) -> None:
    own = workspace.templates / "web" / "article.html"
    own.parent.mkdir(parents=True)
    own.write_text("{{ article.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(InputError, match="unsafe"):
        publish_target(approved("es"), "mara", ["web"], NOW)


def test_a_link_out_of_public_is_refused(
    workspace: Workspace, approved: Targets, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    workspace.public.mkdir()
    (workspace.public / "es").symlink_to(elsewhere)
    with pytest.raises(InputError, match="leads out of"):
        publish_target(approved("es"), "mara", ["web"], NOW)
    assert not any(elsewhere.iterdir())


def test_media_that_lead_out_of_their_folder_are_refused(
    workspace: Workspace, approved: Targets, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    target = approved("es")
    (target.article.media / "cover.png").unlink()
    (target.article.media / "cover.png").symlink_to(secret)
    with pytest.raises(InputError, match="is not there"):
        publish_target(target, "mara", ["web"], NOW)


def test_a_withheld_name_closes_the_gate_and_is_not_repeated(
    workspace: Workspace,
    approved: Targets,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    target = approved("es")
    word = max(" ".join(target.texts.values()).split(), key=len).strip(".,«»")
    monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("outside") / "list.txt"))
    withhold(workspace, word)
    with pytest.raises(NotReady, match="a withheld name stands in") as caught:
        publish_target(target, "mara", ["web"], NOW)
    assert word not in caught.value.message + caught.value.hint
    assert not workspace.public.exists()


def test_an_output_that_writes_elsewhere_is_refused(
    workspace: Workspace, approved: Targets, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Elsewhere:
        def files(self, article: object, media: object) -> list[OutputFile]:
            return [OutputFile("es/another-article/index.html", b"")]

    monkeypatch.setattr("workflow.publish.making.output", lambda *_: Elsewhere())
    with pytest.raises(InputError, match=r"es/another-article/index\.html, which is not below"):
        publish_target(approved("es"), "mara", ["text"], NOW)
    assert not workspace.public.exists()
