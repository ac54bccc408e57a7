"""Word documents: what a reader sees with all changes accepted, and what is refused."""

import contextlib
import struct
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.document.importing.word import document, packed, paragraph, run
from workflow.document.importing import About, Imported, import_source
from workflow.document.source import Cover
from workflow.document.units import UnitKind, source_units
from workflow.errors import InputError

CORRECTIONS = About(title="A title", language="en")
LONG = "The court sat for twenty minutes on Tuesday, and nobody at all was heard by its judges."
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"..."


def imported(body: str, **parts: object) -> Imported:
    data = document(paragraph("A title", "1") + paragraph(LONG) + body, **parts)  # type: ignore[arg-type]
    return import_source(data, "a.docx", corrections=CORRECTIONS)


def body(xml: str, **parts: object) -> str:
    return imported(xml, **parts).source.body.removeprefix(LONG).strip()


TWO = run("old ", "<w:b/>") + run("word")


@pytest.mark.parametrize(
    ("xml", "markdown"),
    [
        (
            paragraph(run("Bold", "<w:b/>") + run(" and ") + run("swift", "<w:i/>")),
            "**Bold** and *swift*",
        ),
        (paragraph(run("plain", '<w:b w:val="0"/>')), "plain"),
        (paragraph("A part", "2"), "## A part"),
        (paragraph("A part", "own"), "## A part"),
        (paragraph("One.", "q") + paragraph("Two.", "q"), "> One.\n>\n> Two."),
        (paragraph("one", item=(2, 0)) + paragraph("two", item=(2, 0)), "- one\n- two"),
        (
            paragraph("c", item=(1, 0))
            + paragraph("in", item=(1, 1))
            + paragraph("d", item=(1, 0)),
            "3. c\n   - in\n4. d",
        ),
        (paragraph("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"), "a\\\nb"),
        (paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"), "a b"),
        (paragraph(run("10 m") + run("2", '<w:vertAlign w:val="superscript"/>')), "10 m²"),
        (paragraph(run("10 m") + run("2", '<w:position w:val="8"/>')), "10 m²"),
        (paragraph(run("H") + run("2", '<w:position w:val="-8"/>') + run("O")), "H₂O"),
        (paragraph(run("10 m") + run("2", '<w:position w:val="0"/>')), "10 m2"),
        (paragraph(run("co\u00adop")), "coop"),
        (f"<w:sdt><w:sdtContent>{paragraph('held')}</w:sdtContent></w:sdt>", "held"),
        (paragraph(f"<w:sdt><w:sdtContent>{run('held')}</w:sdtContent></w:sdt>"), "held"),
    ],
)
def test_paragraphs(xml: str, markdown: str) -> None:
    assert body(xml) == markdown


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (paragraph(run("a ") + f"<w:ins>{run('new ')}</w:ins>" + run("b")), "a new b"),
        (paragraph(run("a") + "<w:del><w:r><w:delText> old</w:delText></w:r></w:del>"), "a"),
        (
            paragraph(f"<w:moveFrom>{run('moved')}</w:moveFrom>" + run("stays"))
            + paragraph(f"<w:moveTo>{run('moved')}</w:moveTo>"),
            "stays\n\nmoved",
        ),
        (
            f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('one ')}</w:p>" + paragraph("two"),
            "one two",
        ),
    ],
)
def test_tracked_changes_count_as_accepted(xml: str, text: str) -> None:
    assert body(xml) == text


def test_what_changes_took_out_and_comments_are_told() -> None:
    found = imported(
        paragraph(run("a") + "<w:del><w:r><w:delText> old</w:delText></w:r></w:del>")
        + paragraph(run("seen") + run(" unseen", "<w:vanish/>")),
        parts={
            "comments": f'<w:comment w:author="Ana">{paragraph("Is this so?")}</w:comment>',
            "header": paragraph("Draft 3"),
        },
    )
    assert {(str(d.reason), d.text) for d in found.dropped} == {
        ("deleted text in tracked changes", "old"),
        ("text that the document hides", "unseen"),
        ("a comment in the document", "Ana: Is this so?"),
        ("outside the article", "Draft 3"),
    }


def test_links_both_ways() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>HYPERLINK "https://b.example/"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("there")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    xml = paragraph(f'<w:hyperlink r:id="l1">{run("here")}</w:hyperlink>{run(" or ")}{field}')
    bad = paragraph(f'<w:hyperlink r:id="l2">{run("bad")}</w:hyperlink>')
    links = {"l1": "https://a.example/?x=1&y=2", "l2": "javascript:alert(1)"}
    written = "[here](https://a.example/?x=1&y=2) or [there](https://b.example/)\n\nbad"
    assert body(xml + bad, links=links) == written


