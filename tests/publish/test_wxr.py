from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from workflow.errors import InputError
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.wxr import WordPressImport

Articles = Callable[..., PublishedArticle]
NAMES = {
    "wp": "http://wordpress.org/export/1.2/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
}


def items(article: PublishedArticle, media: Path) -> list[etree._Element]:
    file, *_ = WordPressImport().files(article, media)
    assert file.path == f"{article.language}/river-bridge/river-bridge.wordpress.xml"
    assert isinstance(file.content, bytes)
    return list(etree.fromstring(file.content).iter("item"))


def value(item: etree._Element, name: str) -> str | None:
    return item.findtext(name, namespaces=NAMES)


def fields(item: etree._Element) -> dict[str | None, str | None]:
    return {
        meta.findtext("wp:meta_key", namespaces=NAMES): meta.findtext(
            "wp:meta_value", namespaces=NAMES
        )
        for meta in item.iterfind("wp:postmeta", NAMES)
    }


def test_the_post_has_topics_language_credits_and_source(article_in: Articles, media: Path) -> None:
    post, *_ = items(article_in("en"), media)
    assert value(post, "title") == "The river took the bridge, and the school with it"
    assert value(post, "wp:status") == "publish"
    assert value(post, "wp:post_name") == "river-bridge-en"
    assert value(post, "wp:post_date") == "2024-04-01 00:00:00"
    terms = {
        (term.get("domain"), term.get("nicename"), term.text) for term in post.iter("category")
    }
    assert ("category", "article", "Article") in terms
    assert ("language", "en", "en") in terms
    assert ("post_tag", "rural-life", "rural life") in terms
    assert fields(post)["translators"] == "Ana Prueba, Нина Кей"
    assert fields(post)["source_url"] == "https://notebook.example/2024/bridge"
    assert "Translated by" in (value(post, "content:encoded") or "")


def test_pictures_are_attachments_that_wordpress_fetches_from_the_site(
    article_in: Articles, media: Path
) -> None:
    post, cover, jetty = items(article_in("en"), media)
    address = "https://bulletin.example/en/river-bridge/media"
    assert value(cover, "wp:attachment_url") == f"{address}/bridge.png"
    assert value(jetty, "wp:attachment_url") == f"{address}/jetty.png"
    assert value(cover, "wp:post_parent") == value(post, "wp:post_id")
    assert fields(post)["_thumbnail_id"] == value(cover, "wp:post_id")
    alt = "Two posts of a broken bridge stand in a grey river"
    assert fields(cover)["_wp_attachment_image_alt"] == alt
    assert fields(jetty)["_wp_attachment_image_alt"] == "Children in orange vests wait on a jetty"


def test_the_cover_is_the_theme_s_to_show_and_its_credit_stands_in_the_text(
    article_in: Articles, media: Path
) -> None:
    post, *_ = items(article_in("en"), media)
    text = html.fromstring(value(post, "content:encoded") or "")
    address = "https://bulletin.example/en/river-bridge/media"
    assert text.xpath("//img/@src") == [f"{address}/jetty.png"]
    assert "Photo: Mara Sundal / Northern Notebook" in text.text_content()


def test_sounds_are_attachments_too(article_in: Articles, media: Path) -> None:
    _, sound = items(article_in("ar"), media)
    address = "https://bulletin.example/ar/river-bridge/media/episode-12.mp3"
    assert value(sound, "wp:attachment_url") == address


@pytest.mark.parametrize("name", ['O:8:"stdClass":0:{}', " a:1:{i:0;s:1:x;}", "N;", 's:1:"x";'])
def test_no_field_is_made_an_object_by_php(name: str, article_in: Articles, media: Path) -> None:
    article = article_in("en")
    hostile = replace(article, facts=replace(article.facts, authors=(name,)))
    assert fields(items(hostile, media)[0])["authors"] == f"\u2060{name}"


def test_a_draft_stays_one(article_in: Articles, media: Path) -> None:
    assert value(items(article_in("en", draft=True), media)[0], "wp:status") == "draft"


def test_without_an_address_there_is_nothing_to_fetch_pictures_from(
    article_in: Articles, media: Path
) -> None:
    nowhere = Site(name="The Bulletin", url=None)
    with pytest.raises(InputError, match="needs the address of your site"):
        items(replace(article_in("en"), site=nowhere), media)
    assert len(items(replace(article_in("ru"), site=nowhere), media)) == 1
