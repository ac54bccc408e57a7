import pytest

from workflow.errors import InputError
from workflow.glossary.glossary import Glossary
from workflow.review.documents.contents import sheet_of
from workflow.review.documents.plain import plain_document
from workflow.review.documents.reading import read_word_file
from workflow.review.documents.returning import identity_of, read_text_return
from workflow.review.documents.sheet import Form


@pytest.fixture
def text(copy, drafted):
    """The translation alone, as it was sent."""
    sheet = sheet_of(drafted.article.target("es"), (), Glossary())
    copy.path.write_bytes(plain_document(sheet))
    return copy


def taken(text):
    document = read_word_file(text.path)
    form, identity = identity_of(document)
    assert form is Form.TEXT
    target = text.target.article.workspace.article(identity.slug).target(identity.target)
    return read_text_return(document, target.revision(identity.event), target.state, {})


def test_it_holds_every_unit_as_a_paragraph_and_no_other_words(text, drafted):
    paragraphs = read_word_file(text.path).outside.filled
    assert paragraphs[:-1] == list(drafted.texts.values())
    assert paragraphs[-1].startswith("workflow-text:court-extends-arrest:es:")


def test_a_text_that_nobody_touched_changes_nothing(text):
    assert taken(text).empty


def test_an_edited_paragraph_comes_back_to_its_unit(text, units):
    text.change("El tribunal prolonga el arresto", "El juez prolonga el arresto")
    assert taken(text).edits.confirmed == {units["title"]: "El juez prolonga el arresto"}


def test_a_comment_comes_back_to_its_unit(text, units):
    mark = '<w:commentRangeStart w:id="3"/>'
    text.change("borrador de The first", f"</w:t></w:r>{mark}<w:r><w:t>borrador de The first")
    said = f'<w:comment w:id="3" w:author="Ina"><w:p>{text.run("How long?")}</w:p></w:comment>'
    part = text.part(text.comments).removesuffix("/>")
    text.write(text.comments, f"{part}>{said}</w:comments>")
    [remark] = taken(text).remarks
    assert (remark.unit, remark.text) == (units["item"], "How long?")


def test_a_lost_paragraph_is_named(text, units):
    part = text.part(text.document)
    place = part.index("borrador de The first")
    start, end = part.rindex("<w:p>", 0, place), part.index("</w:p>", place) + len("</w:p>")
    text.write(text.document, part[:start] + part[end:])
    with pytest.raises(InputError, match=f"{units['item']}.*is missing"):
        taken(text)
