"""The measured set: one text in six languages, in the ways of eleven kinds of sites.

Each case knows the sentences of its article, which must all come in, and the lines that stand
around it, which must not. The texts are in `measured/texts.yaml`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from tests.document.importing import word
from workflow import safe_yaml

_TEXTS = Path(__file__).parent / "measured" / "texts.yaml"
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+")


@dataclass(frozen=True)
class Case:
    """One page or text, with what is of the article and what is not."""

    name: str
    title: str
    data: bytes
    sentences: tuple[str, ...]
    clutter: tuple[str, ...]


@dataclass
class Maker:
    """Writes the parts of one page, and notes which lines of clutter stand on it."""

    language: str
    text: dict[str, Any]
    used: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> str:
        return escape(str(self.text[name]))

    def line(self, name: str) -> str:
        """Return one line of clutter, escaped."""
        value = str(self.text["clutter"][name])
        self.used.append(value)
        return escape(value)

    def lines(self, name: str) -> list[str]:
        """Return a list of clutter, escaped."""
        values = [str(value) for value in self.text["clutter"][name]]
        self.used.extend(values)
        return [escape(value) for value in values]

    def part(self, name: str) -> str:
        """Return a part of the article, escaped."""
        return escape(str(self.text["article"][name]))

    @property
    def items(self) -> list[str]:
        return [escape(item) for item in self.text["article"]["items"]]

    @property
    def rows(self) -> list[list[str]]:
        return [[str(cell) for cell in row] for row in self.text["article"]["table"]]

    def links(self, names: list[str], tag: str = "li") -> str:
        return "".join(f'<{tag}><a href="/{n}">{name}</a></{tag}>' for n, name in enumerate(names))

    def listed(self, name: str, heading: str = "h3") -> str:
        """Return a list of other articles under its heading."""
        first, *others = self.lines(name)
        return f"<{heading}>{first}</{heading}><ul>{self.links(others)}</ul>"

    def table(self) -> str:
        rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in self.rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"

    def body(self, between: str = "", form: str = "<p>{}</p>") -> str:
        """Return the article's text; `between` stands in its middle."""
        p = form.format
        items = "".join(f"<li>{item}</li>" for item in self.items)
        return "\n".join(
            [
                *(p(self.part("lead")), p(self.part("facts"))),
                f"<h2>{self.part('heading')}</h2>",
                p(self.part("story")),
                f"<blockquote>{p(self.part('quote'))}</blockquote>",
                between,
                f"<ul>{items}</ul>",
                *(p(self.part("short")), self.table(), p(self.part("law"))),
                *(p(self.part("trap")), p(self.part("end"))),
            ]
        )

    def comments(self) -> str:
        first, *others = self.lines("comments")
        rest = "".join(f"<p>{other}</p>" for other in others)
        return (
            f"<div id='respond'><h3>{first}</h3>{rest}<textarea></textarea></div>"
            f"<ol><li class='comment'><p>{self.line('comment')}</p></li></ol>"
        )

    def page(self, content: str, head: str = "", window: str = "") -> bytes:
        return (
            f"<!DOCTYPE html><html lang='{self.language}'><head><meta charset='utf-8'>"
            f"<title>{window or f'{self.title} | {self.site}'}</title>{head}</head>"
            f"<body>{content}</body></html>"
        ).encode()


def classic_wordpress(m: Maker) -> bytes:
    teaser = f"<p><strong>{m.line('teaser')}</strong></p>".replace(": ", ":</strong> <a href='/x'>")
    teaser = teaser.replace("</strong></p>", "</a></p>")
    return m.page(
        f"<div id='header'><ul class='menu'>{m.links(m.lines('menu'))}</ul></div>"
        f"<div id='content'><div class='post hentry'><h1 class='entry-title'>{m.title}</h1>"
        f"<p class='postmetadata'>{m.date} {m.author}</p>"
        f"<div class='entry'>{m.body(teaser)}</div>"
        f"<div class='sharedaddy'>{' '.join(m.lines('share'))}</div></div>{m.comments()}</div>"
        f"<div id='sidebar'>{m.listed('recent')}</div>"
        f"<div id='footer'><p>{m.line('footer')}</p></div>"
    )


def block_wordpress(m: Maker) -> bytes:
    embedded = (
        f"<div class='wp-block-group has-background'><p><a href='/a'>{m.line('more')}</a></p></div>"
    )
    return m.page(
        f"<header class='wp-block-template-part'>"
        f"<nav>{m.links(m.lines('menu'), 'span')}</nav></header>"
        f"<main class='wp-block-group'><h1 class='wp-block-post-title'>{m.title}</h1>"
        f"<div class='wp-block-post-date'><time datetime='2023-03-14'>{m.date}</time></div>"
        f"<div class='entry-content wp-block-post-content'>{m.body(embedded)}"
        f"<p class='has-text-align-center'><em>{m.line('support')}</em></p></div>"
        f"{m.comments()}</main>"
        f"<footer><p>{m.line('footer')}</p><p>{m.line('subscribe')}</p></footer>"
    )


