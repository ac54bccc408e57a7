"""The search as readers use it: typing, in a browser, in three scripts."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.publish.site.newsroom import Newsroom
from workflow.publish.site import search

pytestmark = pytest.mark.peer
CHROMIUM = shutil.which("chromium")
TITLES = {
    "es": ("La barca del río", "La escuela mañana", "Una carta"),
    "ru": ("Лодка на реке", "Школа завтра", "Письмо ещё идёт"),
    "ar": ("القارب في النهر", "المدرسة غدًا", "رسالة"),
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site in three languages is served, with an index in several parts."""
    newsroom = Newsroom(tmp_path_factory.mktemp("search") / "bulletin")
    for number in range(9):
        newsroom.write(f"story-{number}")
        for tag, titles in TITLES.items():
            title = titles[number] if number < len(titles) else f"{number}"
            newsroom.translate(f"story-{number}", tag, title=title, p=f"{title} 2024")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(search, "REACH", 1)
        newsroom.publish_all()
    assert len(list((newsroom.public / "es/search").glob("*.json"))) > 1
    handler = partial(_Quiet, directory=str(newsroom.public))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def reader() -> Iterator[Any]:
    """A page of Debian's browser."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def found(reader: Any) -> list[str]:
    """What the page shows, once the search has come to an end."""
    reader.locator("#found li, [role=status]:not(:empty)").first.wait_for()
    reader.wait_for_load_state("networkidle")
    titles: list[str] = reader.locator("#found h2 a").all_inner_texts()
    return titles


@pytest.mark.parametrize(
    ("language", "words", "titles"),
    [
        ("es", "rio", [0]),
        ("es", "MAÑAN", [1]),
        ("es", "escuelas", [1]),
        ("es", "carta 2024", [2]),
        ("es", "barca escuela", []),
        ("ru", "лодка", [0]),
        ("ru", "школ", [1]),
        ("ru", "еще", [2]),
        ("ar", "القارب", [0]),
        ("ar", "غدا", [1]),
        ("ar", "رسال", [2]),
    ],
)
def test_what_is_typed_is_found(
    reader: Any, address: str, language: str, words: str, titles: list[int]
) -> None:
    reader.goto(f"{address}/{language}/search/index.html")
    reader.get_by_role("searchbox").press_sequentially(words)
    assert found(reader) == [TITLES[language][number] for number in titles]


def test_the_search_goes_through_all_parts_of_the_index(reader: Any, address: str) -> None:
    reader.goto(f"{address}/es/search/index.html")
    reader.get_by_role("searchbox").fill("2024")
    assert len(found(reader)) == 9


def test_an_address_with_words_is_a_search_and_what_is_found_can_be_opened(
    reader: Any, address: str
) -> None:
    reader.goto(f"{address}/ru/search/index.html?q=Лодка")
    assert found(reader) == ["Лодка на реке"]
    reader.locator("#found a").click()
    assert reader.locator("h1").inner_text() == "Лодка на реке"
