import pytest

from workflow.checks.finding import Finding, Severity
from workflow.workspace.events import Commented, Resolved

EXTENDED = "word/commentsExtended.xml"


def comment(number: int, text: str, author: str = "Ina Rook", paragraph: str = "") -> str:
    key = f' w14:paraId="{paragraph}"' if paragraph else ""
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-03-05T09:00:00Z">'
        f"<w:p{key}><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
    )


def add(copy, written: str) -> None:
    part = copy.part(copy.comments)
    if part.rstrip().endswith("/>"):
        part = part.rstrip().removesuffix("/>") + "></w:comments>"
    copy.write(copy.comments, part.replace("</w:comments>", written + "</w:comments>"))


def attach(copy, unit: str, number: int) -> None:
    mark = f'<w:commentRangeStart w:id="{number}"/>{copy.run("Texto")}'
    copy.retype(unit, f'{mark}<w:commentRangeEnd w:id="{number}"/>')


def paragraph_id(copy, words: str) -> str:
    """The id by which answers know the comment with these words."""
    before, _, _ = copy.part(copy.comments).partition(words)
    return before.rpartition('w14:paraId="')[2][:8]


@pytest.fixture
def remarked(drafted, units):
    """A blocking comment by Ben on the title."""
    made = Commented(text="Is it the arrest?", unit=units["title"], blocking=True)
    return drafted.record(made, "ben")


class TestSent:
    def test_findings_and_remarks_stand_beside_their_row_and_do_not_come_back(
        self, export, remarked, units
    ):
        finding = Finding(
            check="length",
            severity=Severity.WARNING,
            message="much longer",
            unit=units["first"],
            span=(3, 11),
        )
        copy = export(finding)
        sent = copy.part(copy.comments)
        assert "Is it the arrest?" in sent
        assert f"warning, length ({finding.key}): much longer." in sent
        assert 'w:author="Ben Muster"' in sent
        assert "@" not in sent
        assert copy.taken().empty

    def test_a_finding_marks_its_words(self, export, units, drafted):
        text = drafted.texts[units["first"]]
        start = text.index("Ravnoye")
        finding = Finding(
            check="names",
            severity=Severity.INFO,
            message="a name",
            unit=units["first"],
            span=(start, start + len("Ravnoye")),
        )
        row = export(finding).row(units["first"])
        marked = row.split("<w:commentRangeStart")[1].split("<w:commentRangeEnd")[0]
        assert "Ravnoye" in marked
        assert "tribunal" not in marked

    def test_facts_stand_beside_the_source_and_do_not_come_back(self, export, drafted, units):
        drafted.edit({units["item"]: "La primera vista duró 25 minutos."}, "ana")
        copy = export()
        assert "20 minutes → 25 minutos (changed)" in copy.part(copy.comments)
        assert copy.taken().empty


class TestCameBack:
    def test_a_new_comment_is_a_remark_on_its_row(self, copy, units):
        attach(copy, units["title"], 7)
        add(copy, comment(7, "Better: detention."))
        assert copy.taken().remarks == (Commented(text="Better: detention.", unit=units["title"]),)

    def test_a_comment_outside_of_the_rows_is_of_the_whole_text(self, copy):
        add(copy, comment(7, "Well done."))
        assert copy.taken().remarks == (Commented(text="Well done.", unit=None),)

    def test_the_remark_column_is_a_remark_on_its_row(self, copy, units):
        row = copy.row(units["title"])
        head, empty, tail = row.rpartition("</w:p></w:tc></w:tr>")
        copy.change(row, head + copy.run("Too long?") + empty + tail)
        assert copy.taken().remarks == (Commented(text="Too long?", unit=units["title"]),)

    def test_an_answer_says_what_it_answers(self, export, remarked, units):
        copy = export()
        add(copy, comment(99, "No, the detention.", paragraph="00000009"))
        part = copy.part(EXTENDED)
        first = paragraph_id(copy, "Is it the arrest?")
        answer = f'<w15:commentEx w15:paraId="00000009" w15:paraIdParent="{first}" w15:done="0"/>'
        copy.write(EXTENDED, part.replace("</w15:commentsEx>", answer + "</w15:commentsEx>"))
        text = "Re “[blocking] Is it the arrest?”: No, the detention."
        assert copy.taken().remarks == (Commented(text=text, unit=units["title"]),)

    def test_a_comment_that_was_marked_as_done_is_settled(self, export, remarked):
        copy = export()
        known = f'w15:paraId="{paragraph_id(copy, "Is it the arrest?")}" w15:done='
        copy.change(f'{known}"0"', f'{known}"1"', part=EXTENDED)
        assert copy.taken().resolved == (Resolved(comment=remarked.id),)

    def test_what_was_taken_in_once_is_not_taken_in_again(self, copy, drafted, units):
        from workflow.review.documents.recording import record_return

        attach(copy, units["title"], 7)
        add(copy, comment(7, "Better: detention."))
        record_return(drafted, copy.taken(), "ben")
        assert copy.taken().empty

    def test_texts_and_remarks_are_recorded_together_or_not_at_all(
        self, copy, drafted, units, monkeypatch
    ):
        from workflow.review.documents.recording import record_return
        from workflow.workspace import journal

        attach(copy, units["title"], 7)
        add(copy, comment(7, "Better: detention."))
        copy.retype(units["quote"], copy.run("«No sé nada de eso»."))
        writes, append = [], journal.append
        monkeypatch.setattr(
            journal,
            "append",
            lambda folder, events: writes.append(len(events)) or append(folder, events),
        )
        record_return(drafted, copy.taken(), "ben")
        assert writes == [2]
