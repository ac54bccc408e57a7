"""Nothing in a source becomes more than words, in any output."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from workflow.document.edition import source_edition
from workflow.document.frontmatter import parse_source
from workflow.errors import InputError
from workflow.publish.amendments import Amendment
from workflow.publish.article import PublishedArticle, Site
from workflow.publish.collection import Collection, Entry, binder
from workflow.publish.output import output

Articles = Callable[..., PublishedArticle]

HOSTILE = """---
title: '<script>alert(1)</script> {{ site.pages }} {% include x %} ]]> [gallery] {{< evil >}}'
language: en
summary: '"><img src=x onerror=alert(1)> { HYPERLINK "http://spy.example" }'
authors: ['<b onclick="x">A</b>', '{{ 7*7 }}']
tags: ['<i>', '{% raw %}', 'a: b']
publication: {name: '[caption]', url: "https://notebook.example/?a=1&b=2"}
---
<script src="https://spy.example/x.js"></script> and <iframe src="https://spy.example"></iframe>

[click](javascript:alert(1)) [data](data:text/html,x) ![spy](https://spy.example/pixel.png)

https://spy.example/embed

[embed]https://spy.example/embed[/embed] {{< youtube 1 >}} {{% x %}} {{ page }} {% assign a=1 %}

`{{ "x" | upcase }}` and `{% include y %}`

```
{{< figure src="https://spy.example/p.png" >}}
```

<!-- wp:html --><w:instrText>INCLUDEPICTURE "https://spy.example/p.png"</w:instrText> ]]>

{: onclick="alert(1)"}
"""


@pytest.fixture
def hostile(article_in: Articles) -> PublishedArticle:
    return article_in("en", source_edition(parse_source(HOSTILE, "source.md")), both_texts=True)


def made(name: str, article: PublishedArticle, media: Path) -> bytes:
    content = next(iter(output(name, None).files(article, media))).content
    assert isinstance(content, bytes)
    return content


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def assert_tame(tree: html.HtmlElement) -> None:
    """Nothing runs, nothing is loaded from elsewhere, and links lead to the web."""
    assert not tree.xpath("//script[not(@type='application/ld+json')] | //iframe | //object")
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    for address in tree.xpath("//img/@src | //audio/@src | //source/@src"):
        assert address.startswith(("media/", "https://bulletin.example/"))
    for address in tree.xpath("//body//@href"):
        assert not re.match(r"\s*(javascript|data|vbscript):", address, re.IGNORECASE)


def pages(name: str, data: bytes) -> Iterator[html.HtmlElement]:
    parser = html.HTMLParser(encoding="utf-8")
    if name == "epub":
        for member, content in members(data).items():
            if member.endswith(".xhtml"):
                etree.fromstring(content)
                yield html.fromstring(content, parser=parser)
    elif name == "wxr":
        content_tag = "{http://purl.org/rss/1.0/modules/content/}encoded"
        content = etree.fromstring(data).findtext(f".//{content_tag}") or ""
        yield html.fromstring(f"<body>{content}</body>")
    else:
        yield html.fromstring(data, parser=parser)


@pytest.mark.parametrize("name", ["web", "fragment", "epub", "wxr"])
def test_nothing_runs_and_nothing_is_loaded(
    name: str, hostile: PublishedArticle, media: Path
) -> None:
    for page in pages(name, made(name, hostile, media)):
        assert_tame(page)


@pytest.mark.parametrize("name", ["fragment", "wxr"])
def test_wordpress_finds_no_shortcode_no_block_and_nothing_to_embed(
    name: str, hostile: PublishedArticle, media: Path
) -> None:
    data = made(name, hostile, media).decode()
    if name == "wxr":
        tag = "{http://purl.org/rss/1.0/modules/content/}encoded"
        data = etree.fromstring(data.encode()).findtext(f".//{tag}") or ""
    assert not re.search(r"\[(gallery|caption|embed|/embed)", data)
    assert "<!--" not in data
    assert not re.search(r"<p[^>]*>\s*https?://", data)
    assert "https://spy.example/embed" in "".join(html.fromstring(data).itertext())


@pytest.mark.parametrize("name", ["docx", "docx-bilingual"])
def test_a_word_document_has_no_field_and_nothing_from_elsewhere(
    name: str, hostile: PublishedArticle, media: Path
) -> None:
    parts = members(made(name, hostile, media))
    assert not [part for part in parts if re.search(r"vba|macro|activeX|embedding|\.bin", part)]
    document = etree.fromstring(parts["word/document.xml"])
    fields = ("instrText", "fldSimple", "fldChar", "object", "control", "altChunk", "subDoc")
    assert not document.xpath(" | ".join(f"//*[local-name()='{field}']" for field in fields))
    for part, content in parts.items():
        if not part.endswith(".rels"):
            continue
        for relation in etree.fromstring(content):
            if relation.get("TargetMode") == "External":
                assert str(relation.get("Type")).endswith("/hyperlink")
                assert str(relation.get("Target")).startswith(("https://", "http://", "mailto:"))


def test_a_collection_has_only_the_fields_of_its_contents(
    hostile: PublishedArticle, media: Path
) -> None:
    entries = (Entry(article=hostile, media=media),)
    bound = binder("docx", None).bound(Collection(title="{ DATE } <b>", entries=entries))
    document = etree.fromstring(members(bound)["word/document.xml"])
    fields = document.xpath("//*[local-name()='fldSimple']/@*[local-name()='instr']")
    assert fields == [" PAGEREF article_1 "]
    assert not document.xpath("//*[local-name()='instrText']")


@pytest.mark.parametrize("name", ["hugo", "jekyll"])
def test_a_site_generator_finds_no_command(
    name: str, hostile: PublishedArticle, media: Path
) -> None:
    _, matter, body = made(name, hostile, media).decode().split("---\n", 2)
    assert not re.search(r"\{\{|\{%|\{:|<", body)
    assert "<script" not in matter
    assert yaml.safe_load(matter)["title"] == re.sub("<(?=/?script)", "‹", hostile.title_text)
    assert not re.search(r"(?<!\\)\]\((javascript|data):", body)
    assert "![spy]" not in body
    if name == "jekyll":
        assert yaml.safe_load(matter)["render_with_liquid"] is False


def test_json_holds_no_address_that_runs(hostile: PublishedArticle, media: Path) -> None:
    def addresses(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            if isinstance(value.get("url"), str):
                yield value["url"]
            yield from (found for item in value.values() for found in addresses(item))
        elif isinstance(value, list):
            yield from (found for item in value for found in addresses(item))

    found = list(addresses(json.loads(made("json", hostile, media))))
    assert found
    assert all(address.startswith("https://") for address in found)


@pytest.mark.parametrize("name", ["web", "fragment", "epub", "wxr", "hugo", "jekyll", "json"])
def test_a_picture_that_is_none_of_the_article_s_is_refused(
    name: str, article_in: Articles, media: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    (media / "jetty.png").unlink()
    (media / "jetty.png").symlink_to(secret)
    with pytest.raises(InputError, match="is not there"):
        list(output(name, None).files(article_in("en"), media))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(alphabet=st.sampled_from("<>&\"'[]{}%:`*_~\\|#=$/ab \n!()-"), max_size=60))
def test_no_text_at_all_breaks_an_output(article_in: Articles, media: Path, text: str) -> None:
    assume(not any(7 * sign in text for sign in "<>|"))  # what git leaves of a conflict is refused
    source = parse_source(f"---\ntitle: T\nlanguage: en\n---\n{text}\n", "source.md")
    article = article_in("en", source_edition(source))
    for name in ("fragment", "epub", "wxr"):
        for page in pages(name, made(name, article, media)):
            assert_tame(page)
    for name in ("hugo", "jekyll"):
        body = made(name, article, media).decode().split("---\n", 2)[2]
        assert not re.search(r"\{\{|\{%|\{:|<", body)


EVIL = "<script>fetch('https://spy.example')</script>\"'><img src=x onerror=alert(1)> {{ 7 * 7 }}"
EVERYWHERE = f"""---
title: {json.dumps(EVIL)}
language: en
kind: podcast
authors: [{json.dumps(EVIL)}]
translators: [{json.dumps(EVIL)}]
date: 2024-03-05
publication: {{name: {json.dumps(EVIL)}, url: "https://notebook.example/?a=1&b=<script>"}}
original: {{name: {json.dumps(EVIL)}}}
summary: {json.dumps(EVIL)}
tags: [{json.dumps(EVIL)}]
cover: {{file: bridge.png, alt: {json.dumps(EVIL)}, credit: {json.dumps(EVIL)}}}
audio:
- title: {json.dumps(EVIL)}
  file: episode-12.mp3
  type: {json.dumps(EVIL)}
  duration: {json.dumps(EVIL)}
