import re

import pytest

from workflow.errors import InputError, StaleError


class TestNothing:
    def test_a_document_that_nobody_touched_changes_nothing(self, copy):
        assert copy.taken().empty

    def test_a_hard_break_and_markup_come_back_as_they_were(self, export, drafted, units):
        text = "Apelaremos,\\\ndijo *ella* al [Bulletin](https://bulletin.example/appeal)."
        drafted.edit({units["quote"]: text}, "ana")
        assert export().taken().empty


class TestText:
    def test_an_open_insertion_and_deletion_count_as_accepted(self, copy, units):
        copy.retype(
            units["title"],
            copy.run("El ")
            + copy.deleted("tribunal")
            + copy.inserted("juzgado")
            + copy.run(" prolonga"),
        )
        found = copy.taken()
        assert found.edits.confirmed == {units["title"]: "El juzgado prolonga"}
        assert found.notices == (f"row 1 ({units['title']}): 2 open changes, taken as accepted",)

    def test_a_change_of_ours_that_was_rejected_brings_back_the_draft(self, copy, units):
        row = copy.row(units["title"])
        assert "<w:ins " in row
        rejected = re.sub(r"<w:ins .*?</w:ins>", "", row)
        rejected = re.sub(r"</?w:del(?: [^>]*)?>", "", rejected).replace("delText", "t")
        copy.change(row, rejected)
        assert copy.taken().edits.confirmed == {units["title"]: "borrador de Court extends arrest"}

    def test_words_that_were_moved_stand_where_they_were_moved_to(self, copy, units):
        by = copy.editor
        copy.retype(
            units["title"],
            f'<w:moveFromRangeStart w:id="1" w:name="move1" {by}/><w:moveFrom w:id="2" {by}>'
            f"{copy.run('ayer ')}</w:moveFrom><w:moveFromRangeEnd w:id='1'/>{copy.run('decidió ')}"
            f'<w:moveToRangeStart w:id="3" w:name="move1" {by}/><w:moveTo w:id="4" {by}>'
            f"{copy.run('ayer')}</w:moveTo><w:moveToRangeEnd w:id='3'/>",
        )
        assert copy.taken().edits.confirmed == {units["title"]: "decidió ayer"}

    def test_a_line_break_in_the_document_is_a_hard_break(self, copy, units):
        copy.retype(units["title"], "<w:r><w:t>El arresto</w:t><w:br/><w:t>de Orlin</w:t></w:r>")
        assert copy.taken().edits.confirmed == {units["title"]: "El arresto\\\nde Orlin"}

    def test_a_translation_in_two_paragraphs_is_refused(self, copy, units):
        copy.retype(units["title"], f"{copy.run('El arresto')}</w:p><w:p>{copy.run('de Orlin')}")
        with pytest.raises(InputError, match="in several paragraphs"):
            copy.taken()

    def test_paragraphs_whose_mark_was_deleted_are_one(self, copy, units):
        mark = f'<w:pPr><w:rPr><w:del w:id="1" {copy.editor}/></w:rPr></w:pPr>'
        row = copy.row(units["title"])
        cell = re.findall(r"<w:tc>.*?</w:tc>", row, re.DOTALL)[2]
        two = f"<w:p>{mark}{copy.run('El arresto ')}</w:p><w:p>{copy.run('de Orlin')}</w:p>"
        copy.change(row, row.replace(cell, f"<w:tc>{two}</w:tc>"))
        assert copy.taken().edits.confirmed == {units["title"]: "El arresto de Orlin"}

    def test_a_text_may_be_emptied(self, copy, units):
        copy.retype(units["title"], copy.deleted("El tribunal prolonga el arresto"))
        found = copy.taken()
        assert found.edits.drafts == {units["title"]: ""}

    def test_bold_that_was_made_in_the_program_is_told_of(self, copy, units):
        bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>ahora</w:t></w:r>"
        copy.retype(units["title"], copy.run("El tribunal prolonga ") + bold)
        [notice] = copy.taken().notices
        assert "“ahora” was set in bold or italics there" in notice

    def test_bold_with_its_marks_is_not_told_of(self, copy, units):
        bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>ahora</w:t></w:r>"
        copy.retype(units["title"], copy.run("Prolonga **") + bold + copy.run("**"))
        assert copy.taken().notices == ()


class TestBoxes:
    def test_a_ticked_box_confirms_a_draft_as_it_stands(self, copy, units):
        copy.change_row(units["last"], ">☐<", ">☑<")
        found = copy.taken()
        assert list(found.edits.confirmed) == [units["last"]]

    def test_a_box_that_was_emptied_takes_the_confirmation_back(self, copy, units):
        copy.change_row(units["title"], ">☑<", ">☐<")
        assert list(copy.taken().edits.drafts) == [units["title"]]

    def test_a_box_that_a_program_lost_changes_nothing(self, copy, units):
        copy.change_row(units["title"], ">☑<", "><")
        assert copy.taken().empty

    def test_the_box_above_the_table_confirms_every_row(self, copy, drafted):
        text = copy.part(copy.document)
        place = text.index("I have read every row")
        place = text.rindex("☐", 0, place)
        copy.write(copy.document, text[:place] + "☑" + text[place + 1 :])
        drafts = [key for key, unit in drafted.state.units.items() if not unit.confirmed]
        assert list(copy.taken().edits.confirmed) == drafts