def newspaper(m: Maker) -> bytes:
    head = (
        f"<meta property='og:site_name' content='{m.site}'>"
        f"<meta name='description' content='{m.subtitle}'>"
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", '
        f'"headline": "{m.title}", "datePublished": "2023-03-14T08:00:00Z"}}</script>'
    )
    return m.page(
        f"<div class='cookie-banner'><p>{m.line('cookies')}</p></div>"
        f"<nav>{m.links(m.lines('menu'), 'a')}</nav>"
        f"<article itemscope><h1 itemprop='headline'>{m.title}</h1>"
        f"<p class='article__subtitle'>{m.subtitle}</p>"
        f"<div class='byline'>{m.author} <span>{m.line('counter')}</span></div>"
        f"<div itemprop='articleBody'>{m.body('<aside>' + m.listed('related') + '</aside>')}</div>"
        f"<div class='tools'><ul>{m.links(m.lines('share'))}</ul></div></article>"
        f"<section><div>{m.line('subscribe')}</div><div>{m.line('follow')}</div></section>"
        f"<footer>{m.line('footer')} <a href='/p'>{m.line('imprint')}</a></footer>",
        head,
    )


def government(m: Maker) -> bytes:
    menu = "".join(f"<tr><td><a href='/'>{name}</a></td></tr>" for name in m.lines("menu"))
    return m.page(
        f"<table width='100%'><tr><td valign='top'><table>{menu}</table></td>"
        f"<td><h1>{m.title}</h1><p>{m.date}</p>{m.body()}"
        f"<p><a href='#' onclick='print()'>{m.lines('share')[-1]}</a></p></td></tr>"
        f"<tr><td colspan='2' align='center'>{m.line('footer')}</td></tr></table>"
    )


def medium_like(m: Maker) -> bytes:
    share = "".join(f"<button>{name}</button>" for name in m.lines("share"))
    return m.page(
        f"<div class='af bb'><div class='c'>{m.links(m.lines('menu'), 'div')}</div></div>"
        f"<div class='d e'><section><div><h1 class='pw'>{m.title}</h1><h2>{m.subtitle}</h2>"
        f"<div><p>{m.author}</p><span>{m.line('counter')}</span></div><div>{share}</div>"
        f"{m.body()}</div></section><div><p>{m.line('follow')}</p></div>"
        f"<div class='z'><h2>{m.lines('related')[0]}</h2>"
        f"{m.links([escape(t) for t in m.text['clutter']['related'][1:]], 'h3')}</div></div>",
    )


def telegram_export(m: Maker) -> bytes:
    keys = ("lead", "facts", "heading", "story", "quote", "short", "law", "trap", "end")
    lines = [*(m.part(key) for key in keys), *m.items]
    lines += [" ".join(row) for row in m.rows]
    return m.page(
        f"<div class='page_wrap'><div class='page_header'>"
        f"<div class='content'><div class='text bold'>"
        f"{m.site}</div></div></div><div class='page_body chat_page'><div class='history'>"
        f"<div class='message default clearfix' id='message12'><div class='body'>"
        f"<div class='pull_right date details' title='14.03.2023 08:00:00'>08:00</div>"
        f"<div class='from_name'>{m.site}</div>"
        f"<div class='text'><strong>{m.title}</strong><br><br>{'<br><br>'.join(lines)}"
        f"<br><br><a href='https://t.me/x'>{m.line('follow')}</a></div></div></div></div></div></div>",
        window="Exported Data",
    )


def podcast_host(m: Maker) -> bytes:
    share = "".join(f"<button>{name}</button>" for name in m.lines("share"))
    return m.page(
        f"<header>{m.links(m.lines('menu'), 'span')}</header>"
        f"<div class='episode'><h1 class='episode-title'>{m.title}</h1>"
        f"<audio src='https://cdn.example/12.mp3' type='audio/mpeg'></audio>"
        f"<div class='episode-share'>{share}</div>"
        f"<div class='episode-notes'>{m.body()}</div>"
        f"<p class='support'>{m.line('support')}</p></div>"
        f"<div class='more-episodes'>{m.listed('related', 'h2')}</div>"
        f"<footer>{m.line('footer')}</footer>"
    )


def soup_of_divs(m: Maker) -> bytes:
    """Write a page of a site builder: every line a div, names that say nothing."""
    middle = f"<div class='t1'><div class='t2'><a href='/y'>{m.line('teaser')}</a></div></div>"
    return m.page(
        f"<div class='r1'><div class='r2'>{m.links(m.lines('menu'), 'div')}</div></div>"
        f"<div class='r3'><h1>{m.title}</h1><div class='t5'>{m.date}</div></div>"
        f"<div class='r4'>{m.body(middle, '<div class=t3>{}</div>')}</div>"
        f"<div class='r5'><div>{m.line('subscribe')}</div></div>"
        f"<div class='r6'>{m.line('cookies')}</div><div class='r7'>{m.line('footer')}</div>"
    )


