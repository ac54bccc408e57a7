"""Fetching a page: only from servers on this machine, which a test's permission lets in."""

import gzip
import threading
import time
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from workflow.document.importing import fetch as fetching
from workflow.document.importing import import_source
from workflow.document.importing.fetch import Fetched, is_public
from workflow.document.importing.robots import may_fetch
from workflow.errors import InputError

PAGE = "<html><body><article><h1>Fishermen win</h1><p>{}</p></article></body></html>".format(
    "Forty-one fishermen have won access to <a href='/files'>the files</a> that were kept on them."
)


class Site(BaseHTTPRequestHandler):
    """Answers by path."""

    robots = ""
    asked: tuple[tuple[str, str, str], ...] = ()

    def do_GET(self) -> None:
        cls = type(self)
        agent = self.headers["User-Agent"]
        cls.asked = (*cls.asked, (self.path, self.headers["Host"], agent))
        match self.path:
            case "/robots.txt":
                self.answer(
                    self.robots.encode(), type="text/plain", status=200 if self.robots else 404
                )
            case "/page" | "/closed/page":
                self.answer(PAGE.encode())
            case "/packed":
                self.answer(gzip.compress(PAGE.encode()), **{"Content-Encoding": "gzip"})
            case "/bomb":
                bomb = gzip.compress(b" " * 60_000_000)
                self.answer(bomb, **{"Content-Encoding": "gzip"})
            case "/large":
                self.answer(b"a" * (fetching.MAX_SIZE + 10))
            case "/slow":
                self.send_response(200)
                self.end_headers()
                for _ in range(100):
                    self.wfile.write(b".")
                    time.sleep(0.1)
            case "/picture":
                self.answer(b"\x89PNG", type="image/png")
            case "/loop":
                self.answer(b"", status=302, Location="/loop")
            case path if path.startswith("/to/"):
                self.answer(b"", status=301, Location=path.removeprefix("/to/"))
            case _:
                self.answer(b"no", status=404)

    def answer(
        self, data: bytes, *, type: str = "text/html; charset=utf-8", status: int = 200, **more: str
    ) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": type, "Content-Length": str(len(data)), **more}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Site, "asked", ())
    monkeypatch.setattr(Site, "robots", "")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # readers hang up
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    yield f"http://news.example:{server.server_port}"
    server.shutdown()
    server.server_close()


def here(host: str, port: int) -> Sequence[str]:
    """Resolve one name to this machine, one to a private network, one to both."""
    return {
        "news.example": ["127.0.0.1"],
        "inside.example": ["10.0.0.7"],
        "both.example": ["127.0.0.1", "192.168.1.1"],
    }.get(host, [])


def fetch(url: str, seconds: float = 20) -> Fetched:
    return fetching.fetch(
        url, resolve=here, allow=lambda address: address == "127.0.0.1", seconds=seconds
    )


@pytest.mark.parametrize("path", ["/page", "/packed", "/to//page", "/to/page"])
def test_page_comes_with_its_address(site: str, path: str) -> None:
    if path == "/to/page":  # relative to /to/
        path = "/to/../page"
    assert fetch(site + path).data == PAGE.encode()


def test_fetched_page_knows_where_it_stood(site: str) -> None:
    found = fetch(f"{site}/to//page#part")
    assert found.url == f"{site}/page"
    source = import_source(found.data, found.name, address=found.url).source
    assert f"[the files]({site}/files)" in source.body
    assert source.publication is not None
    assert (source.publication.name, source.publication.url) == ("news.example", f"{site}/page")


def test_site_sees_who_comes_and_its_own_name(site: str) -> None:
    fetch(f"{site}/page")
    assert [path for path, _, _ in Site.asked] == ["/robots.txt", "/page"]
    assert {host for _, host, _ in Site.asked} == {site.removeprefix("http://")}
    assert all(agent.startswith("newsroom-workflow/") for _, _, agent in Site.asked)


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/missing", "404"),
        ("/picture", "image/png"),
        ("/large", "larger than"),
        ("/bomb", "larger than"),
        ("/loop", "moved more than"),
        ("/to/http://inside.example/", "not on the public internet"),
        ("/to/http://both.example/", "not on the public internet"),
        ("/to/file:///etc/passwd", "only http and https"),
        ("/to/ftp://news.example/", "only http and https"),
        ("/to/http://[", "address"),
        ("/to/http://nowhere.example/", "nobody knows"),
    ],
)
def test_pages_that_are_refused(site: str, path: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as refused:
        fetch(site + path)
    assert "Save the page" in refused.value.hint


def test_what_was_asked_for_in_secret_is_not_fetched_in_the_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moved = SimpleNamespace(status=301, location="http://news.example/page")
    monkeypatch.setattr("workflow.document.importing.fetch._Visit.get", lambda *_: moved)
    monkeypatch.setattr("workflow.document.importing.fetch._Visit.heed_robots", lambda *_: None)
    with pytest.raises(InputError, match="moved from https to http"):
        fetch("https://news.example/page")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://news.example/",
        "gopher://news.example/",
        "http://",
        "http://user:word@news.example/",
        "http://news.example/a b",
        "http://news.example/\r\nHost: x",
        "http://news.example:99999/",
        "http://inside.example/",
        "http://both.example/",
    ],
)
def test_addresses_that_are_never_visited(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching.socket, "create_connection", lambda *_: pytest.fail("it went"))
    with pytest.raises(InputError):
        fetch(url)


def test_name_is_resolved_once_for_each_visit(site: str) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    with pytest.raises(InputError, match="public internet"):
        fetching.fetch(
            f"{site}/page",
            resolve=lambda host, port: next(answers),
            allow=lambda address: address == "127.0.0.1",
        )
    assert [path for path, _, _ in Site.asked] == ["/robots.txt"]


def test_slow_sites_are_given_up(site: str) -> None:
    begun = time.monotonic()
    with pytest.raises(InputError, match="took too long"):
        fetch(f"{site}/slow", seconds=0.7)
    assert time.monotonic() - begun < 4


def test_robots_are_heard(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Site, "robots", "User-agent: *\nDisallow: /closed/\n")
    assert fetch(f"{site}/page").data
    with pytest.raises(InputError, match=r"robots\.txt"):
        fetch(f"{site}/closed/page")
    with pytest.raises(InputError, match=r"robots\.txt"):
        fetch(f"{site}/to//closed/page")


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.php$", "/x/a.php", False),
        ("User-agent: *\nDisallow: /*.php$", "/x/a.php?b", True),
        ("User-agent: *\nDisallow: /*?s=", "/find?s=1", False),
        ("User-agent: *\nDisallow: /\nUser-agent: newsroom-workflow\nDisallow: /x", "/a", True),
        ("User-agent: Newsroom-Workflow\nUser-agent: b\nDisallow: /x # why", "/x", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("Disallow: /", "/a", True),
        ("\ufeffuser-agent:*\r\ndisallow:/%D1%8F", "/я", False),
        ("User-agent: *\nDisallow: /" + "*a" * 3000 + "b", "/" + "a" * 5000, True),
    ],
)
def test_rules_of_robots(rules: str, path: str, allowed: bool) -> None:
    url = f"https://news.example{path}"
    assert may_fetch(rules.encode(), "newsroom-workflow/1", url) is allowed


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        *((private, False) for private in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1")),
        *((near, False) for near in ("169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1")),
        *((six, False) for six in ("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1")),
        *((inner, False) for inner in ("::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::")),
        ("255.255.255.255", False),
        ("no address", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
