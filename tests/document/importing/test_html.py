"""What HTML says becomes Markdown that says the same."""

import pytest

from workflow.document.importing import About, import_source
from workflow.document.source import Audio, Place
from workflow.document.units import source_units

CORRECTIONS = About(title="A title", language="en")
LONG = "The court sat for twenty minutes on Tuesday, and nobody was heard."


def body(html: str, head: str = "") -> str:
    page = f"<html><head>{head}</head><body><article><p>{LONG}</p>{html}</article></body></html>"
    text = import_source(page.encode(), "a.html", corrections=CORRECTIONS).source.body
    return text.removeprefix(LONG).strip()


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            "<p>J. K. Orlova is <b>bold</b> and <i>swift</i>.</p>",
            "J. K. Orlova is **bold** and *swift*.",
        ),
        ("<h2>A part</h2><p>Text.</p>", "## A part\n\nText."),
        ("<p>One.<br>Two.</p>", "One.\\\nTwo."),
        ("<p>One.<br><br>Two.</p>", "One.\n\nTwo."),
        ("<ul><li>one<li>two</ul>", "- one\n- two"),
        ("<ol start=3><li>three</li><li>four</li></ol>", "3. three\n4. four"),
        ("<ul><li>one<ul><li>inner</li></ul></li></ul>", "- one\n  - inner"),
        ("<blockquote><p>One.</p><p>Two.</p></blockquote>", "> One.\n>\n> Two."),
        ("<div>Bare text.<p>And a paragraph.</p></div>", "Bare text.\n\nAnd a paragraph."),
        ("<p>10 m<sup>2</sup> of H<sub>2</sub>O</p>", "10 m² of H₂O"),
        ("<p>She said <q>no</q>.</p>", "She said “no”."),
        ("<dl><dt>Who</dt><dd>A judge.</dd></dl>", "**Who**\n\nA judge."),
        ("<pre>a  b\n  c</pre><p>d</p>", "```\na  b\n  c\n```\n\nd"),
        (
            '<p>She had said no such thing<sup><a href="#n1" id="r1">1</a></sup>.</p>'
            '<ol><li id="n1"><p>The <i>law</i>. <a href="#r1">↩</a></p></li></ol>',
            "She had said no such thing[^1].\n\n[^1]: The *law*.",
        ),
        (
            '<p>She had said no such thing<sup id="r1"><a href="#n1">[1]</a></sup>.</p>'
            '<p id="n1"><a href="#r1">^</a> The law.</p>',
            "She had said no such thing[^1].\n\n[^1]: The law.",
        ),
        (
            '<p>She had said no such thing<a href="#_ftn1" name="_ftnref1">[1]</a>.</p>'
            '<div><p><a href="#_ftnref1" name="_ftn1">[1]</a> The law.</p></div>',
            "She had said no such thing[^1].\n\n[^1]: The law.",
        ),
        ('<p><a href="#b">Below</a></p><h2 id="b">B</h2>', "Below\n\n## B"),
        ("<p>so<wbr>called co\u00adop</p>", "socalled coop"),
        (
            "<table><tr><th>Year</th><th>a|b</th></tr><tr><td>2021</td><td>1</td></tr></table>",
            "| Year | a\\|b |\n| --- | --- |\n| 2021 | 1 |",
        ),
        ("<table><tr><td><p>One.</p></td></tr><tr><td>Two.</td></tr></table>", "One.\n\nTwo."),
        (
            '<p><a href="https://a.example/?x=1&utm_source=b">link</a></p>',
            "[link](https://a.example/?x=1)",
        ),
        ('<p><a href="javascript:alert(1)">link</a> <a href="#top">up</a></p>', "link up"),
        ('<p><a href="/x">link</a></p>', "link"),
        ("<p>3 &lt; 4 &amp; *so* [on]</p>", "3 < 4 & \\*so\\* [on]"),
    ],
)
def test_element(html: str, markdown: str) -> None:
    assert body(html) == markdown


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://a.example/news/1">',
        '<meta property="og:url" content="https://a.example/news/1">',
        '<base href="https://a.example/news/">',
        "<!-- saved from url=(0026)https://a.example/news/1 -->",
        "<!-- Page saved with SingleFile url: https://a.example/news/1 -->",
    ],
)
def test_links_are_made_absolute_where_the_address_is_known(head: str) -> None:
    assert body('<p><a href="../x">link</a></p>', head) == "[link](https://a.example/x)"


def test_scripts_styles_and_hidden_text_are_no_text() -> None:
    html = (
        "<script>var a</script><style>p{}</style><p hidden>Hidden.</p>"
        "<p style='display: none'>Hidden.</p><template><p>Hidden.</p></template><p>Seen.</p>"
    )
    assert body(html) == "Seen."


