"""What holds for any text: nothing crashes, nothing is lost, the same goes in and out."""

import contextlib
import datetime
import re

from hypothesis import given
from hypothesis import strategies as st

from workflow.document.edition import Edition, plain_text, source_edition, translated_edition
from workflow.document.frontmatter import parse_source, serialize_source
from workflow.document.inline import escape, links, markup_signature, plain, segments
from workflow.document.markdown import clean, parse
from workflow.document.matching import match_units
from workflow.document.parser import build
from workflow.document.source import ArticleKind, Audio, AudioPart, Cover, Place, Source
from workflow.document.standing import standing_alone
from workflow.document.units import source_hash, source_units
from workflow.errors import InputError

PIECES = (
    *("*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "!", "![", "](media/фото.jpg)"),
    *('](https://e.example "т")', "][a]", "[a]", "[^1]", "[^2]", "<https://e.example>", "<b>"),
    *("&amp;", "\\", "\\\n", "  \n", "\n", "\n\n", "\n\n", " ", "  ", "\t", "\u00a0", "\u2028"),
    *("\x00", "|", "\n# ", "\n> ", "\n- ", "\n1. ", "\n    ", "\n```\n", "\n---\n"),
    *("\n|a|b|\n|-|-|\n", "\n\n[a]: https://a.example/(x) 'A \"t\"'\n\n", "\n\n[^1]: сноска\n\n"),
    *("\n\n[^2]: ещё[^1]\n\n", "слово", "Тбилиси", "თბილისი", "حرية", "word", "é", "2", "?", "."),
)
"""What Markdown is made of, whole and broken, and words in several scripts."""

markdown = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(max_size=60)
)
one_line = markdown.map(lambda text: " ".join(clean(text).split()))
words = one_line.filter(bool)

addresses = st.sampled_from(["https://e.example/путь?a=1", "http://e.example"])
files = st.sampled_from(["площадь.jpg", "sound/one.mp3"])
places = st.builds(Place, name=words, url=st.none() | addresses)
languages = st.sampled_from(["ru", "pt-BR", "sr-Latn", "ka", "no"])
lists = st.lists(words, max_size=3).map(tuple)
moments = st.datetimes(
    min_value=datetime.datetime(1900, 1, 1),
    timezones=st.sampled_from([datetime.UTC, datetime.timezone(datetime.timedelta(hours=-3))]),
)
sources = st.builds(
    Source,
    title=words,
    language=languages,
    kind=st.sampled_from(ArticleKind),
    authors=lists,
    translators=lists,
    date=st.none() | st.dates(),
    publication=st.none() | places,
    original=st.none() | places,
    summary=st.none() | words,
    tags=lists,
    cover=st.none() | st.builds(Cover, file=files, alt=st.none() | words, credit=st.none() | words),
    audio=st.lists(
        st.builds(
            Audio,
            title=words,
            url=addresses,
            duration=st.sampled_from([None, "1:02:33", "4:05"]),
            type=st.sampled_from([None, "audio/mpeg"]),
        ),
        max_size=2,
    ).map(tuple),
    listen=st.lists(places, max_size=2).map(tuple),
    season=st.none() | st.integers(0, 99),
    episode=st.none() | st.integers(0, 9999),
    participants=lists,
    parts=st.lists(
        st.builds(AudioPart, start=st.integers(0, 200_000), title=words), max_size=2
    ).map(tuple),
    music=st.none() | words,
    notes=lists,
    targets=st.lists(languages, max_size=2).map(tuple),
    licence=st.none() | st.builds(Place, name=words),
    permission=st.none() | words,
    embargo=st.none() | moments,
    body=markdown.map(lambda text: re.sub(r"\A(?:[ \t]*\n)+", "", clean(text)).rstrip()),
)


def html(edition: Edition) -> str:
    """The body as HTML, with white space that a browser does not show left out."""
    parser = build(any_footnote=False)
    page = parser.renderer.render(edition.tokens, parser.options, {})
    page = re.sub(r"[ \t\n]+", " ", page)
    return re.sub(
        r" ?(<br />|</?(?:p|li|h\d|t[dh])[^>]*>|(?<=alt=\")|(?<=title=\")) ?", r"\1", page
    )


@given(sources)
def test_a_source_is_read_back_as_it_was_written(source: Source) -> None:
    text = serialize_source(source)
    assert parse_source(text, "source.md") == source
    assert serialize_source(parse_source(text, "source.md")) == text


@given(st.text(), st.text())
def test_any_file_is_a_source_or_an_error_of_the_user(front: str, body: str) -> None:
    for text in (front, f"---\n{front}\n---\n{body}"):
        with contextlib.suppress(InputError):
            assert isinstance(parse_source(text, "source.md"), Source)


@given(markdown)
def test_segments_together_are_the_text(text: str) -> None:
    assert "".join(segment.raw for segment in segments(text)) == text
    plain(text)
    links(text)
    markup_signature(text)


@given(one_line)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    assert plain(escape(text)) == text
    assert not markup_signature(escape(text))


@given(markdown)
def test_the_text_of_a_unit_stays_as_it_is(text: str) -> None:
    unit = standing_alone(text)
    assert standing_alone(unit) == unit
    assert not re.search(r"(?<!\\)\n", unit)


@given(sources)
def test_ids_are_unique_and_the_same_every_time(source: Source) -> None:
    units = source_units(source)
    assert len({unit.id for unit in units}) == len(units)
    assert source_units(source) == units
    assert all(re.fullmatch(r"[a-z]+-[0-9a-f]{6}(\.\d+)?", unit.id) for unit in units)
    assert source_hash(units) == source_hash(
        source_units(parse_source(serialize_source(source), "s"))
    )


@given(sources)
def test_translated_with_its_own_words_an_article_looks_the_same(source: Source) -> None:
    own = {unit.id: unit.text for unit in source_units(source)}
    edition = translated_edition(source, own, source.language)
    original = source_edition(source)
    assert not edition.missing
    assert html(edition) == html(original)
    assert edition.title == original.title
    assert edition.notes == original.notes


@given(sources, markdown)
def test_any_translation_leaves_the_blocks_of_the_source(source: Source, text: str) -> None:
    edition = translated_edition(source, {u.id: text for u in source_units(source)}, "en")
    assert [t.type for t in edition.tokens] == [t.type for t in parse(source.body)]
    html(edition)
    plain_text(edition)


@given(sources, sources)
def test_an_older_unit_is_continued_only_once(before: Source, after: Source) -> None:
    old = {unit.id: unit.text for unit in source_units(before)}
    matches = match_units(old, source_units(after))
    continued = [match.old_id for match in matches.values()]
    assert len(set(continued)) == len(continued)
    assert set(continued) <= set(old)
    assert matches.keys() <= {unit.id for unit in source_units(after)}
