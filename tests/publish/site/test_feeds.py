"""The feeds and the site map, against schemas written from their specifications."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.publish.site.newsroom import Newsroom
from tests.publish.site.test_site import PODCAST
from workflow.errors import InputError
from workflow.publish.site.card import read_card
from workflow.workspace.files import write_atomic

SCHEMAS = Path(__file__).parent / "schemas"


def faults(path: Path, schema: str) -> str:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / f"{schema}.rng"))
    return "" if grammar.validate(etree.parse(path)) else str(grammar.error_log)


@pytest.fixture
def site(newsroom: Newsroom) -> Path:
    newsroom.story("far-bank", ("es", "ru"), more="tags: [rivers, schools]\n")
    newsroom.story("episode", kind="podcast", more=PODCAST)
    return newsroom.public


def test_the_feed_is_an_atom_feed(site: Path) -> None:
    assert faults(site / "es/feed.xml", "atom") == ""
    feed = etree.parse(site / "es/feed.xml")
    names = {None: "http://www.w3.org/2005/Atom"}
    assert {e.text for e in feed.findall("entry/title", names)} == {"es: Far bank", "es: Episode"}
    assert feed.find("entry/author/name", names).text == "Lidia Orlova"
    assert feed.find("entry/contributor/name", names).text == "Ana Prueba"


def test_the_podcast_has_what_apps_ask_for(site: Path) -> None:
    assert faults(site / "es/podcast.xml", "podcast") == ""
    (item,) = etree.parse(site / "es/podcast.xml").findall("channel/item")
    sound = site / "es/episode/media/episode.mp3"
    assert item.find("enclosure").get("length") == str(sound.stat().st_size)
    podcast = "{https://podcastindex.org/namespace/1.0}"
    assert [e.text for e in item.findall(f"{podcast}person")] == [
        "es: Pavel Gorin",
        "es: Mara Sundal",
    ]
    assert item.find(f"{podcast}chapters").get("url").endswith("/es/episode/chapters.json")


def ids(site: Path) -> list[str]:
    """The ids of what the feeds of a language have: first the articles, then the episodes."""
    entries = etree.parse(site / "es/feed.xml").findall("{*}entry/{*}id")
    items = etree.parse(site / "es/podcast.xml").findall("channel/item/guid")
    return [e.text for e in (*entries, *items)]


def test_an_article_at_another_address_is_the_same_to_feed_readers(newsroom: Newsroom) -> None:
    newsroom.story("zoya-krasova", title="Over", kind="podcast", more=PODCAST)
    newsroom.story("far-bank")
    before = ids(newsroom.public)
    assert len(set(before)) == 3
    newsroom.workspace.rename("zoya-krasova", "the-crossing", "mara")
    newsroom.publish_all()
    assert "es/the-crossing/" in newsroom.text("es/feed.xml")
    assert ids(newsroom.public) == before
    assert "krasova" not in newsroom.text("es/feed.xml") + newsroom.text("es/podcast.xml")


def test_another_article_at_a_former_address_is_another_to_feed_readers() -> None:
    card = read_card(
        '{"language": "es", "slug": "boat", "first_slug": "far-bank", "kind": "article",'
        ' "kicker": "", "title": "", "summary": "", "authors": [], "translators": [], "topics": [],'
        ' "date": "", "published": "2024-03-05T09:00:00Z", "modified": "", "sounds": [],'
        ' "participants": []}'
    )
    later = replace(card, slug="far-bank", published="2024-04-05T09:00:00Z")
    there = {each.lasting_id("https://a.example") for each in (card, replace(card, slug="bank"))}
    assert len(there) == 1
    assert later.lasting_id("https://a.example") not in there
    assert card.lasting_id("https://a.example", "1") not in there


OWN = """
[publish.podcast]
category = "Society & Culture > Documentary"
owner = "The Bulletin's studio"
email = "podcast@bulletin.example"
explicit = true
cover = "studio.png"
"""
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def test_the_podcast_says_what_the_settings_say(newsroom: Newsroom) -> None:
    newsroom.story("episode", kind="podcast", more=PODCAST)
    settings = newsroom.root / "workflow.toml"
    settings.write_text(settings.read_text("utf-8") + OWN, "utf-8")
    with pytest.raises(InputError, match=r"templates/web/studio\.png"):
        newsroom.publish_all()
    pixel = (Path(__file__).parent / "pixel.png").read_bytes()
    write_atomic(newsroom.workspace.templates / "web" / "studio.png", pixel)
    newsroom.publish_all()
    assert faults(newsroom.public / "es/podcast.xml", "podcast") == ""
    channel = etree.parse(newsroom.public / "es/podcast.xml").find("channel")
    names = [each.get("text") for each in channel.iter(f"{ITUNES}category")]
    assert names == ["Society & Culture", "Documentary"]
    assert channel.findtext(f"{ITUNES}owner/{ITUNES}email") == "podcast@bulletin.example"
    assert {each.text for each in channel.iter(f"{ITUNES}explicit")} == {"true"}
    assert channel.find(f"{ITUNES}image").get("href").endswith("/assets/podcast.png")
    assert (newsroom.public / "assets/podcast.png").is_file()


def test_nobodys_address_is_in_the_podcast_unasked(site: Path) -> None:
    assert "@" not in (site / "es/podcast.xml").read_text("utf-8")


def test_the_site_map_lists_every_version_of_every_article(site: Path) -> None:
    for name in ("fronts", "newest"):
        assert faults(site / f"sitemaps/{name}.xml", "sitemap") == ""
    assert faults(site / "sitemap.xml", "sitemap") == ""
    entries = etree.parse(site / "sitemaps/newest.xml").getroot()
    links = {entry[0].text: [link.get("hreflang") for link in entry[2:]] for entry in entries}
    assert links == {
        "https://bulletin.example/es/far-bank/": ["es", "ru", "x-default"],
        "https://bulletin.example/ru/far-bank/": ["es", "ru", "x-default"],
        "https://bulletin.example/es/episode/": [],
    }


@pytest.mark.peer
def test_readers_of_feeds_read_them(site: Path) -> None:
    feedparser = pytest.importorskip("feedparser")
    for name, count in (("feed.xml", 2), ("podcast.xml", 1)):
        read = feedparser.parse(str(site / "es" / name))
        assert not read.bozo, read.get("bozo_exception")
        assert len(read.entries) == count