def test_text_that_is_set_in_very_deeply_is_still_a_unit() -> None:
    page = f"<body><p>{LONG}</p>{'<blockquote>' * 60}<p>Deep.</p>"
    found = import_source(page.encode(), "a.html", corrections=CORRECTIONS)
    assert [unit.text for unit in source_units(found.source)][-1] == "Deep."


def test_article_is_kept_whatever_its_class_is_called() -> None:
    page = f"<html><body><div class='share comments related'><p>{LONG}</p><p>Yes.</p></div></body>"
    found = import_source(page.encode(), "a.html", corrections=CORRECTIONS)
    assert found.source.body == f"{LONG}\n\nYes."


def test_language_of_the_page_is_checked_against_its_text() -> None:
    page = (
        "<html lang='en-US'><body><article><h1>Суд</h1>"
        "<p>Суд оставил учительницу под стражей, сообщила её защитница.</p></article></body>"
    )
    assert import_source(page.encode(), "a.html").source.language == "ru"


@pytest.mark.parametrize(
    "author", ['"admin"', '{"name": "The Bulletin"}', '"https://a.example/u/1"', "null", "[[]]"]
)
def test_names_that_are_no_authors(author: str) -> None:
    head = (
        '<meta property="og:site_name" content="The Bulletin"><script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "headline": "A title", "author": {author}}}</script>'
    )
    page = f"<html><head>{head}</head><body><article><p>{LONG}</p></article></body></html>"
    assert import_source(page.encode(), "a.html", corrections=CORRECTIONS).source.authors == ()


@pytest.mark.parametrize("json", ["{", "[" * 5_000, '{"@graph": [1, null]}', '{"@type": 5}'])
def test_broken_json_is_passed_over(json: str) -> None:
    script = f'<script type="application/ld+json">{json}</script>'
    assert body("<p>Yes.</p>", script) == "Yes."


def test_note_of_a_mark_that_was_left_out_is_told() -> None:
    html = (
        '<div class="related"><p>Read <a href="#n1" id="r1">this</a></p></div>'
        '<p id="n1">A note that nobody refers to. <a href="#r1">↩</a></p>'
    )
    page = f"<html><body><article><p>{LONG}</p>{html}</article></body></html>".encode()
    found = import_source(page, "a.html", corrections=CORRECTIONS)
    assert found.source.body == LONG
    assert "A note that nobody refers to." in [piece.text for piece in found.dropped]


def test_line_below_the_title_is_the_summary() -> None:
    html = "<h1>A title</h1><p class='post__subtitle'>Nobody was heard</p>"
    page = f"<html><body><article>{html}<p>{LONG}</p></article></body></html>".encode()
    source = import_source(page, "a.html", corrections=About(language="en")).source
    assert (source.title, source.summary, source.body) == ("A title", "Nobody was heard", LONG)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("[Editor's note: two of them died.]", "Editor's note: two of them died."),
        ("<em>(Прим. ред.: имя изменено.)</em>", "Прим. ред.: имя изменено."),
    ],
)
def test_remarks_beside_the_text_are_notes(line: str, note: str) -> None:
    page = f"<html><body><article><p>{LONG}</p><p>{line}</p></article></body></html>".encode()
    source = import_source(page, "a.html", corrections=CORRECTIONS).source
    assert (source.body, source.notes) == (LONG, (note,))


def test_window_title_without_the_name_of_the_site() -> None:
    page = (
        "<html><head><title>Fishermen win | The Quay</title></head><body>"
        f"<center><b>Fishermen win</b></center><p>{LONG}</p></body></html>"
    )
    assert import_source(page.encode(), "a.html").source.title == "Fishermen win"


def test_podcast_episode_tells_its_sound() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "PodcastEpisode", "name": "The quay", '
        '"associatedMedia": {"contentUrl": "https://cdn.example/12.mp3", '
        '"encodingFormat": "audio/mpeg", "duration": "PT1H2M33S"}}</script>'
    )
    listen = '<p>Listen on: <a href="https://pods.example/1">Pods</a></p>'
    page = f"<html><head>{head}</head><body><article><p>{LONG}</p>{listen}</article></body></html>"
    source = import_source(page.encode(), "a.html", corrections=About(language="en")).source
    assert source.kind == "podcast"
    assert source.audio == (
        Audio(
            title="The quay",
            url="https://cdn.example/12.mp3",
            duration="1:02:33",
            type="audio/mpeg",
        ),
    )
    assert source.listen == (Place(name="Pods", url="https://pods.example/1"),)
