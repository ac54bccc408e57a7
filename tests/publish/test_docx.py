import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree, html

from workflow.document.edition import source_edition
from workflow.document.frontmatter import parse_source
from workflow.errors import InputError
from workflow.publish.article import PublishedArticle
from workflow.publish.docx import WordDocument
from workflow.publish.docx.reference import reference_document
from workflow.publish.web import WebPage
from workflow.workspace.templates import shipped_templates

Articles = Callable[..., PublishedArticle]


def made(article: PublishedArticle, media: Path, templates: Path | None = None) -> bytes:
    (file,) = WordDocument(templates).files(article, media)
    assert file.path == f"{article.language}/river-bridge/river-bridge.docx"
    assert isinstance(file.content, bytes)
    return file.content


def opened(article: PublishedArticle, media: Path) -> Document:
    return docx.Document(io.BytesIO(made(article, media)))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def styled(document: Document) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in document.paragraphs if p.style is not None]


def test_the_document_opens_with_title_byline_date_and_source(
    article_in: Articles, media: Path
) -> None:
    assert styled(opened(article_in("en"), media))[:7] == [
        ("Kicker", "Article"),
        ("Title", "The river took the bridge, and the school with it"),
        (
            "Subtitle",
            "Forty pupils in the village of Verkhnyaya Luka have crossed the Sura in a fishing "
            "boat since the autumn flood. The district says there is no money for a bridge "
            "before 2027.",
        ),
        ("Byline", "By Lidia Orlova and Timur Bekov"),
        ("Dateline", "March 5, 2024"),
        ("Dateline", "Updated: April 9, 2024"),
        ("Source Line", "Source: Northern Notebook [original source: Upper River Voice]"),
    ]


def test_the_body_has_real_styles(article_in: Articles, media: Path) -> None:
    found = styled(opened(article_in("en"), media))
    assert ("Heading 1", "A promise in three colours") in found
    assert ("Heading 2", "What the law says") in found
    assert ("Quote", "— a mother from Verkhnyaya Luka") in found
    assert ("List Number", "a pontoon bridge until the ice comes;") in found
    assert ("List Bullet", "in the morning at seven,") in found
    assert ("Caption", "Photo: Mara Sundal / Northern Notebook") in found
    assert ("Credit", "Translated by Ana Prueba and Нина Кей") in found


def test_bold_italics_and_links_are_real(article_in: Articles, media: Path) -> None:
    document = opened(article_in("en"), media)
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.bold] == ["Pavel Gorin"]
    assert "Swallow" in [run.text for run in runs if run.italic]
    links = {
        link.text: link.url for paragraph in document.paragraphs for link in paragraph.hyperlinks
    }
    assert links["an hour and ten"] == "https://maps.example/?from=luka&to=school"
    assert links["Upper River Voice"] == "https://voice.example/bridge"


def test_lists_are_numbered_by_word_and_nest(article_in: Articles, media: Path) -> None:
    document = opened(article_in("en"), media)
    places = {
        paragraph.text: (numbered[0].get(qn("w:val")), numbered[1].get(qn("w:val")))
        for paragraph in document.paragraphs
        if (numbered := paragraph._p.xpath("./w:pPr/w:numPr/*"))
    }
    assert places["a pontoon bridge until the ice comes;"] == places["a date."]
    assert places["a date."][0] == "0"
    assert places["in the morning at seven,"][0] == "1"
    assert places["in the morning at seven,"][1] != places["a date."][1]


def test_two_lists_count_from_their_own_start(article_in: Articles, media: Path) -> None:
    text = "---\ntitle: T\nlanguage: en\n---\n1. a\n2. b\n\nThen\n\n7. c\n"
    article = article_in("en", source_edition(parse_source(text, "source.md")))
    document = opened(article, media)
    numbering = document.part.numbering_part.element
    starts = [
        numbering.xpath(
            f"./w:num[@w:numId='{number}']/w:lvlOverride[@w:ilvl='0']/w:startOverride/@w:val"
        )
        for number in document.element.xpath("//w:numPr/w:numId/@w:val")
    ]
    assert starts == [["1"], ["1"], ["7"]]


def test_a_table_repeats_its_first_row(article_in: Articles, media: Path) -> None:
    (table,) = opened(article_in("en"), media).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Year", "Letters sent", "Answers"],
        ["2021", "4", "4"],
        ["2022", "7", "2"],
        ["2023", "12", "0"],
    ]
    assert table._tbl.xpath("count(./w:tr/w:trPr/w:tblHeader)") == 1


