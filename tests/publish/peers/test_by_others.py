"""The whole site, judged by other people's tools; `.ci/peers` installs them."""

import functools
import json
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from lxml import etree, html

from tests.publish.peers.whole_site import build

HERE = Path(__file__).parent
MODULES = HERE.parents[2] / "build" / "peers" / "node_modules"
CHROMIUM = shutil.which("chromium") or ""
pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(not MODULES.is_dir(), reason="`.ci/peers` has not been run"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("peers") / "bulletin")


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Tests say enough."""


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    """The address at which the site stands while the tests run."""
    handler = functools.partial(Quiet, directory=site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def output_of(command: Sequence[str | Path]) -> str:
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    return made.stdout or made.stderr


def test_the_site_has_every_kind_of_page_in_every_script(site: Path) -> None:
    kinds = {
        (body.getparent().get("lang"), body.get("data-page"))
        for body in (html.parse(path).find("body") for path in pages(site))
        if body is not None
    }
    for kind in ("front", "archive", "topics", "topic", "people", "person", "search"):
        assert {(tag, kind) for tag in ("en", "es", "ru", "ar")} <= kinds
    for kind in ("article", "interview", "statement", "podcast"):
        assert {(tag, kind) for tag in ("en", "es", "ru", "ar")} <= kinds
    assert {kind for _, kind in kinds} >= {"door", "not-found", "withdrawn"}


def test_the_nu_html_checker_finds_nothing(site: Path) -> None:
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    said = output_of(["java", "-jar", jar, "--format", "json", "--stdout", *pages(site)])
    messages = [message["message"] for message in json.loads(said)["messages"]]
    # Files have no origin that `'self'` could mean: Chromium judges the policy below.
    assert [text for text in messages if "Content Security Policy" not in text] == []


def test_html_validate_finds_nothing(site: Path) -> None:
    command = [MODULES / ".bin" / "html-validate", "--config", HERE / "html-validate.json"]
    found = json.loads(output_of([*command, "--formatter", "json", site]))
    assert [
        (report["filePath"], message["ruleId"], message["message"])
        for report in found
        for message in report["messages"]
    ] == []


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark"), (640, "paper")])
def test_everybody_can_read_every_page(site: Path, server: str, width: int, scheme: str) -> None:
    """No violation of axe-core's rules, nothing beside the screen, and no request elsewhere."""
    still = [path for path in pages(site) if b'http-equiv="refresh"' not in path.read_bytes()]
    command = ["node", HERE / "look.mjs", MODULES, CHROMIUM, str(width), scheme]
    addresses = [f"{server}/{path.relative_to(site).as_posix()}" for path in still]
    found = json.loads(output_of([*command, *addresses]))
    assert len(found) == len(still)
    assert {page: faults for page, faults in found.items() if faults} == {}


@pytest.mark.skipif(not shutil.which("newsboat"), reason="Newsboat is not installed")
def test_a_feed_reader_reads_the_feeds(site: Path, server: str, tmp_path: Path) -> None:
    """Newsboat, a reader on its own, finds every article and every episode with its sound."""
    feeds = [f"{tag}/{name}" for tag in ("en", "ru", "ar") for name in ("feed.xml", "podcast.xml")]
    (tmp_path / "urls").write_text("\n".join(f"{server}/{feed}" for feed in feeds), "utf-8")
    (tmp_path / "config").touch()
    own = ["-u", tmp_path / "urls", "-c", tmp_path / "cache", "-C", tmp_path / "config"]
    subprocess.run(
        ["newsboat", *own, "-x", "reload"],
        env={"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
        check=True,
    )
    with closing(sqlite3.connect(tmp_path / "cache")) as cache:
        read = cache.execute("SELECT feedurl, title, url, enclosure_type FROM rss_item").fetchall()
    for feed in feeds:
        tree = etree.parse(site / feed)
        titles = tree.findall("{*}entry/{*}title") or tree.findall("channel/item/title")
        items = [item for item in read if item[0].endswith(feed)]
        assert sorted(item[1] for item in items) == sorted(title.text for title in titles)
        assert all(item[2].startswith("https://bulletin.example/") for item in items)
        assert {item[3] for item in items} == {"audio/mpeg" if "podcast" in feed else ""}


def test_the_data_for_search_engines_are_in_schema_org_s_terms(site: Path, tmp_path: Path) -> None:
    """Checked by TypeScript against the types of schema-dts, which are made from schema.org."""
    lines = ['import type { NewsArticle, PodcastEpisode, WithContext } from "schema-dts";']
    for path in pages(site):
        for text in html.parse(path).xpath("//script[@type='application/ld+json']/text()"):
            kind = json.loads(text)["@type"]
            lines.append(f"export const a{len(lines)}: WithContext<{kind}> = {text};")
    assert sum("PodcastEpisode>" in line for line in lines) == 4
    (tmp_path / "node_modules").symlink_to(MODULES)
    (tmp_path / "data.ts").write_text("\n".join(lines), encoding="utf-8")
    options = ["--noEmit", "--strict", "--skipLibCheck", "--moduleResolution", "bundler"]
    modern = ["--target", "es2022", "--module", "esnext"]
    said = output_of([MODULES / ".bin" / "tsc", *options, *modern, tmp_path / "data.ts"])
    assert said == ""
