from workflow.review.comparison import Comparison
from workflow.review.diff_revisions import diff_revisions
from workflow.review.documents.changes import changes_document


def made(copy, drafted, older="draft"):
    target = drafted.article.workspace.article(drafted.article.slug).target("es")
    comparison = Comparison(
        slug="court",
        title="Court",
        source_language="en",
        target="es",
        older="draft",
        newer="now",
        units=diff_revisions(
            target.revision(older), target.state, [*target.events, *target.pending]
        ),
        contributors=target.article.workspace.settings.contributors,
    )
    copy.path.write_bytes(changes_document(comparison))
    return copy.part(copy.document)


def test_changes_are_tracked_under_the_names_of_who_made_them(copy, drafted):
    xml = made(copy, drafted)
    assert 'w:author="Ana Prueba"' in xml
    assert "<w:ins " in xml
    assert "… 4 units unchanged" in xml


def test_a_corrected_source_has_its_changes_tracked_too(copy, drafted, article):
    path = article.path / "source.md"
    text = path.read_text(encoding="utf-8").replace("denies", "admits")
    path.write_text(text, encoding="utf-8")
    xml = made(copy, drafted, older=drafted.events[-1].id)
    assert 'w:author="source"' in xml
    assert "admits" in xml


def test_a_moved_sentence_is_a_move(copy, drafted, units):
    first = "El tribunal de Ravnoye prolongó el arresto."
    second = "Él **niega** todo lo que le imputan."
    drafted.edit({units["first"]: f"{first} {second}"}, "ana")
    before = drafted.events[-1].id
    drafted.edit({units["first"]: f"{second} {first}"}, "ana")
    target = drafted.article.workspace.article(drafted.article.slug).target("es")
    comparison = Comparison(
        slug="court",
        title="Court",
        source_language="en",
        target="es",
        older="draft",
        newer="now",
        units=diff_revisions(target.revision(before), target.state, target.events),
    )
    copy.path.write_bytes(changes_document(comparison))
    xml = copy.part(copy.document)
    assert xml.count('w:name="move1_') == 2
    assert "<w:moveFrom " in xml
    assert "<w:moveTo " in xml
