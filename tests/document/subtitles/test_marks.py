"""Time codes in a body: they survive editing, and no reader sees them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workflow.document.edition import plain_text, source_edition, translated_edition
from workflow.document.frontmatter import parse_source, serialize_source
from workflow.document.source import Source
from workflow.document.subtitles.cue import Cue
from workflow.document.subtitles.marks import cues_above, mark
from workflow.document.subtitles.timing import passages, unit_cues
from workflow.document.units import source_units

BODY = """About the talk.

[00:00:01.000 --> 00:00:04.000]: #cue
[00:00:04.000 --> 00:00:07.000]: #cue
We were sleeping,
and nobody told us.

[00:00:08.000 --> 00:00:10.000]: #cue
- Why?
- Nobody knows.

## Afterwards

The hall was full."""
TALK = Source(title="Talk", language="en", body=BODY)

cues = st.builds(
    lambda start, length, settings: Cue(start, start + length, settings),
    st.integers(0, 10**9),
    st.integers(1, 10**6),
    st.sampled_from(["", "line:0", "line:84% align:start", "position:10%,line-left size:35%"]),
)


@given(st.lists(cues, min_size=1, max_size=4), st.booleans())
def test_marks_are_read_back(wanted: list[Cue], apart: bool) -> None:
    lines = ["Text.", "", *map(mark, wanted), *([""] if apart else []), "Said."]
    assert cues_above(lines, len(lines) - 1) == tuple(wanted)


def test_only_what_is_said_has_times() -> None:
    assert [passage.texts for passage in passages(source_edition(TALK))] == [
        ("We were sleeping,\nand nobody told us.",),
        ("Why?", "Nobody knows."),
    ]


def test_marks_are_no_text_and_no_unit() -> None:
    assert "cue" not in plain_text(source_edition(TALK))
    assert [unit.text for unit in source_units(TALK)] == [
        "Talk",
        "About the talk.",
        "We were sleeping, and nobody told us.",
        "Why?",
        "Nobody knows.",
        "Afterwards",
        "The hall was full.",
    ]


def test_source_md_keeps_them() -> None:
    assert parse_source(serialize_source(TALK), "source.md") == TALK


def test_a_paragraph_that_was_parted_by_hand_is_still_said() -> None:
    parted = replace(TALK, body=BODY.replace("sleeping,\nand", "sleeping.\n\nAnd"))
    assert passages(source_edition(parted))[0].texts == ("We were sleeping. And nobody told us.",)


def test_a_translation_has_the_times_of_its_source() -> None:
    units = {unit.text: unit.id for unit in source_units(TALK)}
    texts = {units["Why?"]: "¿Por qué?", units["Nobody knows."]: "Nadie lo sabe."}
    found = passages(translated_edition(TALK, texts, "es"))
    assert found[1].texts == ("¿Por qué?", "Nadie lo sabe.")
    assert found[1].cues == (Cue(8000, 10000),)


def test_units_know_their_cues_and_a_dialogue_shares_them() -> None:
    texts = {unit.id: unit.text for unit in source_units(TALK)}
    assert {texts[key]: cues for key, cues in unit_cues(TALK).items()} == {
        "We were sleeping, and nobody told us.": (Cue(1000, 4000), Cue(4000, 7000)),
        "Why?": (Cue(8000, 8470),),
        "Nobody knows.": (Cue(8470, 10000),),
    }


def test_an_article_without_times_is_no_transcript() -> None:
    plain = Source(title="Talk", language="en", body="Said [1 --> 2]: #cue, or not.")
    assert passages(source_edition(plain)) == ()
    assert unit_cues(plain) == {}
