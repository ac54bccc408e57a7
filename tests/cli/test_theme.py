"""`workflow theme`."""

from tests.cli.conftest import Shell
from workflow.workspace.templates import shipped_templates
from workflow.workspace.workspace import Workspace


def test_a_template_is_copied_and_then_ours(shell: Shell, workspace: Workspace) -> None:
    assert "web/front.html" in shell("theme").out.splitlines()
    ran = shell("theme", "web/front.html", "docx/reference.docx")
    assert ran.code == 0
    copy = workspace.templates / "web" / "front.html"
    assert str(copy) in ran.out
    assert copy.read_bytes() == (shipped_templates() / "web" / "front.html").read_bytes()
    assert "web/front.html  (yours)" in shell("theme").out.splitlines()


def test_what_was_changed_is_never_copied_over(shell: Shell, workspace: Workspace) -> None:
    shell("theme", "web/front.html")
    copy = workspace.templates / "web" / "front.html"
    copy.write_text("ours", encoding="utf-8")
    assert shell("theme", "--all").code == 0
    assert copy.read_text("utf-8") == "ours"
    assert (workspace.templates / "parts" / "credits.html").is_file()


def test_a_name_that_no_template_has_is_refused(shell: Shell, workspace: Workspace) -> None:
    for name in ("web/fornt.html", "../workflow.toml", "server/base.html"):
        ran = shell("theme", "web/front.html", name)
        assert ran.code == 2
        assert f"there is no template {name!r}" in ran.err
    assert not (workspace.templates / "web").exists()
    assert shell("theme", "--all", "web/front.html").code == 2
