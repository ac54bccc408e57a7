import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from workflow.document.markdown import parse
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import (
    Block,
    Body,
    Break,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    FootnoteMark,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    words_of,
)
from workflow.publish.markdown import HugoPage, JekyllPost
from workflow.publish.markdown.writing import MarkdownWriter, escaped
from workflow.publish.output import Output
from workflow.publish.reading import read_body, read_line

Articles = Callable[..., PublishedArticle]
WRITE = MarkdownWriter(lambda name: f"media/{name}")


def reread(*blocks: Block) -> tuple[Block, ...]:
    return read_body(parse(WRITE.blocks(blocks))).blocks


@pytest.mark.parametrize(
    "text",
    [
        *("# no heading", "- no list", "1. no list", "> no quote", "--- no rule", "+ no list"),
        *("*no* _emphasis_ `code` ~~struck~~", "[no](link) ![picture](x)", "a | b", "a\\b", ": c"),
        *("<b>no tag</b> &amp; &#60;", "[^1]: no note", "{{< no >}} {% command %} {: .x}", "==="),
        *("https://no.example/link", "www.no.example", "no -- dash --- at all"),
        *("    no code", "| no | table |", "$$no$$ formula", "1) no", "2024. a year"),
    ],
)
def test_plain_words_stay_plain(text: str) -> None:
    (block,) = reread(Paragraph((Text(text),)))
    assert isinstance(block, Paragraph)
    assert words_of(block.children) == text.strip()
    assert all(isinstance(child, Text) for child in block.children)


@given(st.text(alphabet="ab *_`[]()<>&{}%:#|~\\!-+=.1\"'$^", min_size=1, max_size=40))
def test_any_words_stay_plain(text: str) -> None:
    assert words_of(read_line(escaped(text))) == text


BLOCKS: list[tuple[Block, ...]] = [
    (Paragraph((Text("one "), Emphasis((Text("two"),)), Text(" "), Strong((Text("three"),)))),),
    (Paragraph((Text("a"), Break(), Text("b"))),),
    (Paragraph((Link("https://a.example/b?c=(d)", (Text("[words]"),)), Code("x = 1"))),),
    (Heading(2, (Text("1. First"),)), Quote((Paragraph((Text("a"),)), Paragraph((Text("b"),))))),
    (
        Listing(
            (
                (
                    Paragraph((Text("a"),)),
                    Listing(((Paragraph((Text("b"),)),),), start=None, tight=True),
                ),
                (Paragraph((Text("c"),)),),
            ),
            start=3,
            tight=True,
        ),
    ),
    (
        Table(
            (Cell((Text("a|b"),)), Cell((Text("c"),), "end")),
            ((Cell((Text("1"),)), Cell((Strong((Text("2"),)),), "end")),),
        ),
    ),
    (CodeBlock("a\n  b\n\nc"),),
]


@pytest.mark.parametrize("blocks", BLOCKS)
def test_blocks_read_back_as_they_were(blocks: tuple[Block, ...]) -> None:
    found = read_body(parse(WRITE.blocks(blocks))).blocks
    assert [type(block) for block in found] == [type(block) for block in blocks]
    assert WRITE.blocks(found) == WRITE.blocks(blocks)


def test_footnotes_read_back() -> None:
    body = Body(
        (Paragraph((Text("a"), FootnoteMark(1))),),
        ((Paragraph((Text("b"),)), Paragraph((Text("c"),))),),
    )
    written = "\n\n".join([WRITE.blocks(body.blocks), *WRITE.footnotes(body.footnotes)])
    assert read_body(parse(written)) == body


def test_emphasis_that_markdown_cannot_express_leaves_its_words() -> None:
    tight: tuple[Inline, ...] = (Text("a"), Emphasis((Text("«b»"),)), Text("c"))
    assert WRITE.inlines(tight) == "a«b»c"


def test_code_that_could_be_a_command_is_written_as_words() -> None:
    assert "{{" not in WRITE.blocks([CodeBlock("{{< x >}}"), Paragraph((Code("{% y %}"),))])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["a", " ", "*", "_", "«", ".", "b c"]), min_size=1, max_size=6))
def test_emphasis_changes_no_word(pieces: list[str]) -> None:
    inlines = tuple(
        Emphasis((Text(piece),)) if number % 2 else Text(piece)
        for number, piece in enumerate(pieces)
    )
    written = WRITE.inlines(inlines)
    assert words_of(read_line(written)).split() == words_of(inlines).split()


def files(output: Output, article: PublishedArticle, media: Path) -> dict[str, bytes]:
    return {
        file.path.partition("/river-bridge/")[2]: file.content
        for file in output.files(article, media)
        if isinstance(file.content, bytes)
    }


