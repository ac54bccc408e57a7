"""What a reader gets in the browser.

The golden pages are accepted, after somebody has looked at them, by

    ACCEPT_GOLDEN=1 python -m pytest tests/publish/test_web_page.py
"""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from workflow.document.edition import source_edition
from workflow.document.frontmatter import parse_source
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.web import WebPage
from workflow.publish.web.structured_data import json_ld
from workflow.workspace.templates import shipped_templates

GOLDEN = Path(__file__).parent / "golden"
Articles = Callable[..., PublishedArticle]


def page(article: PublishedArticle, media: Path) -> str:
    (first, *_) = WebPage().files(article, media)
    assert isinstance(first.content, bytes)
    return first.content.decode()


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_the_page_looks_as_somebody_accepted_it(
    language: str, article_in: Articles, media: Path
) -> None:
    path = GOLDEN / f"{language}.html"
    text = page(article_in(language), media)
    if os.environ.get("ACCEPT_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text("utf-8")


def test_the_page_comes_with_its_media(article_in: Articles, media: Path) -> None:
    files = list(WebPage().files(article_in("en"), media))
    assert [file.path for file in files] == [
        "en/river-bridge/index.html",
        "en/river-bridge/media/bridge.png",
        "en/river-bridge/media/jetty.png",
    ]


def test_language_and_direction_are_on_the_page_and_on_foreign_words(
    article_in: Articles, media: Path
) -> None:
    tree = html.fromstring(page(article_in("ar"), media).encode())
    assert (tree.get("lang"), tree.get("dir")) == ("ar", "rtl")
    (original,) = tree.xpath("//section[@class='credits']//span[@lang]")
    assert (original.get("lang"), original.get("dir")) == ("en", "ltr")
    assert tree.xpath("//bdi[.='Timur Bekov']")


def test_every_version_is_named_with_its_address(article_in: Articles, media: Path) -> None:
    tree = html.fromstring(page(article_in("ru"), media).encode())
    links = {link.get("hreflang"): link.get("href") for link in tree.xpath("//link[@hreflang]")}
    assert links.pop("x-default") in links.values()
    assert links == {
        tag: f"https://bulletin.example/{tag}/river-bridge/" for tag in ("ar", "en", "ru")
    }
    assert tree.xpath("//link[@rel='canonical']/@href") == [links["ru"]]


def test_without_an_address_the_page_claims_none(article_in: Articles, media: Path) -> None:
    text = page(article_in("en", site=Site(name="The Bulletin")), media)
    assert "canonical" not in text
    assert "og:url" not in text
    assert 'href="../../ru/river-bridge/index.html"' in text


def test_nothing_is_loaded_from_elsewhere(article_in: Articles, media: Path) -> None:
    for language in ("en", "ru", "ar"):
        tree = html.fromstring(page(article_in(language), media).encode())
        loaded = tree.xpath("//img/@src | //source/@src | //link[@rel='stylesheet']/@href")
        assert loaded
        assert not [address for address in loaded if ":" in address or address.startswith("/")]
        assert tree.xpath("//script/@type") == ["application/ld+json"]
        assert not tree.xpath("//@style | //style | //iframe")


def test_structured_data_name_the_translators_and_the_original(article_in: Articles) -> None:
    data = json.loads(json_ld(article_in("en")))
    assert data["@type"] == "NewsArticle"
    assert data["inLanguage"] == "en"
    assert [person["name"] for person in data["translator"]] == ["Ana Prueba", "Нина Кей"]
    assert data["translationOfWork"]["inLanguage"] == "ru"
    assert (data["datePublished"], data["dateModified"]) == ("2024-04-01", "2024-04-09")


def test_structured_data_of_an_original_name_its_translations(article_in: Articles) -> None:
    edition = source_edition(parse_source("---\ntitle: T\nlanguage: en\n---\nText.\n", "x"))
    data = json.loads(json_ld(article_in("en", edition)))
    assert "translationOfWork" not in data
    assert [(work["inLanguage"], work["url"]) for work in data["workTranslation"]] == [
        ("ar", "https://bulletin.example/ar/river-bridge/"),
        ("ru", "https://bulletin.example/ru/river-bridge/"),
    ]


EPISODE = """---
title: The crossing
language: ru
kind: podcast
season: 2
episode: 14
participants: [Pavel Gorin]
parts: [{start: "0:00", title: The quay}, {start: "2:05", title: The boat}]
audio: [{title: The crossing, file: episode-12.mp3, duration: "1:02:33"}]
publication: {name: Notebook, url: "https://notebook.example/14"}
licence: CC BY 4.0
---
**Pavel Gorin:** In a boat.

**How do you cross?**

**Surely** not on foot.
"""


def episode(article_in: Articles) -> PublishedArticle:
    return article_in("en", replace(source_edition(parse_source(EPISODE, "x")), language="en"))


def test_structured_data_of_a_podcast_are_those_of_an_episode(article_in: Articles) -> None:
    data = json.loads(json_ld(episode(article_in)))
    assert data["@type"] == "PodcastEpisode"
    assert (data["episodeNumber"], data["partOfSeason"]["seasonNumber"]) == (14, 2)
    assert data["associatedMedia"] == [
        {
            "@type": "AudioObject",
            "name": "The crossing",
            "contentUrl": "https://bulletin.example/en/river-bridge/media/episode-12.mp3",
            "encodingFormat": "audio/mpeg",
            "duration": "PT1H2M33S",
        }
    ]
    assert [(part["startOffset"], part["name"]) for part in data["hasPart"]] == [
        (0, "The quay"),
        (125, "The boat"),
    ]
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["isBasedOn"] == "https://notebook.example/14"
    assert data["translationOfWork"]["inLanguage"] == "ru"


def test_parts_of_an_episode_lead_into_its_sound(article_in: Articles, media: Path) -> None:
    tree = html.fromstring(page(episode(article_in), media).encode())
    assert tree.xpath("//ol[@class='parts']//a/@href") == [
        "media/episode-12.mp3#t=0",
        "media/episode-12.mp3#t=125",
    ]
    assert tree.xpath("//audio/source/@src") == ["media/episode-12.mp3"]


def test_questions_and_speakers_are_marked_in_conversations_only(
    article_in: Articles, media: Path
) -> None:
    tree = html.fromstring(page(episode(article_in), media).encode())
    assert tree.xpath("//p[@class='question']//text()") == ["How do you cross?"]
    assert tree.xpath("string(//p[@class='speech'])") == "Pavel Gorin: In a boat."
    article = html.fromstring(page(article_in("en"), media).encode())
    assert not article.xpath("//p[@class='question' or @class='speech']")


def test_names_in_the_byline_lead_to_their_pages(article_in: Articles, media: Path) -> None:
    tree = html.fromstring(page(article_in("en"), media).encode())
    assert tree.xpath("//p[@class='byline']//a/@href") == [
        "../people/lidia-orlova/index.html",
        "../people/timur-bekov/index.html",
    ]
    assert "Ana Prueba" in tree.xpath("string(//p[@class='translators'])")


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_a_page_weighs_less_than_50_kb(language: str, article_in: Articles, media: Path) -> None:
    """With the style sheet, which is loaded once for all pages, and without pictures."""
    style = (shipped_templates() / "web" / "style.css").stat().st_size
    assert len(page(article_in(language), media).encode()) + style < 50_000


HOSTILE = """---
title: "</title></script><script>alert('title')</script>"
language: en
authors: ['"><img src=x onerror=alert(1)>']
publication: {name: "<b>Paper</b>", url: "https://paper.example/\\"onmouseover=alert(1)"}
summary: "</script><!-- & ]]>"
tags: ["<svg/onload=alert(1)>"]
notes: ["[x](javascript:alert(1)) <iframe src=//evil.example>"]
cover: {file: bridge.png, alt: '" onload="alert(1)', credit: "<u>me</u>"}
---
<script>alert(1)</script>

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) <https://x.example/"onclick=alert(1)>

{{ 7 * 7 }} {% include "/etc/passwd" %} &lt;script&gt; `<script>`
"""


def test_hostile_texts_are_only_words(article_in: Articles, media: Path) -> None:
    text = HOSTILE.replace('/\\"onmouseover=alert(1)', "")
    article = article_in("en", source_edition(parse_source(text, "source.md")))
    made = page(article, media)
    tree = html.fromstring(made.encode())
    assert tree.xpath("//script/@type") == ["application/ld+json"]
    assert not tree.xpath("//iframe | //svg | //b | //u | //@onerror | //@onload | //@onclick")
    assert not [a for a in tree.xpath("//@href") if "javascript" in a.lower()]
    assert "<!--" not in made
    assert "{{ 7 * 7 }}" in made
    (data,) = tree.xpath("//script/text()")
    assert json.loads(data)["headline"] == article.title_text
    assert "<script>alert('title')</script>" in article.title_text


def test_a_draft_is_marked_and_kept_from_search_engines(article_in: Articles, media: Path) -> None:
    article = article_in("en", draft=True)
    tree = html.fromstring(page(article, media).encode())
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]
    assert tree.xpath("string(//p[@class='draft'])") == "Draft, not approved for publication."
    assert "no person has confirmed it yet" in tree.xpath("string(//section[@class='credits'])")
    assert not tree.xpath("//link[@rel='canonical']")


def test_the_machine_s_part_is_told_unless_the_settings_say_otherwise(
    article_in: Articles, media: Path
) -> None:
    assert "made by machine (<bdi>Argos Translate</bdi>)" in page(article_in("en"), media)
    assert "machine" not in page(article_in("en", machine_note=False), media)


def test_an_article_with_nothing_but_a_text_has_no_empty_places(
    article_in: Articles, media: Path
) -> None:
    bare = source_edition(parse_source("---\ntitle: T\nlanguage: en\n---\nText.\n", "source.md"))
    article = replace(article_in("en", bare), credits=(), versions=(), formats=())
    tree = html.fromstring(page(article, media).encode())
    assert not tree.xpath("//main//*[not(node()) and not(self::br)]")
    assert not tree.xpath("//main//section | //main//figure | //main//nav")