listen: [{{name: {json.dumps(EVIL)}, url: "https://audio.example/'\\"><script>"}}]
episode: 3
participants: [{json.dumps(EVIL)}]
parts: [{{start: 1, title: {json.dumps(EVIL)}}}]
music: {json.dumps(EVIL)}
notes: [{json.dumps(EVIL)}]
licence: {{name: {json.dumps(EVIL)}, url: "https://licence.example/\\"onload=alert(1)"}}
permission: {json.dumps(EVIL)}
---
## {EVIL}

**{EVIL}:** {EVIL} `{EVIL}`[^1]

- [{EVIL}](https://x.example/"onclick=alert(1) "{EVIL}")

| {EVIL} |
|---|
| {EVIL} |

![{EVIL}](media/jetty.png '{EVIL.replace("'", "’")}')

[^1]: {EVIL}
"""


@pytest.mark.parametrize("name", ["web", "fragment", "epub", "wxr"])
def test_no_field_at_all_can_run_a_script(name: str, article_in: Articles, media: Path) -> None:
    edition = source_edition(parse_source(EVERYWHERE, "source.md"))
    edition = replace(edition, source=replace(edition.source, language="ru", title=EVIL))
    article = article_in(
        "en",
        edition,
        site=Site(name=EVIL, url="https://bulletin.example"),
        amendments=(Amendment(day=date(2024, 4, 9), note=EVIL, kinds=()),),
        original_changed=True,
    )
    for page in pages(name, made(name, article, media)):
        assert_tame(page)
        assert not page.xpath("//img[@src='x']")
        for data in page.xpath("//script/text()"):
            assert json.loads(data)["headline"] == EVIL
