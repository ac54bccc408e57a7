"""Subtitles go out on the times of their source, beside a transcript that can be read."""

import base64
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from tests.publish.conftest import approve
from workflow.document.edition import source_edition
from workflow.document.source import ArticleKind, Audio, Source
from workflow.errors import NotReady
from workflow.publish.article import PublishedArticle
from workflow.publish.blocks import words_of
from workflow.publish.output import output
from workflow.publish.publishing import publish_target
from workflow.publish.subtitles import TranscriptFile, transcript_files
from workflow.workspace.settings import SubtitleSettings
from workflow.workspace.workspace import Workspace

Articles = Callable[..., PublishedArticle]

BODY = """[00:00:01.000 --> 00:00:04.200]: #cue
[00:00:04.200 --> 00:00:07.000]: #cue "line:0"
**Ana:** When the water came we were sleeping,
and nobody told us.

[00:00:07.000 --> 00:00:08.000]: #cue
**Ana:** It was & is *dark*.

[00:00:08.000 --> 00:00:09.500]: #cue
- Why?
- Nobody knows.

[00:00:09.500 --> 00:00:11.000]: #cue
**Bo:** We asked."""


@pytest.fixture
def talk(article_in: Articles) -> PublishedArticle:
    source = Source(title="The talk", language="en", kind=ArticleKind.PODCAST, body=BODY)
    return article_in("en", source_edition(source), formats=("srt", "vtt", "web"))


def written(name: str, article: PublishedArticle) -> str:
    (file,) = output(name, None).files(article, Path())
    assert isinstance(file.content, bytes)
    return file.content.decode()


def test_webvtt_has_times_voices_and_credits(talk: PublishedArticle) -> None:
    text = written("vtt", talk)
    assert text.startswith("WEBVTT\n\nNOTE The talk\n\nNOTE Translated by Ana Prueba")
    assert text.partition("\n\n00:")[2] == (
        "00:01.000 --> 00:00:04.200\n<v Ana>When the water came we were sleeping,</v>\n\n"
        "00:00:04.200 --> 00:00:07.000 line:0\n<v Ana>and nobody told us.</v>\n\n"
        "00:00:07.000 --> 00:00:08.000\n<v Ana>It was &amp; is <i>dark</i>.</v>\n\n"
        "00:00:08.000 --> 00:00:09.500\n- Why?\n- Nobody knows.\n\n"
        "00:00:09.500 --> 00:00:11.000\n<v Bo>We asked.</v>\n"
    )


def test_subrip_names_the_speakers(talk: PublishedArticle) -> None:
    texts = [block.split("\n", 2)[2] for block in written("srt", talk).strip().split("\n\n")]
    assert texts[0].replace("\n", " ") == "Ana: When the water came we were sleeping,"
    assert texts[2:] == ["It was & is <i>dark</i>.", "- Why?\n- Nobody knows.", "Bo: We asked."]


def test_readers_see_paragraphs_and_not_times(talk: PublishedArticle) -> None:
    first, _, last = talk.body.blocks
    assert words_of(first.children) == (
        "Ana: When the water came we were sleeping, and nobody told us. It was & is dark."
    )
    assert words_of(last.children) == "Bo: We asked."
    page = written("web", talk)
    assert "#cue" not in page
    assert '<a href="river-bridge.vtt" type="text/vtt">WebVTT</a>' in page


def test_a_feed_is_told_where_the_transcripts_are(talk: PublishedArticle) -> None:
    url = "https://bulletin.example/en/river-bridge/river-bridge"
    path = "en/river-bridge/river-bridge"
    assert transcript_files(talk) == (
        TranscriptFile(
            format="vtt", path=f"{path}.vtt", url=f"{url}.vtt", type="text/vtt", language="en"
        ),
        TranscriptFile(
            format="srt",
            path=f"{path}.srt",
            url=f"{url}.srt",
            type="application/x-subrip",
            language="en",
        ),
    )
    assert transcript_files(replace(talk, formats=("web",))) == ()