class TestRows:
    def test_rows_may_come_in_another_order(self, copy, units):
        copy.retype(units["title"], copy.run("Otro título"))
        text = copy.part(copy.document)
        rows = re.findall(r"<w:tr>.*?</w:tr>", text, re.DOTALL)
        copy.write(
            copy.document, text.replace("".join(rows), "".join([rows[0], *reversed(rows[1:])]))
        )
        assert copy.taken().edits.confirmed == {units["title"]: "Otro título"}

    def test_a_row_that_was_moved_with_changes_tracked_is_one_row(self, copy, units):
        row = copy.row(units["title"])
        gone = f'<w:trPr><w:del w:id="1" {copy.editor}/></w:trPr>'
        copy.change(row, row + row.replace("<w:trPr>", gone.removesuffix("</w:trPr>"), 1))
        assert copy.taken().empty

    def test_a_lost_row_is_named_unless_the_file_may_be_partial(self, copy, units):
        copy.change(copy.row(units["item"]), "")
        with pytest.raises(InputError, match=f"{units['item']}: its row is missing"):
            copy.taken()
        assert copy.taken(partial=True).empty

    def test_a_row_whose_source_was_changed_is_refused(self, copy, units):
        copy.change_row(units["item"], ">The first hearing took 20", ">The first hearing took 90")
        with pytest.raises(InputError, match=r"row 6 .*not the source that the unit had"):
            copy.taken()

    def test_a_row_that_stands_twice_is_refused(self, copy, units):
        row = copy.row(units["item"])
        copy.change(row, row + row)
        with pytest.raises(InputError, match="stands in two rows"):
            copy.taken()

    def test_two_rows_that_were_joined_are_refused(self, copy, units):
        first, second = copy.row(units["item"]), copy.row(units["last"])
        texts = re.findall(r"<w:tc>(.*?)</w:tc>", second, re.DOTALL)
        cells = iter(texts)
        joined = re.sub("</w:tc>", lambda _: next(cells) + "</w:tc>", first)
        copy.change(first + second, joined)
        with pytest.raises(InputError, match="rows were joined"):
            copy.taken()

    def test_a_row_that_a_person_added_is_refused_but_an_empty_one_is_not(self, copy, units):
        row = copy.row(units["last"])
        empty = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 4 + "</w:tr>"
        copy.change(row, row + empty)
        assert copy.taken().empty
        copy.change(empty, empty.replace("<w:p/>", f"<w:p>{copy.run('Nuevo')}</w:p>", 1))
        with pytest.raises(InputError, match="row 8: it names no unit"):
            copy.taken()

    def test_a_picture_in_a_translation_is_refused(self, copy, units):
        copy.retype(units["item"], copy.run("La vista") + "<w:r><w:drawing/></w:r>")
        with pytest.raises(InputError, match="holds a picture"):
            copy.taken()

    def test_all_doubtful_rows_are_named_at_once_and_nothing_is_taken(self, copy, units):
        copy.change_row(units["item"], ">The first hearing took 20", ">The first hearing took 90")
        copy.change(copy.row(units["last"]), "")
        with pytest.raises(InputError) as caught:
            copy.taken()
        assert units["item"] in caught.value.message
        assert units["last"] in caught.value.message


class TestMeanwhile:
    def test_what_somebody_else_changed_is_not_overwritten(self, copy, drafted, units):
        copy.retype(units["title"], copy.run("El juzgado"))
        drafted.edit({units["title"]: "La corte"}, "ben")
        with pytest.raises(StaleError, match=rf"row 1 \({units['title']}\): Ben Muster"):
            copy.taken()

    def test_somebody_elses_change_of_another_row_stands(self, copy, drafted, units):
        copy.retype(units["title"], copy.run("El juzgado"))
        drafted.edit({units["last"]: "La segunda fue a puerta cerrada."}, "ben")
        assert copy.taken().edits.confirmed == {units["title"]: "El juzgado"}

    def test_a_source_that_was_corrected_is_named(self, copy, article, units):
        path = article.path / "source.md"
        path.write_text(
            path.read_text(encoding="utf-8").replace("20 min", "25 min"), encoding="utf-8"
        )
        with pytest.raises(InputError, match=f"{units['item']}.*changed since"):
            copy.taken()

    def test_a_document_without_its_line_is_no_review_document(self, copy):
        text = copy.part(copy.document)
        copy.write(copy.document, text.replace("workflow-review:", "x:"))
        with pytest.raises(InputError, match="is not a review document"):
            copy.taken()
