import re
import zipfile

import pytest

from workflow.document.packing import pack
from workflow.workspace.events import Commented, Edited, Origin

DOCUMENT = "word/document.xml"


@pytest.fixture(autouse=True)
def _no_findings(monkeypatch):
    """A finding would cut the text that a test replaces."""
    monkeypatch.setattr("workflow.cli.review_documents.findings_of", lambda target: [])


@pytest.fixture
def drafted(article):
    target = article.add_target("es", "ana")
    argos = Origin(engine="argos")
    target.draft({key: (text.upper(), argos) for key, text in article.texts.items()}, "ana")
    return target


@pytest.fixture
def exported(shell, drafted, workspace):
    """The review document as an editor gets it."""
    ran = shell("review", "export", "court-extends-arrest", "--to", "es")
    assert ran.out == "court-extends-arrest.es.review.docx\n"
    assert "review import court-extends-arrest.es.review.docx --by ID" in ran.err
    return workspace.root / "court-extends-arrest.es.review.docx"


def rewrite(path, old, new):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[DOCUMENT].decode()
    assert old in text
    path.write_bytes(pack(parts | {DOCUMENT: text.replace(old, new).encode()}))


def test_an_editors_work_is_recorded_as_theirs(shell, exported, article):
    rewrite(exported, "COURT EXTENDS ARREST", "El tribunal prolonga el arresto")
    ran = shell("review", "import", exported.name, "--by", "ben")
    assert ran.code == 0
    assert "[-COURT EXTENDS ARREST-]{+El tribunal prolonga el arresto+}" in ran.out
    assert ran.out.splitlines()[-1].startswith("1 unit changed; 6 of 7 still to be confirmed.")
    target = article.workspace.article(article.slug).target("es")
    last = target.events[-1]
    assert (last.by, last.payload.via) == ("ben", "docx")
    assert isinstance(last.payload, Edited)


def test_a_dry_run_shows_the_difference_and_records_nothing(shell, exported, article):
    rewrite(exported, "COURT EXTENDS ARREST", "El tribunal")
    events = article.target("es").events
    ran = shell("review", "import", exported.name, "--by", "ben", "--dry-run")
    assert "{+El tribunal+}" in ran.out
    assert "Nothing was recorded" in ran.err
    assert article.workspace.article(article.slug).target("es").events == events


def test_a_doubtful_document_changes_nothing_and_ends_with_two(shell, exported, article):
    rewrite(exported, "COURT EXTENDS ARREST", "El tribunal")
    rewrite(
        exported, ">Court extends arrest</w:t></w:r></w:sdtContent>", "></w:t></w:r></w:sdtContent>"
    )
    events = article.target("es").events
    ran = shell("review", "import", exported.name, "--by", "ben")
    assert ran.code == 2
    assert re.search(
        r"row 1 \(title-\w+\): its source is not the source that the unit had", ran.err
    )
    assert article.workspace.article(article.slug).target("es").events == events


def test_the_same_file_twice_adds_nothing(shell, exported, article):
    rewrite(exported, "COURT EXTENDS ARREST", "El tribunal")
    shell("review", "import", exported.name, "--by", "ben")
    ran = shell("review", "import", exported.name, "--by", "ben")
    assert ran.out.endswith("Nothing was changed.\n")


def test_a_plain_text_goes_out_and_comes_back(shell, drafted, article):
    shell("review", "export", "court-extends-arrest", "--to", "es", "--plain", "-o", "out.docx")
    path = article.workspace.root / "out.docx"
    rewrite(path, "COURT EXTENDS ARREST", "EL COURT EXTENDS ARREST")
    ran = shell("review", "import", "out.docx", "--by", "ben")
    assert "1 unit changed" in ran.out


def test_no_address_leaves_the_house(exported, drafted):
    drafted.record(Commented(text="Check.", unit=next(iter(drafted.texts))), "ana")
    with zipfile.ZipFile(exported) as archive:
        assert all(b"ana@bulletin.example" not in archive.read(name) for name in archive.namelist())
