"""Argos's index, served on this machine by a small server."""

import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from workflow.engines.argos import index
from workflow.engines.argos.index import fetch_offers
from workflow.engines.argos.installed import installed_packages
from workflow.engines.argos.installing import install_pair
from workflow.errors import MissingPart

MakePackage = Callable[..., Path]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the address at which it is served."""
    folder = tmp_path / "site"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def offered(
    site: tuple[Path, str], make_package: MakePackage, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """An index with ru → en in two versions and en → es; the list notes each download."""
    from argostranslate import settings

    folder, address = site
    entries: list[dict[str, object]] = [{"type": "sbd", "from_codes": ["en"]}]
    for source, target, version in [("ru", "en", "1.9"), ("ru", "en", "1.10"), ("en", "es", "1.0")]:
        file = make_package(source, target, version, model=False)
        (folder / file.name).write_bytes(file.read_bytes())
        entries.append(
            {
                "package_version": version,
                "from_code": source,
                "to_code": target,
                "links": ["ftp://old.example/x", f"{address}/gone", f"{address}/{file.name}"],
            }
        )
    (folder / "index.json").write_text(json.dumps(entries))
    monkeypatch.setattr(settings, "remote_package_index", f"{address}/index.json")
    return [address]


def labels() -> list[str]:
    return [package.metadata.label for package in installed_packages()]


def test_the_newest_version_of_a_pair_is_installed(offered: list[str]) -> None:
    install_pair("ru", "en")
    assert labels() == ["ru-en 1.10"]


def test_a_pair_without_a_package_is_installed_as_a_chain(offered: list[str]) -> None:
    assert [package.metadata.label for package in install_pair("ru", "es")] == [
        "ru-en 1.10",
        "en-es 1.0",
    ]


def test_what_is_installed_is_not_downloaded_again(
    offered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    install_pair("ru", "en")
    monkeypatch.setattr(index, "_save", lambda *_: pytest.fail("downloaded again"))
    assert [package.metadata.label for package in install_pair("ru", "en")] == ["ru-en 1.10"]


def test_progress_is_told(offered: list[str]) -> None:
    told: list[tuple[int, int | None]] = []
    install_pair("ru", "en", received=lambda metadata: lambda *bytes_: told.append(bytes_))
    assert told
    assert told[-1][0] == told[-1][1]


def test_a_pair_that_nobody_offers_is_an_error(offered: list[str]) -> None:
    with pytest.raises(MissingPart, match="en → ru"):
        install_pair("en", "ru")


def test_an_index_out_of_reach_is_an_error_with_a_way_out() -> None:
    with pytest.raises(MissingPart) as caught:
        fetch_offers("http://127.0.0.1:9/index.json")
    assert "workflow models install FILE" in caught.value.hint


def test_a_page_that_is_no_index_is_an_error(site: tuple[Path, str]) -> None:
    folder, address = site
    (folder / "index.json").write_text("<html>Please log in</html>")
    with pytest.raises(MissingPart, match="not an index"):
        fetch_offers(f"{address}/index.json")


def test_an_index_that_never_ends_is_cut(
    site: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, address = site
    (folder / "index.json").write_text(" " * 5000)
    monkeypatch.setattr(index, "_MOST_INDEX", 1000)
    with pytest.raises(MissingPart, match="sends more than"):
        fetch_offers(f"{address}/index.json")


def test_only_safe_addresses_are_used(offered: list[str]) -> None:
    (address,) = offered
    assert {link for offer in fetch_offers(f"{address}/index.json") for link in offer.links} == {
        link
        for name in ("gone", "translate-ru_en-1_10.argosmodel", "translate-en_es-1_0.argosmodel")
        for link in [f"{address}/{name}"]
    }


def test_a_file_is_no_index() -> None:
    with pytest.raises(MissingPart):
        fetch_offers("file:///etc/passwd")