def test_footnotes_are_real(article_in: Articles, media: Path) -> None:
    data = parts(made(article_in("en"), media))
    notes = etree.fromstring(data["word/footnotes.xml"])
    texts = {
        note.get(qn("w:id")): "".join(note.itertext()).strip()
        for note in notes
        if not note.get(qn("w:type"))
    }
    assert texts["1"] == "The vests come from a rowing club that closed in 2019."
    assert texts["2"].startswith("Last year it was 23 days.")
    document = etree.fromstring(data["word/document.xml"])
    assert document.xpath("//*[local-name()='footnoteReference']/@*") == ["1", "2"]
    assert b"footnotePr" in data["word/settings.xml"]


def test_pictures_have_alternative_text_and_no_file_name(article_in: Articles, media: Path) -> None:
    data = made(article_in("en"), media)
    document = docx.Document(io.BytesIO(data))
    described = document.element.xpath("//wp:docPr/@descr")
    assert described == [
        "Two posts of a broken bridge stand in a grey river",
        "Children in orange vests wait on a jetty",
    ]
    assert b"bridge.png" not in parts(data)["word/document.xml"]


def test_a_picture_that_word_cannot_show_leaves_its_words(
    article_in: Articles, media: Path
) -> None:
    webp = b"RIFF\x0c\0\0\0WEBPVP8 \0\0\0\0"
    (media / "bridge.png").write_bytes(webp)
    found = styled(opened(article_in("en"), media))
    assert ("Figure", "[Two posts of a broken bridge stand in a grey river]") in found


def test_properties_are_the_article_s_and_nothing_else_s(article_in: Articles, media: Path) -> None:
    data = made(article_in("ru"), media)
    core = docx.Document(io.BytesIO(data)).core_properties
    assert core.title == "Река унесла мост, а с ним и школу"
    assert core.author == "Лидия Орлова"
    assert core.language == "ru"
    assert core.created is not None
    assert core.created.date().isoformat() == "2024-04-01"
    assert core.last_modified_by == "The Bulletin"
    names = set(parts(data))
    assert not [name for name in names if "app.xml" in name or "custom" in name or "thumb" in name]
    everything = b"".join(parts(data).values())
    for trace in (b"python-docx", b"rsid", b"stylesWithEffects", str(media).encode()):
        assert trace not in everything


@pytest.mark.parametrize(
    ("language", "kind", "tag"),
    [("en", "val", "en-US"), ("ru", "val", "ru-RU"), ("ar", "bidi", "ar-EG")],
)
def test_the_language_of_the_text_is_set(
    language: str, kind: str, tag: str, article_in: Articles, media: Path
) -> None:
    document = opened(article_in(language), media)
    assert document.styles.element.xpath(f".//w:rPrDefault//w:lang/@w:{kind}") == [tag]
    if language != "ar":
        assert not document.element.xpath("//w:bidi | //w:rtl")


def test_foreign_words_have_their_own_language(article_in: Articles, media: Path) -> None:
    document = opened(article_in("en"), media)
    marked = {
        run.text: run.xpath("./w:rPr/w:lang/@w:val")
        for run in document.element.xpath("//w:r[w:rPr/w:lang]")
    }
    assert marked == {
        "Река унесла мост, а с ним и школу": ["ru-RU"],
        "Нина Кей": ["ru-RU"],
    }


def test_an_interview_has_questions_and_speakers(article_in: Articles, media: Path) -> None:
    text = (
        "---\ntitle: T\nlanguage: en\nkind: interview\n---\n**Do you count them?**[^1]\n\n"
        "**Pavel Gorin:** On both banks.\n\n**Lidia**: And between?\n\n"
        "**I never said so**, he says.\n\n[^1]: In the boat.\n"
    )
    document = opened(article_in("en", source_edition(parse_source(text, "source.md"))), media)
    found = {text: style for style, text in styled(document)}
    assert found["Do you count them?"] == "Question"
    assert found["Pavel Gorin: On both banks."] == "Normal"
    speakers = [
        run.text
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.style is not None and run.style.name == "Speaker"
    ]
    assert speakers == ["Pavel Gorin:", "Lidia"]


def test_a_kind_of_article_may_have_its_own_reference_document(
    article_in: Articles, media: Path, tmp_path: Path
) -> None:
    templates = tmp_path / "templates"
    (templates / "docx").mkdir(parents=True)
    for name, font in (("interview", "Comic Sans MS"), ("reference", "Papyrus")):
        own = docx.Document()
        own.styles["Title"].font.name = font  # type: ignore[attr-defined]
        own.save(str(templates / "docx" / f"{name}.docx"))
    for language, font in (("ru", b"Comic Sans MS"), ("en", b"Papyrus")):
        assert font in parts(made(article_in(language), media, templates))["word/styles.xml"]


