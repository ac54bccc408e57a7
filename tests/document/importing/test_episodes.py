"""Podcasts: which episode, who speaks, what it is made of, whose music."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.document.importing.test_attribution import PROSE, paragraph, taken
from workflow.document.importing import Imported, compose, import_source
from workflow.document.importing.blocks import Block, body
from workflow.document.importing.episodes import take_parts
from workflow.document.importing.people import described_people
from workflow.document.importing.runs import Run
from workflow.document.source import ArticleKind, AudioPart, clock

PARTS = ("00:00 The flood", "12:40 – A bridge of boats", "1:02:05 What the village asks")
MEANT = (
    AudioPart(start=0, title="The flood"),
    AudioPart(start=760, title="A bridge of boats"),
    AudioPart(start=3725, title="What the village asks"),
)


def listed(*lines: str) -> Block:
    [block] = compose.items([compose.paragraphs([Run(line)]) for line in lines], None)
    return block


def page(*lines: str, head: str = "") -> Imported:
    text = "".join(f"<p>{PROSE} {number}</p>" for number in range(4))
    audio = "<audio src='https://cdn.example/14.mp3'></audio>"
    html = f"<html lang='en'><head><title>The ferry</title>{head}</head><body><article>"
    html += f"<h1>The ferry</h1>{audio}{text}{''.join(lines)}</article></body></html>"
    return import_source(html.encode(), "ferry.html")


@pytest.mark.parametrize(
    ("line", "season", "episode"),
    [
        ("Episode 14", None, 14),
        ("Episode #14", None, 14),
        ("Season 2, Episode 14", 2, 14),
        ("S2E14", 2, 14),
        ("Выпуск № 14", None, 14),
        ("Сезон 2, выпуск 14", 2, 14),
        ("Випуск 14.", None, 14),
        ("Temporada 2 · Episodio 14", None, None),
        ("Temporada 2, episodio 14", 2, 14),
        ("Saison 2 – Épisode 14", 2, 14),
        ("Staffel 2, Folge 14", 2, 14),
    ],
)
def test_number_of_an_episode(line: str, season: int | None, episode: int | None) -> None:
    found = taken(line)
    assert (found.season, found.episode) == (season, episode)


@pytest.mark.parametrize(
    "line", ["Episode 14 was the last that they made.", "Выпуск 14 газеты изъяли.", "Episodes 14"]
)
def test_a_sentence_that_begins_like_a_number_stays(line: str) -> None:
    assert taken(line).episode is None


def test_title_keeps_the_number_that_it_begins_with() -> None:
    text = f"S2E14: The ferry\n\n{PROSE}\n\n{PROSE} Again."
    source = import_source(text.encode(), "ferry.txt").source
    assert (source.title, source.season, source.episode) == ("S2E14: The ferry", 2, 14)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Participants: Ida Ek, Tom Reed", ("Ida Ek", "Tom Reed")),
        ("Guests: Ida Ek, a ferryman, and Tom Reed", ("Ida Ek, a ferryman", "Tom Reed")),
        ("Guest: Ida Ek (ferryman)", ("Ida Ek (ferryman)",)),
        ("Ведущая: Ида Эк", ("Ида Эк",)),
        ("В выпуске участвуют: Ида Эк, паромщица; Том Рид", ("Ида Эк, паромщица", "Том Рид")),
        ("Учасники: Іда Ек та Том Рід", ("Іда Ек", "Том Рід")),
        ("Invitados: Ida Ek y Tom Reed", ("Ida Ek", "Tom Reed")),
        ("Avec : Ida Ek et Tom Reed", ("Ida Ek", "Tom Reed")),
        ("Zu Gast: Ida Ek, Anwältin, und Tom Reed", ("Ida Ek, Anwältin", "Tom Reed")),
    ],
)
def test_who_takes_part(line: str, people: tuple[str, ...]) -> None:
    assert taken(line).participants == people


def test_who_takes_part_in_several_lines_and_in_a_list() -> None:
    found = page(
        "<p>Host: Ida Ek</p><p><b>Guests:</b></p><ul><li>Tom Reed, a ferryman, of Kamenka</li>"
        "<li>Vera Almas – pupil</li></ul>"
    ).source
    assert found.participants == (
        "Ida Ek",
        "Tom Reed, a ferryman, of Kamenka",
        "Vera Almas – pupil",
    )
    assert found.kind is ArticleKind.PODCAST
    assert "Guests" not in found.body


def test_a_host_who_speaks_is_no_credit() -> None:
    talk = "<p>Host: Welcome.</p><p>Ida Ek: I row.</p><p>Host: Why?</p><p>Ida Ek: For them.</p>"
    found = page(talk).source
    assert found.participants == ()
    assert "**Host:** Welcome." in found.body


def test_a_list_of_something_else_stays() -> None:
    found = page("<p>With:</p><ul><li>two oars</li><li>a net</li></ul>").source
    assert found.participants == ()
    assert found.body.endswith("With:\n\n- two oars\n- a net")


def test_music_keeps_its_link() -> None:
    found = page("<p><b>Music:</b> “Tide” by <a href='https://m.example/'>The Lamps</a></p>").source
    assert found.music == "“Tide” by [The Lamps](https://m.example/)"
    assert "Tide" not in found.body
    assert page("<p>Music by Kai Ode.</p>").source.music == "Kai Ode"
    assert "Music by the river" in page("<p>Music by the river was all they had.</p>").source.body


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph("\n".join(PARTS))],
        [paragraph(line) for line in PARTS],
        [listed(*PARTS)],
        [paragraph("Timestamps:"), listed(*PARTS)],
        [paragraph("\n".join(("Таймкоды", *PARTS)))],
    ],
)
def test_parts_with_their_times(blocks: list[Block]) -> None:
    left, parts = take_parts([paragraph(PROSE), *blocks], is_podcast=True)
    assert parts == MEANT
    assert body(left) == PROSE


def test_times_may_stand_behind_and_in_brackets() -> None:
    lines = ("The flood (00:00)", "A bridge of boats — 12:40")
    assert take_parts([listed(*lines)], is_podcast=True)[1] == MEANT[:2]
    assert (
        take_parts([paragraph("[00:00] The flood\n[12:40] A bridge of boats")], is_podcast=True)[1]
        == (MEANT[:2])
    )


def test_hours_of_a_day_are_no_parts() -> None:
    day = [paragraph("08:15 The police arrive"), paragraph("09:40 They leave")]
    assert take_parts(day, is_podcast=False) == (tuple(day), ())
    back = [paragraph("23:50 They come again"), paragraph("00:10 They leave")]
    assert take_parts(back, is_podcast=True) == (tuple(back), ())


def test_a_transcript_with_times_is_text() -> None:
    spoken = [paragraph(f"0{n}:00 {PROSE}") for n in range(1, 5)]
    assert take_parts(spoken, is_podcast=True) == (tuple(spoken), ())


def test_page_of_a_podcast() -> None:
    data = '{"@type": "PodcastEpisode", "name": "The ferry", "episodeNumber": "14", '
    data += '"partOfSeason": {"@type": "PodcastSeason", "seasonNumber": 2}}'
    found = page(
        "<ul>" + "".join(f"<li>{line}</li>" for line in PARTS) + "</ul>",
        head=f"<script type='application/ld+json'>{data}</script>",
    ).source
    assert (found.kind, found.season, found.episode) == (ArticleKind.PODCAST, 2, 14)
    assert found.parts == MEANT
    assert "12:40" not in found.body


@given(st.lists(st.integers(0, 80_000), min_size=2, max_size=9, unique=True).map(sorted))
def test_parts_come_back_as_they_were_written(starts: list[int]) -> None:
    parts = tuple(AudioPart(start=start, title=f"Part {start}") for start in starts)
    lines = [paragraph(f"{clock(part.start)} {part.title}") for part in parts]
    assert take_parts(lines, is_podcast=True) == ((), parts)


@given(st.text())
def test_any_text_names_people_or_nobody(text: str) -> None:
    assert all(described_people(text)) or described_people(text) == ()


def test_second_line_that_says_something_else_stays_in_the_text() -> None:
    text = f"The ferry\n\nSource: Alpha\n\n{PROSE}\n\nSource: Beta\n\nTranslated by Ida Ek\n\n"
    source = import_source(f"{text}Translated by Tom Reed".encode(), "a.txt").source
    assert source.publication is not None
    assert source.publication.name == "Alpha"
    assert source.body.endswith("Source: Beta")
    assert source.translators == ("Ida Ek", "Tom Reed")
