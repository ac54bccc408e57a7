"""The pages that lead to articles, as their templates make them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from workflow.publish.article import Site
from workflow.publish.days import dated
from workflow.publish.labels.catalogue import labels
from workflow.publish.line import Part
from workflow.publish.site.listing import REACH
from workflow.publish.site.model import PersonLink, Teaser, Thumbnail, TopicLink
from workflow.publish.site.sheets import MOST
from workflow.publish.web.rendering import Renderer
from workflow.workspace.templates import shipped_templates

AROUND = {"canonical": None, "alternates": [], "feed": None, "switch": []}
FRONT = {"more": None, "topics": [], "topics_href": None, "people": None, "podcast": None}


def made(name: str, values: Mapping[str, object], language: str = "en") -> bytes:
    site = Site(name="The Bulletin", url="https://bulletin.example")
    return Renderer(None).page(
        f"web/{name}.html", f"{language}/x.html", site, labels(language), {**AROUND, **values}
    )


def rendered(name: str, values: Mapping[str, object]) -> html.HtmlElement:
    return html.fromstring(made(name, values))


def teaser(title: str, kind: str = "article", *, picture: bool = False) -> Teaser:
    return Teaser(
        href=f"{title.lower()}/index.html",
        kind=kind,
        kicker=(Part(kind.title()),),
        title=title,
        summary=f"About {title}",
        byline=(Part("By "), Part("Lidia Orlova", isolated=True)),
        date=None,
        published=dated(date(2024, 4, 1), "en"),
        picture=Thumbnail(href=f"{title}.png", alt="A bridge") if picture else None,
        audible=kind == "podcast",
    )


def test_the_newest_article_leads_the_front_page() -> None:
    cards = [teaser("First", picture=True), teaser("Second", "podcast"), teaser("Third")]
    tree = rendered("front", {**FRONT, "cards": cards})
    assert tree.xpath("//h1/text()") == ["The Bulletin"]
    assert tree.xpath("//article[@class='lead']//h2/a/@href") == ["first/index.html"]
    assert tree.xpath("//ol//h2/a/text()") == ["Second", "Third"]
    assert tree.xpath("//p[contains(@class, 'audible')]/text()") == ["Podcast"]


@pytest.mark.parametrize("name", ["front", "archive"])
def test_an_empty_site_says_so(name: str) -> None:
    tree = rendered(name, {**FRONT, "cards": [], "paging": None})
    assert tree.xpath("//p[@class='nothing']/text()") == ["Nothing has been published yet."]
    assert not tree.xpath("//ol")


def test_a_kind_is_named_where_it_is_no_plain_article() -> None:
    cards = [teaser("One"), teaser("Two", "interview")]
    tree = rendered("archive", {"cards": cards, "paging": None})
    assert tree.xpath("//p[@class='kicker']/text()") == ["Interview"]


def test_ways_of_the_front_page_are_there_only_when_they_lead_somewhere() -> None:
    cards = [teaser("One")]
    bare = rendered("front", {**FRONT, "cards": cards})
    assert not bare.xpath("//nav[@class='topics'] | //link[@type='application/atom+xml']")
    full = rendered(
        "front",
        {
            "cards": cards,
            "more": "archive/index.html",
            "topics": [TopicLink(name="rivers", href="topics/rivers/index.html")],
            "topics_href": "topics/index.html",
            "people": "people/index.html",
            "podcast": "podcast.xml",
            "feed": "feed.xml",
        },
    )
    ways = {"archive/index.html", "topics/rivers/index.html", "topics/index.html"}
    assert ways | {"people/index.html", "podcast.xml", "feed.xml"} <= set(full.xpath("//@href"))


def test_a_person_with_a_page_of_their_own_is_linked_there() -> None:
    person = PersonLink(name="Ana", roles=("author",), href=None, link="https://ana.example")
    tree = rendered("person", {"person": person, "cards": [teaser("One")], "paging": None})
    assert tree.xpath("//p[@class='own']/a/@href") == ["https://ana.example"]
    assert tree.xpath("//p[@class='above']/a/@href") == ["../en/people/index.html"]


def test_the_longest_list_weighs_less_than_50_kb() -> None:
    """In Cyrillic, where a letter takes two bytes, with the style sheet counted."""
    sentence = "С осеннего паводка сорок школьников переправляются через реку в рыбацкой лодке."
    card = replace(teaser("x"), title=sentence, summary=f"{sentence} {sentence}")
    page = made("archive", {"cards": [card] * (MOST * REACH), "paging": None}, "ru")
    style = (shipped_templates() / "web" / "style.css").stat().st_size
    assert len(page) + style < 50_000
