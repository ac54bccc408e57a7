"""What a command imports: no more than its work needs, since that is most of a short command."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SPANISH
from workflow.workspace.article import Article
from workflow.workspace.events import Approved, Submitted
from workflow.workspace.workspace import Workspace

ENGINES = {"argostranslate", "ctranslate2", "sentencepiece", "numpy"}
LEMMATISERS = {"simplemma", "snowballstemmer"}
DOCUMENTS = {"docx", "trafilatura", "weasyprint", "pypdf", "workflow.document.importing"}
PAGES = {"jinja2", "lxml", "markdown_it"}
AT_NO_START = ENGINES | {"pydantic", "rich", "asyncio", "concurrent", "http", "workflow.server"}
PO = """\
msgid ""
msgstr "Language: es\\nX-Source-Language: en\\n"

msgid "The court sat for 20 minutes."
msgstr "El tribunal se reunió 20 minutos."
"""


def loaded(folder: Path, *words: str) -> set[str]:
    """Run a command in another process; return what it imported, with the packages around it."""
    code = f"""
import sys
from workflow.cli.app import main

sys.argv[1:] = {words!r}
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
    command = [sys.executable, "-c", code]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    modules = ran.stderr.splitlines()[-1].split()
    parted = [name.split(".") for name in modules]
    return {".".join(parts[:length]) for parts in parted for length in range(1, len(parts) + 1)}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["status"]])
def test_reading_loads_no_engine_lemmatiser_or_template_library(
    workspace: Workspace, article: Article, words: list[str]
) -> None:
    loaded(workspace.root, *words)  # the second run reads the index
    heavy = AT_NO_START | LEMMATISERS | DOCUMENTS | PAGES | {"babel", "polib", "ruamel"}
    assert loaded(workspace.root, *words) & heavy == set()


def test_a_lone_file_is_checked_without_what_belongs_to_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "one.po").write_text(PO, encoding="utf-8")
    heavy = AT_NO_START | DOCUMENTS | PAGES | {"yaml", "tomllib", "sqlite3"}
    heavy |= {"workflow.workspace.settings", "workflow.document.source"}
    modules = loaded(tmp_path, "check", "one.po")
    assert "workflow.checks.numbers" in modules
    assert modules & heavy == set()


def test_one_page_is_published_without_what_belongs_to_other_outputs(
    workspace: Workspace, article: Article
) -> None:
    target = article.add_target("es", "ana")
    target.edit({unit.id: SPANISH[unit.text] for unit in article.units}, "ana")
    state = target.state
    target.record(Submitted(text=state.text_hash, source=state.source_hash), "ana")
    target.record(Approved(text=state.text_hash, source=state.source_hash), "ben")
    heavy = AT_NO_START | LEMMATISERS | DOCUMENTS
    heavy |= {"rapidfuzz", "importlib.metadata", "workflow.checks.catalogue"}
    heavy |= {"workflow.publish.docx", "workflow.publish.epub", "workflow.publish.wxr"}
    heavy |= {"workflow.document.subtitles.captions"}
    words = ["publish", article.slug, "--format", "web", "--by", "ben"]
    assert loaded(workspace.root, *words) & heavy == set()
    assert (workspace.public / "es" / article.slug / "index.html").is_file()
