"""Markdown comes in as it is written, front matter and all."""

from datetime import date

import pytest

from workflow.document.frontmatter import serialize_source
from workflow.document.importing import About, import_source
from workflow.document.source import Place, Source
from workflow.errors import InputError

BODY = """\
The court sat for twenty minutes, [she](https://a.example) said.

* one
* two

***

End."""


def test_title_is_the_first_heading() -> None:
    source = import_source(f"# A *short* day\n\n{BODY}".encode(), "a.md").source
    assert (source.title, source.language, source.body) == ("A *short* day", "en", BODY)


def test_source_of_another_workspace_comes_in_whole() -> None:
    source = Source(
        title="A *short* day",
        language="fr",
        authors=("J. K. Orlova",),
        date=date(2024, 5, 17),
        publication=Place(name="Alpha", url="https://a.example"),
        summary="In short.",
        notes=("A note.",),
        targets=("es",),
        body=BODY,
    )
    assert import_source(serialize_source(source).encode(), "source.md").source == source


def test_front_matter_of_other_programs() -> None:
    text = (
        "---\nlayout: post\ntitle: A short day\nauthor: J. K. Orlova\n"
        f"date: 2024-05-17 10:00:00 +0300\ntags: [court, news]\n---\n\n{BODY}"
    )
    found = import_source(text.encode(), "2024-05-17-day.md")
    assert found.source.title == "A short day"
    assert found.source.authors == ("J. K. Orlova",)
    assert found.source.date == date(2024, 5, 17)
    assert found.source.tags == ("court", "news")
    assert [piece.text for piece in found.dropped] == ["layout: post"]


def test_credits_at_the_end_are_found() -> None:
    text = (
        f"# A day\n\n{BODY}\n\n*Source: [Alpha](https://a.example/1)*\\\n*Translated by Mara Ilves*"
    )
    source = import_source(text.encode(), "a.md").source
    assert source.publication == Place(name="Alpha", url="https://a.example/1")
    assert source.translators == ("Mara Ilves",)
    assert source.body == BODY


def test_definitions_stay_with_the_text_that_uses_them() -> None:
    body = f"{BODY} [Yes][1] and[^n].\n\n[1]: https://b.example\n\n[^n]: A footnote."
    text = f"# A day\n\n{body}\n\nTranslated by Mara Ilves"
    assert import_source(text.encode(), "a.md").source.body == body


def test_corrections_stand_before_what_is_found() -> None:
    corrections = About(
        title="Another", language="uk", authors=("Ana Prueba",), date=date(2020, 1, 1)
    )
    text = f"# A day\n\nBy Vera Almas, 17 May 2024\n\n{BODY}"
    source = import_source(text.encode(), "a.md", corrections=corrections).source
    assert (source.title, source.language) == ("Another", "uk")
    assert (source.authors, source.date) == (("Ana Prueba",), date(2020, 1, 1))


@pytest.mark.parametrize("front", ["title: [", "a: &a [b]\nc: *a"])
def test_broken_front_matter_names_its_line(front: str) -> None:
    with pytest.raises(InputError, match=r"a\.md:\d"):
        import_source(f"---\n{front}\n---\n\n# A day\n\n{BODY}".encode(), "a.md")


def test_front_matter_that_is_a_list_says_nothing() -> None:
    text = f"---\n- 1\n- 2\n---\n\n# A day\n\n{BODY}"
    assert import_source(text.encode(), "a.md").source.title == "A day"
