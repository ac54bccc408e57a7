"""The review page as it runs, and people who sit before it in Debian's Chromium."""

import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, sync_playwright

from workflow.server.access import Access
from workflow.server.app import create_app
from workflow.workspace.article import Article

CHROMIUM = shutil.which("chromium")
GLOSSARY = """\
concepts:
- id: court
  note: Not the yard.
  terms: {en: court, es: tribunal, ar: محكمة}
- id: charge
  terms: {en: charge, es: acusación}
"""
SPANISH = [
    "El tribunal prorroga el arresto",
    "Vera Example",
    "El tribunal de Ravnoye prorrogó el arresto de Pavel Orlin. **Niega** la acusación.",
    "Lo que dice la abogada",
    "Recurriremos, dijo al [Bulletin](https://bulletin.example/appeal).",
    "La primera vista duró 20 minutos.",
    "La segunda fue a puerta cerrada.",
]
"""A translation of the report in which the checks find no fault."""
Person = Callable[..., Page]
"""Opens the board for a person of the newsroom; options go to the browser's context."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """Debian's browser, started once."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def served(report: Article) -> Iterator[str]:
    """The address at which the newsroom's review page runs."""
    report.workspace.glossary_path.write_text(GLOSSARY, encoding="utf-8")
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = create_app(Path(report.workspace.root), port=port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    running.start()
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    running.join()


@pytest.fixture
def person(chromium: Chromium, served: str, report: Article) -> Iterator[Person]:
    """Signs people in by their link; nothing that they do may be worth a complaint."""
    access = Access(report.workspace.cache / "server")
    complaints: list[str] = []
    contexts = []

    def sits_down(name: str, **options: object) -> Page:
        context = chromium.new_context(base_url=served, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"/enter/{access.link(name)}")
        page.get_by_role("button", name="Sign in").press("Enter")
        page.wait_for_url("/")
        return page

    yield sits_down
    for context in contexts:
        context.close()
    # Chromium itself tells of every refusal, which is how the page learns of two texts.
    expected = re.compile(r"status of 4\d\d |net::ERR_FAILED$")
    assert [text for text in complaints if not expected.search(text)] == []
