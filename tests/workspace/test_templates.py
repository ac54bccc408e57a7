from pathlib import Path

import pytest

from workflow.errors import InputError, MissingPart
from workflow.workspace import templates
from workflow.workspace.compiled import compiled_templates
from workflow.workspace.templates import (
    find_template,
    render,
    shipped_templates,
    template_environment,
)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A package folder with templates of its own."""
    monkeypatch.setattr(templates, "_PACKAGE", tmp_path / "package")
    folder = tmp_path / "package" / "templates"
    write(folder, "page.html", "shipped {{ name }}")
    return folder


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "workspace" / "templates"
    folder.mkdir(parents=True)
    return folder


def test_the_shipped_templates_serve_where_a_workspace_has_none(shipped, own):
    assert render(template_environment(own), "page.html", {"name": "Ana"}) == "shipped Ana"
    assert render(template_environment(None), "page.html", {"name": "Ana"}) == "shipped Ana"


def test_a_workspace_overrides_one_template(shipped, own):
    write(own, "page.html", "our own {{ name }}")
    assert render(template_environment(own), "page.html", {"name": "Ana"}) == "our own Ana"


def test_a_checkout_uses_the_folder_at_its_top():
    assert (shipped_templates() / "review" / "diff.html").is_file()


def test_values_are_escaped(shipped, own):
    text = render(template_environment(own), "page.html", {"name": "<script>"})
    assert text == "shipped &lt;script&gt;"


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/passwd", "a/../../secret.txt", "missing.html"]
)
def test_a_name_never_leads_out_of_the_folder(shipped, own, name):
    write(own.parent, "secret.txt", "secret")
    assert find_template(name, own) is None


def test_a_link_never_leads_out_of_the_folder(shipped, own):
    secret = write(own.parent, "secret.txt", "secret")
    (own / "page.html").symlink_to(secret)
    assert render(template_environment(own), "page.html", {"name": "Ana"}) == "shipped Ana"


def test_a_missing_template_is_named(shipped, own):
    write(own, "page.html", "{% include 'head.html' %}")
    with pytest.raises(InputError, match=r"templates/head\.html: there is no such template"):
        render(template_environment(own), "page.html", {})


@pytest.mark.parametrize(
    "text",
    [
        "\n{% if %}",
        "\n{{ nobody }}",
        "\n{{ 1 + name }}",
        "\n{{ 1 / 0 }}",
        "\n{{ ''.__class__.__mro__ }}",
    ],
    ids=["syntax", "unknown name", "type", "division", "sandbox"],
)
def test_a_fault_names_file_and_line(shipped, own, text):
    path = write(own, "page.html", text)
    with pytest.raises(InputError) as caught:
        render(template_environment(own), "page.html", {"name": "Ana"})
    assert caught.value.message.startswith(f"{path}:2: ")
    assert "Mend the template" in caught.value.hint


def test_a_fault_in_an_included_template_names_that_one(shipped, own):
    write(own, "page.html", "{% include 'head.html' %}")
    head = write(own, "head.html", "\n\n{{ nobody }}")
    with pytest.raises(InputError) as caught:
        render(template_environment(own), "page.html", {"name": "Ana"})
    assert caught.value.message.startswith(f"{head}:3: ")


def test_a_template_is_compiled_once_and_again_when_it_changes(shipped, own, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert render(template_environment(None), "page.html", {"name": "Ana"}) == "shipped Ana"

    def compile_again(*_: object) -> None:
        pytest.fail("it was compiled again")

    with monkeypatch.context() as patched:
        patched.setattr("jinja2.Environment._generate", compile_again)
        assert render(template_environment(None), "page.html", {"name": "Cai"}) == "shipped Cai"
    write(shipped, "page.html", "changed {{ name }}")
    assert render(template_environment(None), "page.html", {"name": "Ana"}) == "changed Ana"


def test_templates_are_rendered_where_nothing_can_be_kept(shipped, monkeypatch, tmp_path):
    write(tmp_path, "no-folder", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no-folder"))
    assert render(template_environment(None), "page.html", {"name": "Ana"}) == "shipped Ana"


def test_what_others_could_write_is_never_run(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert compiled_templates()
    (tmp_path / "newsroom-workflow" / "templates").chmod(0o777)
    assert compiled_templates() is None


def test_nothing_is_kept_where_there_is_no_home(monkeypatch):
    def homeless() -> Path:
        raise MissingPart("nobody knows the home", hint="Set HOME.")

    monkeypatch.setattr("workflow.workspace.compiled.user_cache", homeless)
    assert compiled_templates() is None
