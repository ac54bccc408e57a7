"""`source.md` in and out, and what it says when it is wrong."""

import datetime

import pytest

from workflow.document.frontmatter import parse_source, serialize_source
from workflow.document.source import ArticleKind, Audio, AudioPart, Cover, Place, Source
from workflow.errors import InputError

WHOLE = """\
---
title: Суд отложил слушание
language: ru
kind: podcast
authors:
- Нина Пробная
date: 2024-05-31
publication:
  name: Вестник
  url: https://vestnik.example/1
original: Заря
summary: 'Коротко: о деле'
tags:
- суды
cover:
  file: square.jpg
  alt: Площадь
  credit: Фото Иры
audio:
- title: Выпуск первый
  file: sound/one.mp3
  duration: '1:02:33'
  type: audio/mpeg
listen:
- name: Радио
  url: https://radio.example
season: 2
episode: 14
participants:
- Нина Пробная
- Игорь Опытный, адвокат
parts:
- start: 0:00
  title: Вступление
- start: '1:02:05'
  title: Приговор
music: Ансамбль «Проба»
notes:
- Обновлено в июне
targets:
- en
- pt-BR
licence: CC BY 4.0
permission: письмо от 3 мая
embargo: 2024-06-01 09:00:00+03:00
---

Первый абзац.
"""


def source_with(*lines: str) -> str:
    return "\n".join(("---", "title: Название", "language: ru", *lines, "---", "", "Текст."))


def test_everything_that_an_article_can_say_about_itself() -> None:
    source = parse_source(WHOLE, "source.md")
    assert source.kind is ArticleKind.PODCAST
    assert source.publication == Place(name="Вестник", url="https://vestnik.example/1")
    assert source.original == Place(name="Заря")
    assert source.cover == Cover(file="square.jpg", alt="Площадь", credit="Фото Иры")
    assert source.audio[0].file == "sound/one.mp3"
    assert (source.season, source.episode) == (2, 14)
    assert source.participants == ("Нина Пробная", "Игорь Опытный, адвокат")
    assert source.parts[1] == AudioPart(start=3725, title="Приговор")
    assert source.licence == Place(name="CC BY 4.0")
    assert source.music == "Ансамбль «Проба»"
    assert source.targets == ("en", "pt-BR")
    assert source.embargo is not None
    assert source.embargo.utcoffset() == datetime.timedelta(hours=3)
    assert source.body == "Первый абзац."
    assert serialize_source(source) == WHOLE


def test_the_least_that_must_be_there() -> None:
    source = parse_source("---\ntitle: Название\nlanguage: ru\n---\n", "source.md")
    assert source == Source(title="Название", language="ru")
    assert serialize_source(source) == "---\ntitle: Название\nlanguage: ru\nkind: article\n---\n"


def test_one_author_needs_no_list() -> None:
    assert parse_source(source_with("authors: Ира"), "source.md").authors == ("Ира",)


def test_files_from_windows_are_read() -> None:
    text = "\ufeff" + WHOLE.replace("\n", "\r\n")
    assert parse_source(text, "source.md") == parse_source(WHOLE, "source.md")


def test_language_tags_get_their_usual_form() -> None:
    source = parse_source(source_with("targets: [PT_br, sr-latn]"), "source.md")
    assert source.targets == ("pt-BR", "sr-Latn")


def test_norwegian_is_a_language_and_not_a_no() -> None:
    assert parse_source("---\ntitle: Tittel\nlanguage: no\n---\n", "source.md").language == "no"


@pytest.mark.parametrize(
    ("written", "meant"), [("1:02:33", "1:02:33"), ("12:05", "12:05"), ("'0:45'", "0:45")]
)
def test_a_duration_needs_no_quotes(written: str, meant: str) -> None:
    lines = ("audio:", f"- {{title: Выпуск, file: a.mp3, duration: {written}}}")
    source = parse_source(source_with(*lines), "source.md")
    assert source.audio == (Audio(title="Выпуск", file="a.mp3", duration=meant),)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("0:00", 0), ("00:45", 45), ("2:05", 125), ("'1:02:05'", 3725), ("90:00", 5400), ("77", 77)],
)
def test_a_part_begins_at_a_time_or_after_seconds(written: str, meant: int) -> None:
    lines = ("parts:", f"- {{start: {written}, title: Суд}}")
    source = parse_source(source_with(*lines), "source.md")
    assert source.parts == (AudioPart(start=meant, title="Суд"),)


