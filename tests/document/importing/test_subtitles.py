"""Subtitles come in with their times, whole sentences, and whoever speaks."""

import pytest

from workflow.document.edition import source_edition
from workflow.document.importing import About, Imported, import_source
from workflow.document.importing.alignment import align
from workflow.document.source import ArticleKind
from workflow.document.subtitles.cue import Cue
from workflow.document.subtitles.timing import Passage, passages
from workflow.document.units import source_units
from workflow.errors import InputError


def imported(text: str, name: str = "talk.vtt") -> Imported:
    return import_source(text.encode(), name, corrections=About(language="en"))


def said(text: str, name: str = "talk.vtt") -> list[str]:
    """Return what is said in a file, passage by passage."""
    found = passages(source_edition(imported(text, name).source))
    return [" / ".join(passage.texts).replace("\n", " ") for passage in found]


def test_a_sentence_over_two_cues_is_one_paragraph_below_both_times() -> None:
    source = imported(
        "WEBVTT\n\n"
        "00:01.000 --> 00:04.200\nWhen the water came\nwe were sleeping,\n\n"
        "00:04.200 --> 00:07.000 line:0\nand nobody told us.\n"
    ).source
    assert source.body == (
        "[00:00:01.000 --> 00:00:04.200]: #cue\n"
        '[00:00:04.200 --> 00:00:07.000]: #cue "line:0"\n'
        "When the water came we were sleeping,\n"
        "and nobody told us."
    )
    cues = (Cue(1000, 4200), Cue(4200, 7000, "line:0"))
    text = "When the water came we were sleeping,\nand nobody told us."
    assert passages(source_edition(source)) == (Passage(cues, (text,)),)


def test_a_new_sentence_a_silence_and_another_voice_begin_a_paragraph() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nThe end.\n\n"
        "00:02.000 --> 00:03.000\nand so\n\n00:06.000 --> 00:07.000\nlater on\n\n"
        "00:07.000 --> 00:08.000\n<v Ana>but I\n\n00:08.000 --> 00:09.000\n<v Ana>know.\n"
    )
    assert said(text) == ["The end.", "and so", "later on", "**Ana:** but I know."]


def test_text_without_full_stops_does_not_become_one_endless_paragraph() -> None:
    cues = [f"00:{n:02}.000 --> 00:{n + 1:02}.000\nword {n}\n" for n in range(20)]
    assert [len(passage.split("word")) - 1 for passage in said("\n".join(cues))] == [6, 6, 6, 2]


def test_voices_and_dashes_are_kept() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ana Prueba>Where is <i>she</i>?</v>\n\n"
        "00:02.000 --> 00:03.000\n- Here.\n- Where?\n\n"
        "00:03.000 --> 00:04.000\n<v Ana>Hi.\n<v Bo>Hello.\n"
    )
    assert said(text) == [
        "**Ana Prueba:** Where is *she*?",
        "Here. / Where?",
        "**Ana:** Hi. / **Bo:** Hello.",
    ]


def test_names_before_a_colon_are_speakers_where_they_come_again() -> None:
    lines = ["ANA: Where?", "BO: Here.", "ANA: When?", "BO: Now.", "Note: this is said."]
    cues = [f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}\n" for n, line in enumerate(lines)]
    assert said("\n".join(cues), "talk.srt") == [
        "**ANA:** Where?",
        "**BO:** Here.",
        "**ANA:** When?",
        "**BO:** Now.",
        "Note: this is said.",
    ]


def test_a_sloppy_file_loses_nothing() -> None:
    text = (
        "\ufeff1\r\n0:0:1,0 --> 0:0:2,0  X1:10 X2:20\r\n{\\an8}One &amp; <font color=red>two"
        "</font>,\r\n\r\nthree.\r\n\r\n00:00:03.000 --> 00:00:04.000\r\nNo number.\r\n"
        "3\r\n00:00:05,000 --> 00:00:06,000\r\nNo empty line above.\r\n\r\n4\r\n"
        "00:00:07,000 --> 00:00:08,000\r\n\r\n"
    )
    assert said(text, "talk.srt") == ["One & two, three.", "No number.", "No empty line above."]


def test_cues_out_of_order_are_put_in_order() -> None:
    text = "2\n00:05,000 --> 00:06,000\nLater.\n\n1\n00:01,000 --> 00:02,000\nFirst.\n"
    assert said(text, "talk.srt") == ["First.", "Later."]


def test_remarks_are_told() -> None:
    found = imported("WEBVTT\n\nNOTE by hand\n\nintro\n00:01.000 --> 00:02.000\nNOTE is said.\n")
    assert [piece.text for piece in found.dropped] == ["NOTE by hand"]
    assert "NOTE is said" in found.source.body
    assert "intro" not in found.source.body


@pytest.mark.parametrize(
    ("name", "first", "title"),
    [
        ("river_talk.en.vtt", "WEBVTT", "river talk"),
        ("talk.vtt", "WEBVTT - The *river*", r"The \*river\*"),
    ],
)
def test_the_title_is_in_the_file_or_its_name(name: str, first: str, title: str) -> None:
    source = imported(f"{first}\n\n00:01.000 --> 00:02.000\nHello.\n", name).source
    assert (source.title, source.kind) == (title, ArticleKind.PODCAST)


def test_what_is_said_is_kept_though_it_is_the_title_or_looks_like_a_credit() -> None:
    cues = ["talk", "Translated by Ana Prueba", "Source: The Courier"]
    text = "\n\n".join(f"00:0{n}.000 --> 00:0{n}.900\n{cue}." for n, cue in enumerate(cues))
    assert said(text, "talk.srt") == [f"{cue}." for cue in cues]


@pytest.mark.parametrize("line", ["00:05.000 --> 00:02.000", "00:0x:01,000 --> 00:00:02,000"])
def test_times_that_cannot_be_are_refused(line: str) -> None:
    with pytest.raises(InputError, match=r"talk\.srt: `00:0"):
        imported(f"1\n{line}\nHello.\n", "talk.srt")


def test_a_finished_translation_is_laid_beside_its_source() -> None:
    times = "00:01,000 --> 00:02,000", "00:02,000 --> 00:03,000", "00:04,000 --> 00:05,000"
    english = ("When the water came", "we slept.", "- Why?\n- Who knows.")
    spanish = ("Cuando llegó el agua", "dormíamos.", "- ¿Por qué?\n- Quién sabe.")

    def file(said: tuple[str, ...]) -> str:
        return "\n\n".join(f"{time}\n{text}" for time, text in zip(times, said, strict=True))

    source = imported(file(english), "talk.srt").source
    translation = import_source(
        file(spanish).encode(), "charla.srt", corrections=About(language="es")
    ).source
    found = align(source, translation)
    texts = {unit.id: unit.text for unit in source_units(source)}
    assert {texts[pair.unit]: pair.text for pair in found.pairs} == {
        "talk": "charla",
        "When the water came we slept.": "Cuando llegó el agua dormíamos.",
        "Why?": "¿Por qué?",
        "Who knows.": "Quién sabe.",
    }


def test_chinese_lines_are_joined_without_a_space() -> None:
    text = "1\n00:01,000 --> 00:02,000\n水来的时候\n\n2\n00:02,000 --> 00:03,000\n我们在睡觉。\n"
    assert said(text, "talk.srt") == ["水来的时候我们在睡觉。"]


def test_a_file_without_times_between_its_texts_is_refused() -> None:
    with pytest.raises(InputError, match="more text than any subtitle has"):
        imported("1\n00:01,000 --> 00:02,000\n" + "word " * 2_000, "talk.srt")
