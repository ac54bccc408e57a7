"""Real round trips: LibreOffice opens the document, edits it with changes tracked, and saves it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from workflow.workspace.events import Commented

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{}</script:module>"""
_BASIC = """
Sub Work(url As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(url, "_blank", 0, hidden())
  frame = doc.CurrentController.Frame
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  Dim none()
  {}
  Dim as_word(0) As New com.sun.star.beans.PropertyValue
  as_word(0).Name = "FilterName" : as_word(0).Value = "MS Word 2007 XML"
  doc.storeToURL(url, as_word())
  doc.close(True)
End Sub
"""


def soffice(profile: Path, *words: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, *words], check=True, capture_output=True, timeout=180)


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    """A LibreOffice that has been started once, so that its macros have a place."""
    folder = tmp_path_factory.mktemp("profile")
    soffice(folder, "--terminate_after_init")
    return folder


@pytest.fixture
def office(profile):
    """Runs some StarBasic on the document `doc`, and saves it as a Word file."""

    def run(path: Path, code: str = "") -> None:
        escaped = _BASIC.format(code).replace("&", "&amp;").replace("<", "&lt;")
        module = _MODULE.format(escaped.replace('"', "&quot;"))
        place = profile / "user" / "basic" / "Standard" / "Module1.xba"
        place.write_text(module, encoding="utf-8")
        before = path.stat().st_mtime_ns
        soffice(profile, f'macro:///Standard.Module1.Work("{path.as_uri()}")')
        assert path.stat().st_mtime_ns != before, "LibreOffice did not save the document"

    return run


def replace(old: str, new: str) -> str:
    return (
        "search = doc.createReplaceDescriptor()\n"
        f'search.SearchString = "{old}" : search.ReplaceString = "{new}"\n'
        "doc.replaceAll(search)"
    )


def test_a_document_that_was_only_opened_and_saved_changes_nothing(copy, office):
    office(copy.path)
    assert copy.taken().empty


def test_words_that_were_changed_with_changes_tracked_come_back(copy, office, units):
    office(copy.path, replace("prolonga el arresto", "mantiene la prisión"))
    assert "<w:ins " in copy.row(units["title"])
    assert copy.taken().edits.confirmed == {units["title"]: "El tribunal mantiene la prisión"}


@pytest.fixture
def free(copy):
    """The document after the editor stopped its protection: only then are changes accepted."""
    enforced = '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>'
    copy.change(enforced, "", part="word/settings.xml")
    return copy


def test_when_all_changes_were_accepted_nothing_is_changed(free, office):
    office(
        free.path,
        'dispatcher.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, none())',
    )
    assert "<w:del " not in free.part(free.document)
    assert free.taken().empty


def test_when_all_changes_were_rejected_the_drafts_are_back(free, office, units):
    office(
        free.path,
        'dispatcher.executeDispatch(frame, ".uno:RejectAllTrackedChanges", "", 0, none())',
    )
    found = free.taken().edits.confirmed
    assert found[units["title"]] == "borrador de Court extends arrest"
    assert len(found) == 3


def test_a_row_that_was_deleted_is_named(copy, office, units):
    from workflow.errors import InputError

    office(
        copy.path,
        "doc.RecordChanges = False\ndoc.TextTables.getByIndex(0).Rows.removeByIndex(2, 1)",
    )
    with pytest.raises(InputError, match=f"{units['author']}: its row is missing"):
        copy.taken()


def test_a_comment_that_was_written_there_comes_back(copy, office, units):
    office(
        copy.path,
        'cell = doc.TextTables.getByIndex(0).getCellByName("C2")\n'
        'note = doc.createInstance("com.sun.star.text.textfield.Annotation")\n'
        'note.Content = "Is this the arrest?" : note.Author = "Ina Rook"\n'
        "cell.insertTextContent(cell.createTextCursor(), note, False)",
    )
    made = Commented(text="Is this the arrest?", unit=units["title"])
    assert copy.taken().remarks == (made,)


def test_a_remark_in_the_last_column_comes_back(copy, office, units):
    office(
        copy.path,
        'cell = doc.TextTables.getByIndex(0).getCellByName("D2")\ncell.String = "Too short."',
    )
    assert copy.taken().remarks == (Commented(text="Too short.", unit=units["title"]),)


def test_a_text_from_right_to_left_survives(export, drafted, office, units):
    drafted.edit({units["title"]: "المحكمة تمدد حبس Pavel Orlin\\\nمرة **أخرى**"}, "ana")
    copy = export()
    office(copy.path)
    assert copy.taken().empty