def line_breaks(m: Maker) -> bytes:
    """Write a page of an old site: fonts, and lines broken by hand."""
    body = m.body(f"{m.line('more')}<br><br>", "{}<br><br>")
    return m.page(
        f"<font size='2'>{' | '.join(m.links([n], 'span') for n in m.lines('menu'))}</font><hr>"
        f"<center><font size='5'><b>{m.title}</b></font></center><br>{m.date}<br><br>"
        f"{body}<hr><font size='1'>{m.line('views')}<br>{m.line('footer')}</font>"
    )


def pasted_text(m: Maker) -> bytes:
    """Write what a person gets who marks a whole page and copies it."""
    article = m.text["article"]
    text = [
        *(m.text["title"], f"{m.text['date']}", *(m.text["clutter"]["share"])),
        *(article["lead"], article["facts"], m.text["clutter"]["teaser"], article["heading"]),
        *(article["story"], article["quote"], *(f"• {item}" for item in article["items"])),
        *(article["short"], *(" ".join(map(str, row)) for row in article["table"])),
        *(article["law"], article["trap"], article["end"]),
        *(m.text["clutter"]["follow"], *m.text["clutter"]["related"]),
        *m.text["clutter"]["comments"],
        m.text["clutter"]["footer"],
    ]
    for name in ("share", "related", "comments"):
        m.lines(name)
    for name in ("teaser", "follow", "footer"):
        m.line(name)
    return "\r\n\r\n".join(text).encode("utf-16")


def pasted_into_word(m: Maker) -> bytes:
    """Write a document into which somebody pasted a page."""
    article = m.text["article"]
    table = "".join(
        "<w:tr>" + "".join(f"<w:tc>{word.paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in m.rows
    )
    parts = [
        *(word.paragraph(m.title, "1"), word.paragraph(" ".join(m.lines("share")))),
        *(word.paragraph(m.part("lead")), word.paragraph(m.part("facts"))),
        *(word.paragraph(m.part("heading"), "2"), word.paragraph(m.part("story"))),
        *(word.paragraph(m.part("quote"), "q"), word.paragraph(m.line("teaser"))),
        *(word.paragraph(item, item=(2, 0)) for item in m.items),
        *(word.paragraph(m.part("short")), f"<w:tbl>{table}</w:tbl>"),
        *(word.paragraph(escape(article[key])) for key in ("law", "trap", "end")),
        *(word.paragraph(line) for line in m.lines("comments")),
        word.paragraph(m.line("footer")),
    ]
    return word.document("".join(parts))


_SITES: dict[Callable[[Maker], bytes], str] = {
    classic_wordpress: ".html",
    block_wordpress: ".html",
    newspaper: ".html",
    government: ".html",
    medium_like: ".html",
    telegram_export: ".html",
    podcast_host: ".html",
    soup_of_divs: ".html",
    line_breaks: ".html",
    pasted_text: ".txt",
    pasted_into_word: ".docx",
}


def cases() -> Iterator[Case]:
    """Yield every page and text of the set."""
    texts = safe_yaml.load(_TEXTS.read_text(encoding="utf-8"), _TEXTS.name)
    for language, text in texts.items():
        for site, ending in _SITES.items():
            for variant in ("clutter", "others"):
                maker = Maker(language, {**text, "clutter": text[variant]})
                data = site(maker)
                sentences = tuple(_sentences(text["article"]))
                used = tuple(dict.fromkeys(maker.used))
                name = f"{site.__name__}-{variant}-{language}{ending}"
                yield Case(name, text["title"], data, sentences, used)


def articles() -> dict[str, list[str]]:
    """Return the same article in each language, as blocks of Markdown that match one by one."""
    texts = safe_yaml.load(_TEXTS.read_text(encoding="utf-8"), _TEXTS.name)
    return {language: _blocks(text["article"]) for language, text in texts.items()}


def _blocks(article: dict[str, Any]) -> list[str]:
    return [
        *(article["lead"], article["facts"], f"## {article['heading']}", article["story"]),
        *(f"> {article['quote']}", *(f"- {item}" for item in article["items"])),
        *(article["short"], article["law"], article["trap"], article["end"]),
    ]


def _sentences(article: dict[str, Any]) -> Iterator[str]:
    for value in article.values():
        blocks = value if isinstance(value, list) else [value]
        for block in blocks:
            pieces = block if isinstance(block, list) else _SENTENCE.split(block)
            yield from map(str, pieces)
