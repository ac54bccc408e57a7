"""What most tests begin with: a small newsroom of invented people and one article of theirs."""

from pathlib import Path

import pytest
from hypothesis import settings

from workflow.document.source import Source
from workflow.workspace.article import Article
from workflow.workspace.workspace import Workspace

settings.register_profile("untimed", deadline=None)  # a busy machine makes no test fail
settings.load_profile("untimed")

SETTINGS = """\
[workspace]
name = "The Bulletin"
url = "https://bulletin.example"
targets = ["es"]

[contributors.ana]
name = "Ana Prueba"
roles = ["translator"]
email = "ana@bulletin.example"

[contributors.ben]
name = "Ben Muster"
roles = ["reviewer", "publisher"]
"""

BODY = """\
The court in Ravnoye extended the arrest of Pavel Orlin. He **denies** the charge.

## What the lawyer says

> We will appeal, she told [the Bulletin](https://bulletin.example/appeal).

- The first hearing took 20 minutes.
- The second was closed to the public.
"""

SPANISH = {
    "Court extends arrest": "El tribunal prolonga el arresto",
    "Vera Example": "Vera Example",
    "The court in Ravnoye extended the arrest of Pavel Orlin. He **denies** the charge.": (
        "El tribunal de Ravnoye prolongó el arresto de Pavel Orlin. Él **niega** la acusación."
    ),
    "What the lawyer says": "Lo que dice la abogada",
    "We will appeal, she told [the Bulletin](https://bulletin.example/appeal).": (
        "Apelaremos, dijo al [Boletín](https://bulletin.example/appeal)."
    ),
    "The first hearing took 20 minutes.": "La primera audiencia duró 20 minutos.",
    "The second was closed to the public.": "La segunda se celebró a puerta cerrada.",
}
"""The report below in Spanish, by the text of each unit; no check has anything to say of it."""


@pytest.fixture(autouse=True)
def _nobody_in_particular(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests do not depend on who runs them."""
    monkeypatch.delenv("WORKFLOW_BY", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace with a translator, Ana, and a reviewer, Ben."""
    root = tmp_path / "newsroom"
    root.mkdir()
    (root / "workflow.toml").write_text(SETTINGS, encoding="utf-8")
    return Workspace.find(root)


@pytest.fixture
def source() -> Source:
    """A short English news report."""
    return Source(title="Court extends arrest", language="en", authors=("Vera Example",), body=BODY)


@pytest.fixture
def article(workspace: Workspace, source: Source) -> Article:
    """The report as an article of the workspace, without a target."""
    return workspace.create("court-extends-arrest", source)