def test_right_to_left_text_is_marked_throughout(article_in: Articles, media: Path) -> None:
    document = opened(article_in("ar"), media)
    assert all(p._p.xpath("./w:pPr/w:bidi") for p in document.paragraphs)
    assert document.element.xpath("//w:tblPr/w:bidiVisual")
    assert document.sections[0]._sectPr.xpath("./w:bidi")
    runs = {
        run.text: bool(run._r.xpath("./w:rPr/w:rtl")) for p in document.paragraphs for run in p.runs
    }
    assert runs["Kamenka"] is False
    assert runs["التعليم · الحياة الريفية"] is True


def test_the_same_article_has_the_same_bytes(article_in: Articles, media: Path) -> None:
    assert made(article_in("en"), media) == made(article_in("en"), media)


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_the_document_says_what_the_page_says(
    language: str, article_in: Articles, media: Path
) -> None:
    article = article_in(language)
    (page, *_) = WebPage().files(article, media)
    assert isinstance(page.content, bytes)
    tree = html.fromstring(page.content)
    only_here = "' downloads mark back address translators '"
    for absent in tree.xpath(f"//nav | //*[contains({only_here}, concat(' ', @class, ' '))]"):
        absent.drop_tree()
    for footnotes in tree.xpath("//section[@class='footnotes']/h2"):
        footnotes.drop_tree()
    words = " ".join(tree.xpath("//main")[0].itertext()).split()
    data = parts(made(article, media))
    written = " ".join(
        text or ""
        for name in ("word/document.xml", "word/footnotes.xml")
        if name in data
        for text in etree.fromstring(data[name]).itertext()
    ).split()
    # The page writes a player's download link, topics one by one, and a rule without words.
    assert sorted(_letters(words)) == sorted(_letters(written))


def _letters(words: list[str]) -> str:
    skipped = {"تنزيل", "الملف", "الصوتي", "Audio", "الصوت", "·", "*"}
    return "".join(word for word in words if word not in skipped)


def test_hostile_texts_are_only_words(article_in: Articles, media: Path) -> None:
    text = (
        "---\ntitle: '<w:p/>&amp; { HYPERLINK \"x\" }'\nlanguage: en\n---\n"
        "]]> <w:instrText> [a](javascript:alert(1)) ![x](https://spy.example/x.png)\n"
    )
    article = article_in("en", source_edition(parse_source(text, "source.md")))
    data = parts(made(article, media))
    document = etree.fromstring(data["word/document.xml"])
    assert not document.xpath("//*[local-name()='instrText' or local-name()='fldSimple']")
    relations = etree.fromstring(data["word/_rels/document.xml.rels"])
    outside = [r.get("Type") for r in relations if r.get("TargetMode") == "External"]
    assert all(kind.endswith("/hyperlink") for kind in outside)


def test_a_publisher_s_own_reference_document_gives_the_look_and_none_of_its_words(
    article_in: Articles, media: Path, tmp_path: Path
) -> None:
    own = docx.Document()
    own.add_paragraph("A secret from an earlier letter")
    own.core_properties.author = "Somebody Else"
    own.styles["Title"].font.name = "Comic Sans MS"  # type: ignore[attr-defined]
    path = tmp_path / "templates" / "docx" / "reference.docx"
    path.parent.mkdir(parents=True)
    own.save(str(path))
    data = made(article_in("en"), media, tmp_path / "templates")
    everything = b"".join(parts(data).values())
    assert b"secret" not in everything
    assert b"Somebody Else" not in everything
    assert b"stylesWithEffects" not in everything
    assert b"rsid" not in everything
    assert b"Comic Sans MS" in parts(data)["word/styles.xml"]


def test_a_reference_document_that_is_none_is_named(
    article_in: Articles, media: Path, tmp_path: Path
) -> None:
    path = tmp_path / "templates" / "docx" / "reference.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a zip file")
    with pytest.raises(InputError, match=r"reference\.docx is not a Word document"):
        made(article_in("en"), media, tmp_path / "templates")


def test_the_shipped_reference_document_is_made_of_its_parts() -> None:
    folder = shipped_templates() / "docx"
    assert (folder / "reference.docx").read_bytes() == reference_document(folder / "reference")
