"""Lone files, each checked on its own."""

from pathlib import Path

import docx
import pytest

from workflow.checks.check import Context
from workflow.checks.files import check_file
from workflow.checks.finding import Finding
from workflow.errors import InputError

PO = """\
# a comment
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: ru\\n"

#, fuzzy
msgctxt "p-7f2a91"
msgid "Год был «тихий». За год арестовали 1 250 человек."
msgstr ""
"It was a \\"quiet\\" year. "
"1,520 people were arrested."

msgctxt "title-000001"
msgid "Суд"
msgstr "The the court"

#~ msgid "старое"
#~ msgstr "old old"
"""


def findings(path: Path, text: str, language: str | None = None) -> list[Finding]:
    path.write_text(text, encoding="utf-8")
    return [finding for _, finding in check_file(path, Context(), language)]


def test_a_po_file_is_checked_against_its_source(tmp_path: Path) -> None:
    number, doubled = findings(tmp_path / "en.po", PO)
    assert (number.check, number.unit, number.excerpt) == ("numbers", "p-7f2a91", "1,520")
    assert (number.line, number.column, number.target) == (12, 2, "en")
    assert (doubled.check, doubled.unit, doubled.line) == ("doubled-words", "title-000001", 16)


def test_plural_forms_are_checked_each(tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: de\\n"\n\n'
    entry = 'msgid "ein Tag"\nmsgid_plural "Tage"\nmsgstr[0] "a day"\nmsgstr[1] "days days days"\n'
    (found,) = findings(tmp_path / "en.po", head + entry)
    assert (found.check, found.line) == ("doubled-words", 9)


def test_a_po_file_without_its_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not say which language") as refused:
        findings(tmp_path / "x.po", 'msgid "a"\nmsgstr "b"\n')
    assert "--language" in refused.value.hint


def test_a_broken_po_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 2"):
        findings(tmp_path / "x.po", 'msgid "a"\nnonsense\n')


def test_a_plain_text_is_checked_by_paragraph(tmp_path: Path) -> None:
    text = "The first line\nof the the paragraph.\n\nAnother (one.\n"
    doubled, bracket = findings(tmp_path / "a.txt", text, "en")
    assert (doubled.line, doubled.column, doubled.unit) == (2, 4, None)
    assert (bracket.check, bracket.line, bracket.column) == ("brackets", 4, 9)


def test_markdown_names_the_line_of_the_file(tmp_path: Path) -> None:
    text = "---\ntitle: T\nlanguage: fr\n---\n\n# Titre\n\n- un\n- le le point\n"
    (found,) = findings(tmp_path / "a.md", text)
    assert (found.target, found.line, found.column) == ("fr", 9, 3)


def test_a_page_is_checked_block_by_block(tmp_path: Path) -> None:
    page = (
        '<html lang="en"><body>\n<div><p>All is well.</p>\n<p>It is the\n the end.</p></div></body>'
    )
    (found,) = findings(tmp_path / "a.html", page)
    assert (found.check, found.excerpt, found.line) == ("doubled-words", "the the", 3)


def test_the_language_of_a_text_is_guessed(tmp_path: Path) -> None:
    text = "Суд в городе отложил заседание до мая, сказала адвокат нашей редакции редакции."
    (found,) = findings(tmp_path / "a.txt", text)
    assert found.target == "ru"


@pytest.mark.parametrize("name", ["a.odt", "a.pdf", "a"])
def test_other_kinds_of_files_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="no kind of file"):
        findings(tmp_path / name, "text")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        check_file(tmp_path / "nothing.po", Context())


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        check_file(path, Context())


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_an_empty_file_has_no_findings(tmp_path: Path, name: str) -> None:
    assert findings(tmp_path / name, "", "en") == []


def test_a_word_document_is_checked_block_by_block(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("The court", 1)
    document.add_paragraph("She saw the the judge.")
    document.save(str(tmp_path / "report.docx"))
    ((_, found),) = check_file(tmp_path / "report.docx", Context(), "en")
    assert (found.check, found.place, found.excerpt) == ("doubled-words", "paragraph 2", "the the")


def test_a_broken_word_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(b"PK no document")
    with pytest.raises(InputError):
        check_file(tmp_path / "report.docx", Context(), "en")


@pytest.mark.parametrize(("name", "head"), [("talk.srt", ""), ("talk.vtt", "WEBVTT\n\n")])
def test_subtitles_are_read_paragraph_by_paragraph(tmp_path: Path, name: str, head: str) -> None:
    comma = "," if name.endswith(".srt") else "."
    times = f"00:00:01{comma}000 --> 00:00:03{comma}000"
    later = f"00:00:04{comma}000 --> 00:00:06{comma}000"
    written = f"{head}1\n{times}\nThe water came.\n\n2\n{later}\nWe were all all asleep.\n"
    (tmp_path / name).write_text(written, encoding="utf-8")
    ((_, found),) = check_file(tmp_path / name, Context(), "en")
    assert (found.check, found.excerpt) == ("doubled-words", "all all")
    assert (found.line, found.place) == (None, "paragraph 2")


def test_a_lone_subtitle_file_is_held_against_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text(
        "1\n00:00:01,000 --> 00:00:02,000\nThe water came at night, and nobody was awake.\n\n"
        "2\n00:00:03,000 --> 00:00:09,000\nWe ran.\nWe all ran.\nNobody looked back.\n\n"
        "3\n00:00:10,000 --> 00:00:19,000\n<i>Nobody asked where the road went, or who had built"
        " it.</i>\n",
        encoding="utf-8",
    )
    found = [finding for _, finding in check_file(tmp_path / "talk.srt", Context(), "en")]
    assert [(each.check, each.paragraph, each.subject) for each in found] == [
        ("line-length", 1, "00:00:01.000"),
        ("reading-speed", 1, "00:00:01.000"),
        ("line-length", 2, "00:00:03.000"),
        ("line-length", 3, "00:00:10.000"),
    ]
    assert found[2].message == "3 lines at 00:00:03.000: 2 fit on the screen."


def test_pictures_of_a_lone_page_need_words(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<html lang=en><body><p>The river left its bed.</p>\n"
        "<img src='media/map.png'><img src='/a/plan.png'><img>\n"
        "<img src=line.png alt=''><img src=dot.png aria-hidden=true>\n"
        "<figure><img src=a.jpg alt='IMG_2041.jpg'></figure>\n"
        "<img src=b.jpg alt='The valley on a map'></body></html>",
        encoding="utf-8",
    )
    found = [finding for _, finding in check_file(tmp_path / "page.html", Context())]
    assert [(each.check, each.line, each.message) for each in found] == [
        ("alt-text", 2, "The picture media/map.png has no alternative text."),
        ("alt-text", 2, "The picture /a/plan.png has no alternative text."),
        ("alt-text", 2, "A picture has no alternative text."),
        ("alt-text", 4, "This is the name of a file."),
    ]


@pytest.mark.parametrize(
    ("name", "title", "heading"),
    [("a.md", "# {}", "## {}"), ("a.html", "<h1>{}</h1>", "<h2>{}</h2>")],
)
def test_headings_of_a_lone_text_are_alike_and_its_title_may_differ(
    tmp_path: Path, name: str, title: str, heading: str
) -> None:
    small, titled = "Nobody sleeps in the town", "The River Rises Again Today"
    lines = [title.format(titled), *map(heading.format, (small, small, titled))]
    (tmp_path / name).write_text("\n\n".join(lines), encoding="utf-8")
    found = [finding for _, finding in check_file(tmp_path / name, Context(), "en")]
    assert [(each.check, each.line) for each in found] == [("heading-case", 7)]