def matter(page: bytes) -> dict[str, object]:
    values: dict[str, object] = yaml.safe_load(page.decode().split("---\n")[1])
    return values


def test_hugo_gets_a_page_bundle(article_in: Articles, media: Path) -> None:
    found = files(HugoPage(), article_in("en"), media)
    page = found["hugo/river-bridge/index.en.md"]
    assert "hugo/river-bridge/media/jetty.png" in found
    assert matter(page)["translationKey"] == "river-bridge"
    assert matter(page)["translators"] == ["Ana Prueba", "Нина Кей"]
    assert "![Children in orange vests wait on a jetty](media/jetty.png)" in page.decode()


def test_jekyll_gets_a_post_with_its_day_and_its_assets(article_in: Articles, media: Path) -> None:
    found = files(JekyllPost(), article_in("en"), media)
    page = found["jekyll/_posts/2024-04-01-river-bridge-en.md"]
    assert "jekyll/assets/river-bridge/jetty.png" in found
    assert matter(page)["lang"] == "en"
    assert "](/assets/river-bridge/jetty.png)" in page.decode()


LAYOUT = '<html lang="{}"><h1>{}</h1><article>{}</article></html>'


def write_all(output: Output, article: PublishedArticle, media: Path, folder: Path) -> None:
    for path, content in files(output, article, media).items():
        target = folder / path.partition("/")[2]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


@pytest.mark.parametrize("output", [HugoPage(), JekyllPost()])
def test_front_matter_has_no_tag_that_a_theme_could_let_through(
    output: Output, article_in: Articles, media: Path
) -> None:
    evil = "1 < 2 </p><script>alert(1)</script>"
    article = replace(article_in("en"), title_text=evil, tags=(evil,))
    found = files(output, article, media)
    values = next(matter(page) for path, page in found.items() if path.endswith(".md"))
    harmless = "1 < 2 ‹/p>‹script>alert(1)‹/script>"
    assert (values["title"], values["tags"]) == (harmless, [harmless])


def test_an_address_in_plain_words_is_not_made_a_link_of() -> None:
    assert escaped("https://a.example www.b.example") == "https&#58;//a.example www&#46;b.example"


def assert_same_text(page: Path, article: PublishedArticle) -> None:
    tree = html.fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    assert "".join(tree.xpath("//h1")[0].itertext()) == article.title_text
    words = " ".join("".join(tree.itertext()).split())
    for block in article.body.blocks:
        if isinstance(block, Heading):
            assert words_of(block.children) in words
    assert len(tree.xpath("//table")) == sum(isinstance(b, Table) for b in article.body.blocks)
    assert len(tree.xpath("//blockquote")) == sum(isinstance(b, Quote) for b in article.body.blocks)
    assert not tree.xpath("//script")


@pytest.mark.peer
@pytest.mark.skipif(not shutil.which("hugo"), reason="Hugo is not installed")
def test_hugo_builds_a_site_from_the_pages(
    article_in: Articles, media: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    (site / "layouts" / "_default").mkdir(parents=True)
    (site / "layouts" / "_default" / "single.html").write_text(
        LAYOUT.format("{{ .Lang }}", "{{ .Title }}", "{{ .Content }}")
    )
    languages = "".join(f"[languages.{tag}]\n" for tag in ("en", "ru", "ar"))
    (site / "config.toml").write_text(f'baseURL = "https://a.example/"\n{languages}')
    articles = {tag: article_in(tag) for tag in ("en", "ru", "ar")}
    for article in articles.values():
        write_all(HugoPage(), article, media, site / "content" / "posts")
    subprocess.run(["hugo", "--quiet"], cwd=site, check=True)
    for tag, article in articles.items():
        folder = site / "public" / ("" if tag == "en" else tag) / "posts" / "river-bridge"
        assert_same_text(folder / "index.html", article)
    assert (site / "public" / "posts" / "river-bridge" / "media" / "jetty.png").is_file()


@pytest.mark.peer
@pytest.mark.skipif(not shutil.which("jekyll"), reason="Jekyll is not installed")
def test_jekyll_builds_a_site_from_the_posts(
    article_in: Articles, media: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    (site / "_layouts").mkdir(parents=True)
    (site / "_layouts" / "post.html").write_text(
        LAYOUT.format("{{ page.lang }}", "{{ page.title | escape }}", "{{ content }}")
    )
    articles = {tag: article_in(tag) for tag in ("en", "ru", "ar")}
    for article in articles.values():
        write_all(JekyllPost(), article, media, site)
    subprocess.run(["jekyll", "build", "--quiet"], cwd=site, check=True)
    for tag, article in articles.items():
        (page,) = (site / "_site").rglob(f"river-bridge-{tag}.html")
        assert_same_text(page, article)
    assert (site / "_site" / "assets" / "river-bridge" / "jetty.png").is_file()
