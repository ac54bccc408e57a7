"""What stands on the screen: sentences over several cues, speakers, italics."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.document.edition import source_edition
from workflow.document.importing import About, import_source
from workflow.document.subtitles.captions import Caption, captions
from workflow.document.subtitles.cue import Cue
from workflow.document.subtitles.files import sub_rip, web_vtt
from workflow.document.subtitles.limits import Limits, usual_limits
from workflow.document.subtitles.spoken import Spoken, spoken
from workflow.document.subtitles.timing import Passage, passages

FIRST, SECOND, THIRD = Cue(1000, 4000), Cue(4000, 7000, "line:0"), Cue(8000, 9000)
ONE_LINE = Limits(line=10_000, lines=1)
ANA = Passage((FIRST, SECOND), ("**Ana:** Cuando *llegó el agua*, nadie nos dijo qué hacer.",))
BOTH = Passage((THIRD,), ("¿Por qué?", "Nadie sabe."), dashed=True)


def test_a_translation_is_spread_over_the_cues_of_its_source() -> None:
    assert web_vtt(captions([ANA, BOTH], Limits()), ["Charla", "Traducción: Tom --> Alder"]) == (
        "WEBVTT\n\nNOTE Charla\n\nNOTE Traducción: Tom → Alder\n\n"
        "00:00:01.000 --> 00:00:04.000\n<v Ana>Cuando <i>llegó el agua</i>,</v>\n\n"
        "00:00:04.000 --> 00:00:07.000 line:0\n<v Ana>nadie nos dijo qué hacer.</v>\n\n"
        "00:00:08.000 --> 00:00:09.000\n- ¿Por qué?\n- Nadie sabe.\n"
    )


def test_subrip_names_whoever_begins_to_speak() -> None:
    again = Passage((Cue(9500, 9900),), ("**Ana:** Sí.",))
    other = Passage((Cue(9900, 9990),), ("**Bo:** No.",))
    assert sub_rip(captions([ANA, again, other], Limits(), named=True)) == (
        "1\n00:00:01,000 --> 00:00:04,000\nAna: Cuando <i>llegó el agua</i>,\n\n"
        "2\n00:00:04,000 --> 00:00:07,000\nnadie nos dijo qué hacer.\n\n"
        "3\n00:00:09,500 --> 00:00:09,900\nSí.\n\n"
        "4\n00:00:09,900 --> 00:00:09,990\nBo: No.\n"
    )


def test_a_short_translation_stands_longer() -> None:
    found = captions([Passage((FIRST, SECOND), ("Silencio.",))], Limits())
    assert found == (Caption(Cue(1000, 7000), (Spoken("", "Silencio."),)),)


def test_long_text_is_broken_into_two_lines() -> None:
    text = "We were all sleeping when the water came to us, and nobody had told us."
    (found,) = captions([Passage((FIRST,), (text,))], Limits())
    assert [line.text for line in found.lines] == [
        "We were all sleeping when the water",
        "came to us, and nobody had told us.",
    ]


def test_nothing_in_a_text_can_become_a_tag_or_a_cue() -> None:
    text = r"\<b>1 \--> 2 {\\an8} &amp;\</v>"
    (found,) = captions([Passage((FIRST,), (text,))], ONE_LINE)
    assert found.lines[0].text == r"<b>1 --> 2 {\an8} &</v>"
    assert "&lt;b&gt;1 --&gt; 2" in web_vtt([found])
    assert "<b" not in sub_rip([found])
    assert "{\\" not in sub_rip([found])
    assert sub_rip([found]).count("-->") == 1


def test_limits_depend_on_the_language() -> None:
    assert usual_limits("ja") == Limits(line=13, speed=4)
    assert usual_limits("pt-BR") == Limits(line=42, lines=2, speed=17)


def test_italics_and_speakers_are_read_from_markdown() -> None:
    assert spoken("**Ana Prueba**: a *b **c*** [d](https://a.example)\\\ne") == Spoken(
        "Ana Prueba", "a b c d e", ((2, 4), (4, 5))
    )
    assert spoken("**Not a name.** And so on") == Spoken("", "Not a name. And so on")


MARKUP = ["&", "<b>", "<i>x", "3<4", "a_b", "*x*", "[y]", "`z`", "&amp;", "-->", "#", "1.", "-"]
WORDS = st.sampled_from(
    [*MARKUP, "–", "^", "\\", "a|b", "+", "==", "said.", "¿Qué?", "вода", "ماء", "水"]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=8).map(
    lambda found: " ".join(("Now", *found, "end."))
)
SPEAKERS = st.sampled_from(["", "", "Ana", "Bo & Co", "Ана Пруэба"])


@st.composite
def shown(draw: st.DrawFn) -> tuple[Caption, ...]:
    """Captions that could be in a file: each a sentence, with its voice and some italics."""
    found, start = [], 0
    for text in draw(st.lists(SENTENCES, min_size=1, max_size=6)):
        start += draw(st.integers(0, 5000))
        end = start + draw(st.integers(1, 5000))
        italics = ((0, len(text)),) if draw(st.booleans()) else ()
        found.append(Caption(Cue(start, end), (Spoken(draw(SPEAKERS), text, italics),)))
        start = end
    return tuple(found)


@settings(deadline=None)
@given(shown())
def test_a_file_that_is_read_and_written_again_is_the_same(wanted: tuple[Caption, ...]) -> None:
    written = web_vtt(wanted)
    source = import_source(written.encode(), "a.vtt", corrections=About(language="en")).source
    assert web_vtt(captions(passages(source_edition(source)), ONE_LINE)) == written


@settings(deadline=None)
@given(shown())
def test_subrip_too(wanted: tuple[Caption, ...]) -> None:
    written = sub_rip(
        Caption(caption.cue, tuple(map(_without_tags, caption.lines))) for caption in wanted
    )
    source = import_source(written.encode(), "a.srt", corrections=About(language="en")).source
    assert sub_rip(captions(passages(source_edition(source)), ONE_LINE)) == written


def _without_tags(line: Spoken) -> Spoken:
    """SubRip cannot say that something is no tag and no entity."""
    return Spoken("", line.text.replace("<", "≤").replace("&", "+"))