def test_footnotes_stand_where_they_belong() -> None:
    found = imported(
        paragraph(run("Said once") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + run(".")),
        parts={"footnotes": f'<w:footnote w:id="7">{paragraph("The *law* of 2019.")}</w:footnote>'},
    )
    assert found.source.body.endswith("Said once[^1].\n\n[^1]: The \\*law\\* of 2019.")
    assert [u.kind for u in source_units(found.source)][-1] is UnitKind.FOOTNOTE


def test_tables_of_data_and_of_layout() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in row) for row in rows)
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"

    assert (
        body(table(("Year", "a|b"), ("2021", "1")))
        == "| Year | a\\|b |\n| --- | --- |\n| 2021 | 1 |"
    )
    assert body(table(("One.",), ("Two.",))) == "One.\n\nTwo."


def drawing(alt: str = "") -> str:
    return f'<w:r><w:drawing><wp:docPr descr="{alt}"/><a:blip r:embed="p1"/></w:drawing></w:r>'


def test_pictures_come_with_alternative_text_and_caption() -> None:
    xml = paragraph(drawing("A *grey* door")) + paragraph('The "door" at noon', "c")
    found = imported(xml, pictures={"p1": PNG})
    assert found.media == {"p1.png": PNG}
    assert found.source.body.endswith('![A \\*grey\\* door](media/p1.png "The \\"door\\" at noon")')
    kinds = [(u.kind, u.text) for u in source_units(found.source)][-2:]
    assert kinds == [(UnitKind.ALT, "A \\*grey\\* door"), (UnitKind.CAPTION, 'The "door" at noon')]


def test_picture_above_the_text_is_the_cover() -> None:
    xml = paragraph("The heading", "t") + paragraph("Below it", "st") + paragraph(drawing("A door"))
    data = document(xml + paragraph("Photo: Ida Ek", "c") + paragraph(LONG), pictures={"p1": PNG})
    source = import_source(data, "a.docx", corrections=About(language="en")).source
    assert (source.title, source.summary) == ("The heading", "Below it")
    assert source.cover == Cover(file="p1.png", alt="A door", credit="Photo: Ida Ek")
    assert source.body == LONG


def test_broken_pictures_are_left() -> None:
    found = imported(paragraph(drawing()) + paragraph("End."), pictures={"p1": b"<svg/>"})
    assert (found.media, found.source.body) == ({}, f"{LONG}\n\nEnd.")


DTD = "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
WHOLE = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and no more",
        document(paragraph(LONG))[:700],
        packed({"a.txt": "a"}),
        packed({"[Content_Types].xml": "<Types/>"}),
        packed(WHOLE),
        packed({**WHOLE, "word/document.xml": f"{DTD}<w>&b;</w>"}),
        packed({**WHOLE, "word/document.xml": f"{DTD}<w>&b;</w>".encode("utf-16")}),
        packed({**WHOLE, "word/document.xml": "<w><p></w>"}),
        packed({**WHOLE, "word/document.xml": b"<w>" + b" " * 40_000_000}),
        packed({**WHOLE, "word/document.xml": "<w>" * 5_000}),
        packed({f"{i}": "" for i in range(6_000)}),
        document(paragraph("")),
        document("<w:p/>" * 20_001),
    ],
    ids=lambda data: f"{len(data)} bytes",
)
def test_bombs_and_broken_files_are_refused(data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        import_source(data, "a.docx", corrections=CORRECTIONS)
    assert refused.value.message.startswith("a.docx: ")


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])), max_size=4
    )
)
def test_any_text_comes_through(texts: list[str]) -> None:
    around = (
        paragraph(LONG),
        paragraph("Her lawyer waited outside, and went home without an answer."),
    )
    data = document("".join(paragraph(run(escape(text))) for text in texts).join(around))
    import_source(data, "a.docx", corrections=CORRECTIONS)


@given(st.integers(0, 2000), st.binary(max_size=4))
def test_damaged_documents_never_stop_with_another_error(at: int, junk: bytes) -> None:
    data = document(paragraph(LONG))
    broken = data[:at] + junk + data[at + len(junk) :]
    with contextlib.suppress(InputError):
        import_source(broken, "a.docx", corrections=CORRECTIONS)


def test_document_is_known_by_its_content() -> None:
    data = document(paragraph("A title", "1") + paragraph(LONG))
    assert import_source(data, "stdin", corrections=About(language="en")).source.body == LONG
