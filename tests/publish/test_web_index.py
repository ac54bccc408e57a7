from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from lxml import html

from workflow.publish.article import Dated, PublishedArticle, Site
from workflow.publish.blocks import Text
from workflow.publish.web.index import Card, card_of, index_files

Articles = Callable[..., PublishedArticle]
SITE = Site(name="The Bulletin", url="https://bulletin.example")


def pages(cards: Mapping[str, Sequence[Card]], *, draft: bool = False) -> dict[str, str]:
    return {
        file.path: file.content.decode()
        for file in index_files(SITE, cards, None, draft=draft)
        if isinstance(file.content, bytes)
    }


def dated(card: Card, slug: str, iso: str | None) -> Card:
    day = Dated(iso=iso, text=iso) if iso else None
    return replace(card, slug=slug, date=day, title=(Text(slug),))


def test_the_newest_article_comes_first_and_the_undated_last(article_in: Articles) -> None:
    card = card_of(article_in("en"))
    cards = [
        dated(card, "undated", None),
        dated(card, "old", "2021-01-01"),
        dated(card, "b-new", "2024-01-01"),
        dated(card, "a-new", "2024-01-01"),
    ]
    tree = html.fromstring(pages({"en": cards})["en/index.html"])
    assert tree.xpath("//ol[@class='cards']//h2/a/@href") == [
        f"{slug}/index.html" for slug in ("a-new", "b-new", "old", "undated")
    ]


def test_the_front_door_lists_the_languages_that_have_something(article_in: Articles) -> None:
    card = card_of(article_in("en"))
    made = pages({"ru": [card], "es": [], "ar": [card]})
    door = html.fromstring(made["index.html"].encode())
    assert door.get("lang") == "ru"
    assert door.xpath("//ul[@class='languages']//a/@href") == ["ru/index.html", "ar/index.html"]
    assert door.xpath("//ul[@class='languages']//span/@dir") == ["ltr", "rtl"]
    assert "Todavía no se ha publicado nada." in made["es/index.html"]


def test_an_empty_site_has_a_front_door_all_the_same() -> None:
    assert set(pages({})) == {"index.html", "assets/style.css"}


def test_the_index_of_drafts_is_kept_from_search_engines(article_in: Articles) -> None:
    made = pages({"en": [card_of(article_in("en", draft=True))]}, draft=True)
    for path in ("en/index.html", "index.html"):
        assert 'content="noindex, nofollow"' in made[path]
