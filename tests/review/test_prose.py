from workflow.review.prose import prose_lines
from workflow.workspace.po import Entry


def test_a_unit_is_its_id_its_remarks_and_its_sentences():
    entry = Entry(
        unit="p-1",
        source="It has 12 pupils. They row.",
        text="Tiene 12 alumnos. Reman.",
        confirmed=False,
        comment="ben: how many?",
    )
    assert list(prose_lines([entry])) == [
        "── p-1 (draft)",
        "# ben: how many?",
        "Tiene 12 alumnos.",
        "Reman.",
        "",
    ]
