"""A transcript is read in paragraphs, the same ones in every language."""

from workflow.document.edition import Edition, source_edition, translated_edition
from workflow.document.source import Source
from workflow.document.subtitles.paragraphs import to_be_read
from workflow.document.units import source_units


def talk(*said: tuple[float, str]) -> Source:
    """A talk of which each text is said from its second on, for one second."""
    blocks = [
        f"[00:00:{start:06.3f} --> 00:00:{start + 1:06.3f}]: #cue\n{text}" for start, text in said
    ]
    return Source(title="Talk", language="en", body="\n\n".join(blocks))


def paragraphs(edition: Edition) -> list[str]:
    return [
        "".join(
            child.content or " " * (child.type == "softbreak") for child in token.children or ()
        )
        for token in to_be_read(edition)
        if token.type == "inline"
    ]


def test_a_speaker_is_named_once_in_a_paragraph() -> None:
    source = talk((1, "**Ana:** We went."), (2, "**Ana:** It was *dark*."), (3, "**Bo:** Yes."))
    assert paragraphs(source_edition(source)) == ["Ana: We went. It was dark.", "Bo: Yes."]


def test_a_silence_ends_a_paragraph() -> None:
    assert paragraphs(source_edition(talk((1, "One."), (2, "Two."), (9, "Three.")))) == [
        "One. Two.",
        "Three.",
    ]


def test_a_long_paragraph_ends_somewhere() -> None:
    source = talk(*((n, f"{n} " + "word " * 30 + "end.") for n in range(12)))
    assert [text.count("end.") for text in paragraphs(source_edition(source))] == [4, 4, 4]


def test_the_source_decides_what_belongs_together() -> None:
    source = talk((1, "**Ana:** We went."), (2, "**Ana:** It was dark."), (3, "**Bo:** Yes."))
    words = {"**Ana:** We went.": "**Ана**: Мы шли.", "**Bo:** Yes.": "Да."}
    texts = {unit.id: words.get(unit.text, "**Аня:** Темно.") for unit in source_units(source)}
    assert paragraphs(translated_edition(source, texts, "ru")) == ["Ана: Мы шли. Темно.", "Да."]


def test_other_articles_stay_as_they_are() -> None:
    edition = source_edition(Source(title="T", language="en", body="One.\n\nTwo."))
    assert to_be_read(edition) is edition.tokens
