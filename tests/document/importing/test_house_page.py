"""A page that this tool has published is taken in again: the article, and nothing of the frame."""

from lxml.html import document_fromstring

from workflow.document.importing import import_source
from workflow.document.importing.clutter import keeping
from workflow.document.importing.house_page import Frame, take_frame
from workflow.document.source import ArticleKind, AudioPart, Place

PAGE = """\
<html lang="en"><head><title>Episode 7: The boat · The Bulletin</title>
<meta property="og:site_name" content="The Bulletin"></head>
<body data-page="podcast">
<a class="skip" href="#text">Skip to the text</a>
<p class="draft" role="note">Draft, not approved for publication.</p>
<header class="masthead"><a class="name" href="/">The Bulletin</a> <a href="/all">All</a></header>
<main id="text"><article class="story podcast">
<header class="opening"><p class="kicker">Podcast</p><h1>Episode 7: The boat</h1></header>
<div class="meta"><p class="date"><time datetime="2025-05-12">May 12, 2025</time></p>
<p class="source">Source: <bdi>Voices of the Shore</bdi></p></div>
<section class="sound" aria-label="Audio"><h2>Episode 7: The boat</h2>
<audio controls><source src="https://pod.example/7.mp3"></audio>
<p>32:10 · <a href="https://pod.example/7.mp3">Download the audio</a></p>
<p>With Nora Vale</p>
<h2>Parts of this episode</h2>
<ol class="parts"><li><span class="time">0:00</span> Opening</li>
<li><span class="time">4:30</span> The workshop</li></ol></section>
<div class="text">
<p>Pupils built a boat and reached the sea. Their teacher tells of the way.</p></div>
<section class="credits"><h2>About this translation</h2><p>Translated by Ana Prueba</p></section>
<p class="downloads"><a href="boat.docx">Download as a Word document</a></p>
</article></main>
<footer class="foot"><a class="name" href="/">The Bulletin</a></footer></body></html>
"""


def test_only_the_article_comes_back() -> None:
    found = import_source(PAGE.encode(), "index.html")
    source = found.source
    assert source.title == "Episode 7: The boat"
    assert source.kind is ArticleKind.PODCAST
    assert source.publication == Place(name="The Bulletin")
    assert source.original == Place(name="Voices of the Shore")
    assert [sound.url for sound in source.audio] == ["https://pod.example/7.mp3"]
    assert source.parts == (
        AudioPart(start=0, title="Opening"),
        AudioPart(start=270, title="The workshop"),
    )
    assert source.body == "Pupils built a boat and reached the sea. Their teacher tells of the way."
    assert {"32:10 · Download the audio", "Draft, not approved for publication."} <= {
        piece.text for piece in found.dropped
    }


def test_nothing_is_taken_from_a_page_that_is_not_ours() -> None:
    page = document_fromstring(PAGE.replace(' data-page="podcast"', ""))
    assert take_frame(page, keeping(())) == Frame()
