"""Markdown comes in as it is written, front matter and all."""

import contextlib
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from workflow.document.frontmatter import serialize_source
from workflow.document.importing import About, import_source
from workflow.document.source import Place, Source
from workflow.errors import InputError

YAML = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
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


def test_front_matter_that_is_a_list_says_nothing_and_is_named() -> None:
    text = f"---\n- 1\n- 2\n---\n\n# A day\n\n{BODY}"
    found = import_source(text.encode(), "a.md")
    assert found.source.title == "A day"
    assert [piece.text for piece in found.dropped] == ["- 1\n- 2"]


def test_words_between_two_rules_are_text() -> None:
    text = f"---\nFor those who row.\n\n---\n\n{BODY}"
    source = import_source(text.encode(), "a.md", corrections=About(title="A day")).source
    assert source.body.startswith("For those who row.")


@pytest.mark.parametrize(
    ("line", "problem"),
    [("kind: essay", "`kind` cannot be"), ("cover: {fil: x}", "`cover.fil` is not known")],
)
def test_error_in_our_own_front_matter_is_an_error(line: str, problem: str) -> None:
    text = f"---\ntitle: A day\nlanguage: en\n{line}\n---\n\n{BODY}"
    with pytest.raises(InputError, match=rf"a\.md:4: {problem}"):
        import_source(text.encode(), "a.md")


def test_what_cannot_be_read_of_foreign_front_matter_is_named() -> None:
    front = "titel: A day\ndate: some day\ncover: {image: a.jpg}\nkeywords: court, sea\n"
    front += "categories: [law]\nsource: https://www.quay.example/1\nepisode: 4\nseries: 12\n"
    found = import_source(f"---\n{front}---\n\n# A day\n\n{BODY}".encode(), "a.md")
    assert {(piece.text, piece.reason) for piece in found.dropped} == {
        ("titel: A day", "front matter that is not known here"),
        ("date: some day", "front matter that cannot be read"),
        ("cover: {'image': 'a.jpg'}", "front matter that cannot be read"),
        ("series: 12", "front matter that is not known here"),
    }
    assert found.source.tags == ("court", "sea", "law")
    assert found.source.publication == Place(name="quay.example", url="https://www.quay.example/1")
    assert found.source.episode == 4


def test_front_matter_in_toml() -> None:
    front = 'title = "A day"\ndate = 2024-05-17T10:00:00Z\nauthors = ["J. K. Orlova"]\ndraft = true'
    found = import_source(f"+++\n{front}\n+++\n\n{BODY}".encode(), "a.md")
    assert (found.source.title, found.source.date) == ("A day", date(2024, 5, 17))
    assert found.source.authors == ("J. K. Orlova",)
    assert [piece.text for piece in found.dropped] == ["draft: True"]
    with pytest.raises(InputError, match="no TOML"):
        import_source(f"+++\ntitle = \n+++\n\n{BODY}".encode(), "a.md")


@given(st.dictionaries(st.text(max_size=9) | st.sampled_from(("title", "date", "tags")), YAML))
def test_any_front_matter_is_taken_named_or_refused(values: dict[str, object]) -> None:
    front = yaml.safe_dump(values, allow_unicode=True)
    with contextlib.suppress(InputError):
        import_source(f"---\n{front}---\n\n# A day\n\n{BODY}".encode(), "a.md")