def test_the_podcast_s_feed_leads_to_them(workspace: Workspace) -> None:
    body = "[00:00:01.000 --> 00:00:03.000]: #cue\nWe were sleeping."
    audio = (Audio(title="The talk", file="talk.mp3"),)
    source = Source(title="Talk", language="en", kind=ArticleKind.PODCAST, audio=audio, body=body)
    sound = b"\xff\xfb\x90\x00" + bytes(413)
    article = workspace.create("talk", source, {"talk.mp3": b"ID3\4\0\0\0\0\0\4name" + sound})
    target = article.add_target("es", "ana")
    target.edit({unit.id: f"Texto {unit.kind}" for unit in article.units}, "ana")
    approve(target)
    publish_target(target, "mara", ["web", "vtt"], datetime.now(UTC))
    feed = etree.parse(next(workspace.public.glob("es/podcast*.xml")))
    (item,) = feed.iter("item")
    (subtitles, _) = item.findall("{https://podcastindex.org/namespace/1.0}transcript")
    address = "https://bulletin.example/es/talk"
    assert dict(subtitles.attrib) == {
        "url": f"{address}/talk.vtt",
        "type": "text/vtt",
        "language": "es",
        "rel": "captions",
    }
    assert (workspace.public / "es/talk/media/talk.mp3").read_bytes() == sound


def test_an_article_without_times_has_no_subtitles(article_in: Articles, media: Path) -> None:
    article = article_in("en", formats=("vtt", "web"))
    assert list(output("vtt", None).files(article, media)) == []
    assert "WebVTT" not in next(iter(output("web", None).files(article, media))).content.decode()
    assert transcript_files(article) == ()


def test_the_settings_say_how_long_a_line_is(article_in: Articles) -> None:
    source = Source(title="The talk", language="en", body=BODY)
    settings = SubtitleSettings(line=30, languages={"en": SubtitleSettings(line=14, lines=3)})
    article = article_in("en", source_edition(source), subtitles=settings)
    assert "<v Ana>When the water\ncame we were\nsleeping,</v>" in written("vtt", article)


def test_a_withheld_name_is_not_let_out_over_two_lines(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "[00:00:01.000 --> 00:00:03.000]: #cue\nThat is what they say of Pavel Gorin and others."
    article = workspace.create("talk", Source(title="Talk", language="en", body=body))
    target = article.add_target("es", "ana")
    texts = {"Talk": "Charla"}
    spanish = (
        "Eso es lo que se dice aquí y allá de Pavel Gorin y también de algunas otras personas."
    )
    target.edit({unit.id: texts.get(unit.text, spanish) for unit in article.units}, "ana")
    approve(target)
    withheld = tmp_path / "withheld.txt"
    withheld.write_text("# key: 0123456789abcdef\nPavel Gorin\n", encoding="utf-8")
    monkeypatch.setenv("WORKFLOW_WITHHELD", str(withheld))
    with pytest.raises(NotReady, match="a withheld name stands in"):
        publish_target(target, "mara", ["vtt", "srt"], datetime.now(UTC))


@pytest.mark.peer
@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="needs ffmpeg")
@pytest.mark.parametrize("name", ["vtt", "srt"])
def test_ffmpeg_reads_the_same(name: str, talk: PublishedArticle, tmp_path: Path) -> None:
    path = tmp_path / f"talk.{name}"
    path.write_text(written(name, talk), encoding="utf-8")
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "srt", "-"]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    times = ["00:00:01,000 --> 00:00:04,200", "00:00:07,000 --> 00:00:08,000"]
    assert all(time in found for time in times)
    assert found.count("-->") == 5
    assert "It was & is <i>dark</i>." in found
    assert "- Why?\n- Nobody knows." in found


@pytest.mark.peer
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Chromium")
def test_a_browser_shows_the_cues(talk: PublishedArticle, tmp_path: Path) -> None:
    track = base64.b64encode(written("vtt", talk).encode()).decode()
    page = tmp_path / "page.html"
    page.write_text(
        f"""<video><track default src="data:text/vtt;base64,{track}"></video><pre></pre><script>
        const track = document.querySelector('track'); track.track.mode = 'hidden';
        track.onload = () => document.querySelector('pre').textContent = JSON.stringify(
          [...track.track.cues].map(cue => [cue.startTime, cue.endTime, String(cue.line),
            cue.getCueAsHTML().textContent]));
        </script>""",
        encoding="utf-8",
    )
    chromium = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    options = [f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=5000"]
    command = [*chromium, *options, page.as_uri()]
    dom = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    cues = json.loads(dom.partition("<pre>")[2].partition("</pre>")[0].replace("&amp;", "&"))
    assert cues == [
        [1, 4.2, "auto", "When the water came we were sleeping,"],
        [4.2, 7, "0", "and nobody told us."],
        [7, 8, "auto", "It was & is dark."],
        [8, 9.5, "auto", "- Why?\n- Nobody knows."],
        [9.5, 11, "auto", "We asked."],
    ]
