import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.review.buffer import (
    BufferUnit,
    Mark,
    canonical,
    parse_buffer,
    render_buffer,
    seen_hash,
)

TEXTS = st.text(alphabet="a# \\\n\r\t[]@x:", max_size=30) | st.text(max_size=60)


def unit(text: str = "Tiene 12 alumnos.", source: str = "It has 12 pupils.", **more) -> BufferUnit:
    return BufferUnit(unit="p-1", source=source, text=text, confirmed=False, **more)


def test_a_unit_is_a_marker_the_source_notes_and_the_translation():
    buffer = render_buffer("boat-school, en → es", [unit(notes=("drafted by argos",))])
    seen = seen_hash("Tiene 12 alumnos.", confirmed=False)
    assert buffer.startswith(
        "# boat-school, en → es\n\n"
        f"## p-1 [ ] @{seen}\n"
        "# It has 12 pupils.\n"
        "# drafted by argos\n"
        "Tiene 12 alumnos.\n\n"
        "# Write each translation"
    )


@given(st.lists(st.tuples(TEXTS, TEXTS, st.booleans(), TEXTS), max_size=4))
def test_what_is_not_touched_comes_back_as_it_was(texts):
    units = [
        BufferUnit(unit=f"p-{n}", source=source, text=text, confirmed=confirmed, notes=(note,))
        for n, (source, text, confirmed, note) in enumerate(texts)
    ]

    back = parse_buffer(render_buffer("heading", units), "file", [u.unit for u in units])

    assert [entry.unit for entry in back.entries] == [u.unit for u in units]
    assert [entry.text for entry in back.entries] == [canonical(u.text) for u in units]
    assert not any(entry.touched for entry in back.entries)
    assert not back.confirm_all


@given(TEXTS)
def test_a_canonical_text_stays_as_it_is(text):
    assert canonical(canonical(text)) == canonical(text)


@given(TEXTS)
def test_any_file_is_read_or_refused(text):
    with contextlib.suppress(InputError):
        parse_buffer(text, "file")


@pytest.mark.parametrize(
    "text",
    ["# 1 of all", "## p-2 [ ]", "#", "#hashtag", "\\# 5", "\\\\# 5", "##", "###", "confirm: all"],
)
def test_a_translation_may_look_like_a_comment(text):
    back = parse_buffer(render_buffer("heading", [unit(text)]), "file", ["p-1"])
    assert back.entries[0].text == text


def test_a_hashtag_that_a_person_types_is_text():
    assert parse_buffer("## p-1 [ ]\n#hashtag first\n", "file").entries[0].text == "#hashtag first"


def test_lines_that_an_editor_wrapped_are_one_text():
    wrapped = "## p-1 [ ]\n# It has 12 pupils.\nTiene\r\n  doce  \n\nalumnos.\n"
    assert parse_buffer(wrapped, "file").entries[0].text == "Tiene doce alumnos."


def test_a_hard_break_stays():
    assert canonical("one\\\ntwo\nthree\\\\\nfour") == "one\\\ntwo three\\\\ four"


@pytest.mark.parametrize(
    ("written", "mark"),
    [
        ("[ ]", Mark.DRAFT),
        ("[x]", Mark.CONFIRMED),
        ("[X]", Mark.CONFIRMED),
        ("[]", Mark.DRAFT),
        ("[ ? ]", Mark.UNSURE),
        ("", Mark.DRAFT),
    ],
)
def test_marks(written, mark):
    assert parse_buffer(f"## p-1 {written}\ntext", "file").entries[0].mark is mark


def test_the_first_line_may_confirm_everything():
    back = parse_buffer("confirm: all\n## p-1 [ ]\ntext", "file")
    assert back.confirm_all
    assert back.entries[0].line == 2


@pytest.mark.parametrize("text", ["", "\n\n", "# only comments\n#\n"])
def test_an_empty_file_has_no_entries(text):
    assert parse_buffer(text, "file", ["p-1"]).entries == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("## p-1 [ ]\na\n## p-1 [ ]\nb", "file:3: p-1 stands twice"),
        ("## p-9 [ ]\na", "file:1: there is no unit p-9 here"),
        ("## p-1 [ ]\na", "file: p-2 is missing"),
        ("hello\n## p-1 [ ]\na", "file:1: this text stands before the first unit"),
        ("## p-1 [y]\na", r"file:1: \[y\] is not a mark"),
        ("## p-1 [\na", "file:1: the line of the unit is damaged"),
    ],
)
def test_a_damaged_file_is_refused_by_line(text, message):
    with pytest.raises(InputError, match=message):
        parse_buffer(text, "file", ["p-1", "p-2"])
