"""A newsroom whose review page is open, and browsers of the people in it."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from workflow.document.source import Source
from workflow.server.app import create_app
from workflow.workspace.article import Article
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

HOST = "127.0.0.1:8765"
ORIGIN = f"http://{HOST}"
SLUG = "court-extends-arrest"
FORM = {"origin": ORIGIN, "content-type": "application/x-www-form-urlencoded"}
"""The headers of a form that has no fields."""
SETTINGS = """\
[workspace]
name = "The Bulletin"
targets = ["es", "ar"]

[contributors.ana]
name = "Ana Prueba"
roles = ["translator"]
languages = ["es"]

[contributors.ben]
name = "Ben Muster"
roles = ["reviewer"]

[contributors.pia]
name = "Pia Ensayo"
roles = ["publisher", "editor"]

[contributors.gast]
name = "Gast Gast"
"""


class Browser(TestClient):
    """A browser of one person: it sends what a browser would, and follows no redirects."""

    def __init__(self, app: Starlette) -> None:
        super().__init__(
            app,
            base_url=ORIGIN,
            follow_redirects=False,
        )

    def submit(self, path: str, fields: Mapping[str, str | list[str]], *, script: bool = False):
        """Send a form as a page of ours would; the token is that of the page itself."""
        headers = {"origin": ORIGIN, "sec-fetch-site": "same-origin"}
        if script:
            headers["accept"] = "application/json"
        return self.post(path, data={"token": self.token(), **fields}, headers=headers)

    def seen(self, path: str) -> str:
        """What tells which text of a unit the person sees on its page at `path`."""
        return re.search(r'name="seen" value="(\w+)"', self.get(path).text)[1]

    def token(self) -> str:
        """What the forms of this session carry."""
        found = re.search(r'name="token" value="(\w+)"', self.get("/").text)
        return found[1] if found else ""


@pytest.fixture
def newsroom(workspace: Workspace) -> Workspace:
    """The newsroom with an editor who publishes, and somebody without a role."""
    (workspace.root / "workflow.toml").write_text(SETTINGS, encoding="utf-8")
    return Workspace.find(workspace.root)


@pytest.fixture
def report(newsroom: Workspace, source: Source) -> Article:
    """The report with a Spanish and an Arabic target, both empty."""
    article = newsroom.create(SLUG, source)
    article.add_target("es", "ana")
    article.add_target("ar", "pia")
    return article


@pytest.fixture
def spanish(report: Article) -> Callable[[], Target]:
    """Reads the Spanish target as any other command would."""
    return lambda: report.workspace.article(SLUG).target("es")


@pytest.fixture
def title(spanish: Callable[[], Target]) -> str:
    """The id of the first unit."""
    return next(iter(spanish().state.units))


@pytest.fixture
def app(report: Article) -> Iterator[Starlette]:
    made = create_app(Path(report.workspace.root))
    yield made
    made.state.desk.office.behind.close()


@pytest.fixture
def browser(app: Starlette) -> Callable[[str], Browser]:
    """Makes browsers in which somebody is signed in."""

    def signed_in(person: str) -> Browser:
        made = Browser(app)
        link = app.state.desk.office.access.link(person)
        made.post(
            f"/enter/{link}",
            data={},
            headers={"origin": ORIGIN, "content-type": "application/x-www-form-urlencoded"},
        )
        return made

    return signed_in
