"""What a reader finds: every page, and that every link on it leads somewhere."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from lxml import etree, html

from tests.publish.site.newsroom import Newsroom
from workflow.errors import InputError

PODCAST = """audio: [{title: The crossing, file: episode.mp3, duration: "12:30"}]
season: 2
episode: 7
participants: [Pavel Gorin, Mara Sundal]
parts: [{start: "0:00", title: The quay}, {start: "2:05", title: The boat}]
cover: {file: bridge.png, alt: A bridge}
"""
SITE = "https://bulletin.example/"


def links_of(path: Path) -> Iterator[str]:
    """Every address that a page or a feed names."""
    if path.suffix == ".html":
        tree = html.parse(path)
        yield from tree.xpath("//@href | //@src")
        yield from tree.xpath("//meta[@property='og:url' or @property='og:image']/@content")
        yield from tree.xpath("//form/@data-newest")
        for refresh in tree.xpath("//meta[@http-equiv='refresh']/@content"):
            yield str(refresh).partition("url=")[2]
    elif path.suffix == ".xml":
        tree = etree.parse(path)
        yield from tree.xpath("//@href | //@url")
        names = ("loc", "link", "id", "comments")
        for element in tree.iter():
            if etree.QName(element).localname in names and (element.text or "").strip():
                yield element.text
    elif path.parent.name == "search":
        part = json.loads(path.read_bytes())
        yield from (article["href"] for article in part["articles"])
        yield from filter(None, [part["older"]])


def broken(public: Path) -> list[tuple[str, str]]:
    """The pages with a link that leads to nothing on the site."""
    found = []
    for path in sorted(public.rglob("*")):
        page = path.relative_to(public).as_posix()
        for link in links_of(path) if path.is_file() else ():
            base = SITE if path.name == "404.html" else SITE + page
            whole = urldefrag(urljoin(base, link)).url
            inside = whole.startswith(SITE)
            place = public / unquote(whole.removeprefix(SITE))
            place = place / "index.html" if whole.endswith("/") else place
            if inside and not place.is_file():
                found.append((page, link))
    return found


def test_every_link_of_a_whole_site_leads_somewhere(with_originals: Newsroom) -> None:
    room = with_originals
    room.story("far-bank", ("es", "ru"), more="tags: [rivers, schools]\n")
    room.story("old-name", ("es",), more="tags: [rivers]\n")
    room.story("episode", ("es",), kind="podcast", more=PODCAST)
    room.story("mistake", ("es", "ru"))
    room.workspace.rename("old-name", "new-name", "mara")
    room.unpublish("mistake", "es")
    room.publish_all()
    pages = set(room.files())
    assert {
        *("es/topics/es-rivers/index.html", "es/people/lidia-orlova/index.html"),
        *("es/podcast.xml", "es/episode/chapters.json", "en/far-bank/index.html"),
        *("es/old-name/index.html", "es/new-name/index.html", "es/mistake/index.html"),
        *("ru/mistake/index.html", "en/feed.xml", "404.html", "robots.txt"),
    } <= pages
    assert broken(room.public) == []


def test_a_small_site_has_no_empty_lists(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    assert broken(newsroom.public) == []
    pages = set(newsroom.files())
    assert not [page for page in pages if "topics" in page or "podcast" in page or "/en/" in page]


def test_pages_name_each_other_in_all_languages(with_originals: Newsroom) -> None:
    with_originals.story("far-bank", ("es", "ru"))
    for kind in ("", "far-bank/", "archive/", "search/"):
        found = [
            {
                (link.get("hreflang"), link.get("href"))
                for link in html.parse(with_originals.public / tag / f"{kind}index.html").xpath(
                    "//link[@rel='alternate'][@hreflang]"
                )
            }
            for tag in ("en", "es", "ru")
        ]
        assert found[0] == found[1] == found[2]
        assert {(tag, f"{SITE}{tag}/{kind}") for tag in ("en", "es", "ru")} <= found[0]
    assert ("x-default", f"{SITE}en/far-bank/") in {
        (link.get("hreflang"), link.get("href"))
        for link in html.parse(with_originals.public / "es/far-bank/index.html").xpath("//link")
    }


def test_the_original_stands_on_the_site_only_where_the_settings_say_so(
    newsroom: Newsroom,
) -> None:
    newsroom.story("far-bank")
    assert not (newsroom.public / "en").exists()
    settings = newsroom.root / "workflow.toml"
    settings.write_text(settings.read_text("utf-8") + "publish_source = true\n", "utf-8")
    newsroom.publish_all()
    assert "<strong>eleven</strong> children" in newsroom.text("en/far-bank/index.html")
    settings.write_text(settings.read_text("utf-8").replace("= true", "= false"), "utf-8")
    newsroom.publish_all()
    assert not (newsroom.public / "en").exists()


def test_an_article_cannot_take_the_place_of_a_list(newsroom: Newsroom) -> None:
    newsroom.write("archive")
    newsroom.translate("archive")
    with pytest.raises(InputError, match="the site has a page there"):
        newsroom.publish("archive")


def test_the_page_for_lost_readers_works_at_any_address(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    tree = html.parse(newsroom.public / "404.html")
    links = tree.xpath("//a/@href | //link/@href")
    assert links
    assert all(link.startswith(("/", "#", "https://")) for link in links)


def test_readers_of_any_language_are_met_in_the_first_one_of_the_settings(
    newsroom: Newsroom,
) -> None:
    settings = newsroom.root / "workflow.toml"
    text = settings.read_text("utf-8").replace('["es", "ru"]', '["uk", "ru", "ar"]')
    settings.write_text(text, "utf-8")
    newsroom.story("far-bank", ("ar", "ru"))
    for path in ("index.html", "404.html"):
        top = html.parse(newsroom.public / path).getroot()
        assert (top.get("lang"), top.get("dir")) == ("ru", "ltr")


def test_the_front_door_leads_on_by_itself_where_there_is_one_language(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    assert 'http-equiv="refresh" content="0; url=es/index.html"' in newsroom.text("index.html")
    newsroom.story("green-gate", ("ru",))
    assert "refresh" not in newsroom.text("index.html")
