"""A document that went through Google Docs: it drops content controls and renames bookmarks.

Its own controls (`goog_rdk_…`) stand around suggestions and comments, every look is written out on
every run, and an answer to a comment is a comment at the same place.
"""

import re

import pytest

from workflow.errors import InputError
from workflow.workspace.events import Commented


def through_google(xml: str) -> str:
    xml = re.sub(r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>", "", xml, flags=re.DOTALL)
    xml = re.sub(r"<w:bookmark(Start|End) [^>]*/>", "", xml)
    xml = re.sub(r"<w:lang [^>]*/>", "", xml)
    xml = xml.replace("<w:rPr/>", '<w:rPr><w:rtl w:val="0"/></w:rPr>')
    numbers = iter(range(10_000))

    def suggestion(match: re.Match[str]) -> str:
        control = f'<w:sdtPr><w:id w:val="-{next(numbers)}"/><w:tag w:val="goog_rdk_1"/></w:sdtPr>'
        return f"<w:sdt>{control}<w:sdtContent>{match[0]}</w:sdtContent></w:sdt>"

    return re.sub(r"<w:(ins|del) .*?</w:\1>", suggestion, xml, flags=re.DOTALL)


@pytest.fixture
def google(copy):
    copy.write(copy.document, through_google(copy.part(copy.document)))
    return copy


def row_of(google, unit: str) -> str:
    rows = re.findall(r"<w:tr>.*?</w:tr>", google.part(google.document), re.DOTALL)
    [found] = [row for row in rows if f">{unit}<" in row]
    return str(found)


def test_a_document_that_was_only_opened_and_saved_changes_nothing(google):
    assert "bookmark" not in google.part(google.document)
    assert google.taken().empty


def test_suggestions_come_back(google, units):
    text = "borrador de The second was closed to the public."
    suggested = google.deleted(text) + google.inserted("La segunda fue a puerta cerrada.")
    row = row_of(google, units["last"])
    run = re.search(r"<w:r>(?:(?!</w:r>).)*borrador.*?</w:r>", row, re.DOTALL)
    google.change(row, row.replace(run[0], through_google(suggested)))
    found = google.taken()
    assert found.edits.confirmed == {units["last"]: "La segunda fue a puerta cerrada."}


def test_comments_and_answers_are_remarks_on_their_row(google, units):
    marks = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in (0, 1))
    row = row_of(google, units["last"])
    google.change(row, row.replace("<w:r>", f"{marks}<w:r>", 1))
    said = "".join(
        f'<w:comment w:author="{who}" w:id="{n}"><w:p>{google.run(what)}</w:p></w:comment>'
        for n, (who, what) in enumerate([("Ina Rook", "Closed?"), ("Tom Alder", "Yes.")])
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    google.write(google.comments, f"<w:comments {space}>{said}</w:comments>")
    last = units["last"]
    assert google.taken().remarks == (
        Commented(text="Closed?", unit=last),
        Commented(text="Yes.", unit=last),
    )


def test_a_row_without_its_id_is_refused(google, units):
    google.change(f">{units['last']}<", "><")
    with pytest.raises(InputError, match="row 7: it names no unit"):
        google.taken()