def test_dashes_in_the_body_are_not_the_end_of_the_front_matter() -> None:
    assert parse_source(source_with() + "\n\n---\n\nЕщё.", "s").body == "Текст.\n\n---\n\nЕщё."


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("titel: x", "source.md:4: `titel` is not known here", "Did you mean `title`?"),
        ("body: x", "source.md:4: `body` is not known here", "Known are"),
        ("publication: {nam: x}", "source.md:4: `publication.nam` is not known", "`name`"),
        ("summary: 2024", "source.md:4: `summary` is not a text but a number", '"2024"'),
        ("tags: [{a: b}]", "source.md:4: `tags` is not a text but a list of keys", "quotes"),
        ("notes: 2024-05-31", "source.md:4: `notes` is not a text but a date", "quotes"),
        ("kind: essay", "source.md:4: `kind` cannot be 'essay'", "interview"),
        ("targets: [klingonish]", "source.md:4: `targets` is wrong", "BCP 47"),
        ("date: May 2024", "source.md:4: `date` is not a date", "2024-05-31"),
        ("embargo: 2024-05-31", "source.md:4: `embargo` is not a moment", "+02:00"),
        ("embargo: 2024-05-31 09:00:00", "source.md:4: `embargo` is not a moment", "+02:00"),
        ("original: {name: x, url: 'javascript:x'}", "`original.url` is not a web", "https://"),
        ("original: {url: https://e.org}", "`original.name` is missing", "name: …"),
        ("original: [x]", "`original` is not a list of keys", "key: value"),
        ("cover: {file: ../secret.jpg}", "`cover.file` is not a path inside media/", "media/"),
        ("cover: {file: /etc/passwd}", "`cover.file` is not a path inside media/", "media/"),
        ("audio: [{title: x}]", "source.md:4: `audio.url` is missing", "media/"),
        ("parts: [{title: x}]", "`parts.start` is not a time", "2:05"),
        ("parts: [{start: 1:75, title: x}]", "`parts.start` is not a time", "2:05"),
        ("parts: [{start: -1, title: x}]", "`parts.start` is not a time", "2:05"),
        ("parts: [{start: 1:10}]", "`parts.title` is missing", "title: …"),
        ("episode: twelve", "source.md:4: `episode` is not a number", "12"),
        ("season: true", "source.md:4: `season` is not a number", "12"),
        ("tags: *all", "source.md:4:", "line"),
    ],
)
def test_what_is_wrong_is_named_by_file_line_and_key(line: str, message: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_source(source_with(line), "source.md")
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize("missing", ["title", "language"])
def test_title_and_language_must_be_there(missing: str) -> None:
    lines = [line for line in source_with().split("\n") if not line.startswith(missing)]
    with pytest.raises(InputError, match=f"`{missing}` is missing"):
        parse_source("\n".join(lines), "source.md")


@pytest.mark.parametrize("text", ["", "# Название\n\nТекст.", "---\ntitle: Название\n"])
def test_front_matter_must_be_there_and_end(text: str) -> None:
    with pytest.raises(InputError, match=r"source\.md: "):
        parse_source(text, "source.md")


@pytest.mark.parametrize("marker", ["<<<<<<< HEAD", "||||||| 1a2b3c4", ">>>>>>> theirs"])
def test_conflicts_that_git_left_are_named_by_line(marker: str) -> None:
    with pytest.raises(InputError, match=r"source\.md:7: a conflict"):
        parse_source(source_with() + f"\n{marker}\n", "source.md")


def test_a_heading_underlined_with_seven_signs_is_no_conflict() -> None:
    assert parse_source(source_with() + "\n\nГлава\n=======\n", "s").body.endswith("=======")
