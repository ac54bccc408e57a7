"""An article in another language."""

from markdown_it.token import Token

from workflow.document.edition import Edition, plain_text, source_edition, translated_edition
from workflow.document.parser import build
from workflow.document.source import Audio, AudioPart, Cover, Place, Source
from workflow.document.units import source_units

BODY = """\
## Суд

Он **сказал**:[^1]

> Я не виновен.

- раз
- два

![Площадь](media/a.jpg "Фото Иры")

    код

[^1]: В суде.
"""


def translated(source: Source, *translations: str) -> dict[str, str]:
    """Texts by id, for the units in their order; those that are left over have none."""
    return {unit.id: text for unit, text in zip(source_units(source), translations, strict=False)}


def html(tokens: list[Token]) -> str:
    parser = build(any_footnote=False)
    return str(parser.renderer.render(tokens, parser.options, {}))


def test_the_body_has_the_blocks_of_the_source_and_the_words_of_the_translation() -> None:
    source = Source(title="Название", language="ru", body=BODY)
    words = ["Title", "Court", "He *said*:[^1]", "I am not guilty.", "one", "two"]
    words += ["Square", "Photo by Ira", "In court."]
    edition = translated_edition(source, translated(source, *words), "en")
    assert edition.missing == ()
    assert html(edition.tokens) == html(
        source_edition(
            Source(
                title="",
                language="en",
                body=BODY.replace("Суд\n", "Court\n")
                .replace("Он **сказал**", "He *said*")
                .replace("Я не виновен.", "I am not guilty.")
                .replace("- раз\n- два", "- one\n- two")
                .replace("Площадь", "Square")
                .replace("Фото Иры", "Photo by Ira")
                .replace("В суде.", "In court."),
            )
        ).tokens
    )


def test_everything_that_a_reader_sees_is_translated() -> None:
    source = Source(
        title="Название",
        language="ru",
        summary="Коротко",
        authors=("Ира",),
        publication=Place(name="Вестник", url="https://e.example"),
        original=Place(name="Заря"),
        cover=Cover(file="a.jpg", alt="Площадь", credit="Фото"),
        audio=(Audio(title="Выпуск", file="a.mp3"),),
        episode=3,
        participants=("Нина",),
        parts=(AudioPart(start=125, title="Суд"),),
        music="Хор",
        notes=("Примечание",),
        tags=("суды",),
        body="Да.",
    )
    words = ["Title", "In short", "Ira", "Herald", "Dawn", "Square", "Photo", "Episode"]
    words += ["Nina", "The court", "Choir", "Yes."]
    edition = translated_edition(source, translated(source, *words, "Note", "courts"), "en")
    assert (edition.title, edition.summary, edition.authors) == ("Title", "In short", ("Ira",))
    assert edition.publication == Place(name="Herald", url="https://e.example")
    assert edition.original == Place(name="Dawn")
    assert edition.cover == Cover(file="a.jpg", alt="Square", credit="Photo")
    assert edition.audio == (Audio(title="Episode", file="a.mp3"),)
    assert edition.participants == ("Nina",)
    assert edition.parts == (AudioPart(start=125, title="The court"),)
    assert edition.music == "Choir"
    assert (edition.notes, edition.tags, edition.language) == (("Note",), ("courts",), "en")
    assert edition.source is source


def test_what_has_no_translation_stands_in_the_source_and_is_named() -> None:
    source = Source(title="Название", language="ru", body="Раз.\n\nДва.")
    title, one, two = source_units(source)
    edition = translated_edition(source, {one.id: "One.", two.id: "  "}, "en")
    assert edition.missing == (title.id, two.id)
    assert html(edition.tokens) == "<p>One.</p>\n<p>Два.</p>\n"
    assert edition.title == "Название"


def test_text_that_looks_like_a_block_stays_text() -> None:
    source = Source(title="", language="ru", body="а\n\nб\n\nв\n\nг")
    texts = translated(source, "# a", "- b", "1. c", "```\n> d")
    assert html(translated_edition(source, texts, "en").tokens) == (
        "<p># a</p>\n<p>- b</p>\n<p>1. c</p>\n<p>```\n&gt; d</p>\n"
    )


def test_a_translation_cannot_bring_in_code_or_unknown_footnotes() -> None:
    source = Source(title="", language="ru", body="а")
    texts = translated(source, "<script>x</script> [y](javascript:x)[^9]")
    assert html(translated_edition(source, texts, "en").tokens) == (
        "<p>&lt;script&gt;x&lt;/script&gt; [y](javascript:x)[^9]</p>\n"
    )


def test_marks_of_one_footnote_in_two_units_have_ids_of_their_own() -> None:
    source = Source(title="", language="ru", body="а[^1]\n\nб[^1]\n\n[^1]: в")
    page = html(translated_edition(source, translated(source, "a[^1]", "b[^1]", "c"), "en").tokens)
    assert page.count('id="fnref1"') == 1
    assert page.count('id="fnref1:1"') == 1


def test_an_edition_right_to_left() -> None:
    source = Source(title="Суд", language="ru", body="Он **сказал** [это](https://e.example).")
    texts = translated(source, "المحكمة", "**قال** [هذا](https://e.example).")
    edition = translated_edition(source, texts, "ar")
    assert html(edition.tokens) == (
        '<p><strong>قال</strong> <a href="https://e.example">هذا</a>.</p>\n'
    )


def test_plain_text_is_what_a_reader_reads() -> None:
    source = Source(title="Суд", language="ru", summary="Кратко", notes=("*Конец*",), body=BODY)
    assert plain_text(source_edition(source)).split("\n\n") == [
        *("Суд", "Кратко", "Суд", "Он сказал:", "Я не виновен.", "раз", "два", "Площадь"),
        *("В суде.", "Конец"),
    ]


def test_editions_of_one_body_do_not_disturb_one_another() -> None:
    source = Source(title="", language="en", body="a[^x]\n\nb[^x]\n\n![c](media/c.png)\n\n[^x]: d")
    texts = {unit.id: f"{unit.text} {unit.text}" for unit in source_units(source)}
    before = repr(source_edition(source).tokens)
    translated = translated_edition(source, texts, "es")
    assert marks(translated) == [0, 1, 2, 3]
    assert marks(source_edition(source)) == [0, 1]
    assert repr(source_edition(source).tokens) == before


def marks(edition: Edition) -> list[int]:
    """Which mark of its footnote each one is, in reading order."""
    children = (child for token in edition.tokens for child in token.children or ())
    return [child.meta["subId"] for child in children if child.type == "footnote_ref"]
