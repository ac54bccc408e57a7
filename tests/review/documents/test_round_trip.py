"""Whatever a text is, the runs that show it read as that text again."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from workflow.review.documents.reading import read_passage
from workflow.review.documents.tracked import RunWriter
from workflow.review.documents.voice import Voice
from workflow.review.documents.wordml import element, without_breaks

WORDS = st.sampled_from(
    [
        "El",
        "tribunal",
        "**niega**",
        "*todo*",
        "[aquí](https://a.example/b)",
        "المحكمة",
        "\\\n",
        ".",
        "`x`",
    ]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join) | st.text(
    alphabet=st.characters(
        exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\ufffe\uffff"
    ),
    max_size=40,
)


def canonical(text: str) -> str:
    lines = re.split(r"\\\n", text.replace("\u2028", " "))
    return "\\\n".join(
        re.sub(r"[ \t]+", " ", line.replace("\n", " ")).strip() for line in lines
    ).strip()


@given(TEXTS, TEXTS, st.sampled_from(["es", "ar", "zh"]))
@example("A.", "B. A.", "es")
@example("uno dos tres cuatro cinco. Y seis.", "Y seis. uno dos tres cuatro cinco.", "es")
def test_tracked_runs_read_as_the_newer_text(old, new, tag):
    runs = RunWriter().tracked(old, new, Voice(tag), author="Ana", date="")
    document = element("document", element("body", element("p", *runs)))
    body = etree.fromstring(etree.tostring(document))[0]
    [text] = read_passage(body).paragraphs
    assert without_breaks(text) == canonical(new)
