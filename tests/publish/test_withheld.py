"""A withheld name is let out by no output."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workflow.errors import NotReady
from workflow.publish.collecting import collect, write_collection
from workflow.publish.output import output_names
from workflow.publish.publishing import Press, publish_target
from workflow.workspace.files import write_atomic
from workflow.workspace.target import Target
from workflow.workspace.templates import shipped_templates
from workflow.workspace.workspace import Workspace

Targets = Callable[[str], Target]
NOW = datetime.now(UTC)


@pytest.fixture
def withhold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A function that puts a name on the list."""

    def put(name: str) -> None:
        path = tmp_path / "withheld.txt"
        path.write_text(f"# key: 0123456789abcdef\n{name}\n", encoding="utf-8")
        monkeypatch.setenv("WORKFLOW_WITHHELD", str(path))

    return put


@pytest.mark.parametrize("name", output_names())
def test_no_output_lets_a_name_out(
    name: str, workspace: Workspace, approved: Targets, withhold: Callable[[str], None]
) -> None:
    if name == "pdf":
        pytest.importorskip("weasyprint")
    target = approved("es")
    withhold("Ana Prueba")
    with pytest.raises(NotReady, match="a withheld name stands in") as refused:
        publish_target(target, "mara", [name], NOW)
    assert "Prueba" not in str(refused.value)
    assert not workspace.public.exists()


def test_a_name_in_the_source_alone_stops_the_bilingual_edition(
    workspace: Workspace, approved: Targets, withhold: Callable[[str], None]
) -> None:
    target = approved("ru")
    withhold("far bank")
    with pytest.raises(NotReady, match=r"bilingual\.docx"):
        publish_target(target, "mara", ["docx-bilingual"], NOW)


def test_a_name_that_the_house_puts_into_its_pdf_is_found(
    workspace: Workspace, approved: Targets, withhold: Callable[[str], None]
) -> None:
    pytest.importorskip("weasyprint")
    shipped = (shipped_templates() / "pdf/article.html").read_text("utf-8")
    own = shipped.replace("</body>", "<p>Set by Zoya Krasova</p></body>")
    write_atomic(workspace.templates / "pdf/article.html", own.encode())
    target = approved("es")
    withhold("Zoya Krasova")
    with pytest.raises(NotReady, match=r"es/far-bank/far-bank\.pdf \(once\)"):
        publish_target(target, "mara", ["pdf"], NOW)


@pytest.mark.parametrize("ending", ["docx", "epub"])
def test_no_collection_lets_a_name_out(
    ending: str,
    workspace: Workspace,
    approved: Targets,
    withhold: Callable[[str], None],
    tmp_path: Path,
) -> None:
    collection = collect([approved("es")], "Cartas", NOW)
    withhold("Ana Prueba")
    path = tmp_path / f"cartas.{ending}"
    with pytest.raises(NotReady, match="a withheld name stands in"):
        write_collection(collection, path, workspace)
    assert not path.exists()


def test_a_renamed_article_with_a_name_is_not_put_up_again(
    workspace: Workspace, approved: Targets, withhold: Callable[[str], None]
) -> None:
    publish_target(approved("es"), "mara", ["web"], NOW)
    workspace.rename("far-bank", "the-boat", "mara")
    withhold("Lidia Orlova")
    with pytest.raises(NotReady, match="withheld name"):
        Press(workspace).finish()
    assert not (workspace.public / "es/the-boat").exists()
