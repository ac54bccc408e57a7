"""Mends that are safe to make without asking."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.checks.check import Context, Pair
from workflow.checks.file_mending import mend_file
from workflow.checks.finding import Finding
from workflow.checks.mending import mended
from workflow.checks.run import check_pairs
from workflow.errors import InputError


def pair(target: str, source: str | None = None) -> Pair:
    return Pair("p-1", None, source, target, "ru" if source else None, "en")


def test_slips_of_the_hand_are_mended() -> None:
    (after,) = mended([pair("the judge , a woman,, was was silent", "Судья молчала.")], Context())
    assert after.target == "The judge, a woman, was silent."


def test_markup_around_a_mend_stays() -> None:
    (after,) = mended([pair("He **was** **was** [here](https://a.example).")], Context())
    assert after.target == "He **was** **was** [here](https://a.example)."
    (after,) = mended([pair("A **bold , word** and [a link](https://a.example/,,)")], Context())
    assert after.target == "A **bold, word** and [a link](https://a.example/,,)"


@pytest.mark.parametrize(
    "text",
    [
        "It is [there](../b,,c.md), and ![a map](../map.png) shows it.",
        "It is [there](<../b c.md>), and ![a map][map] shows it.",
        "Go to ../b.md for it.",
    ],
)
def test_addresses_and_paths_of_other_files_stay(text: str) -> None:
    (after,) = mended([pair(text)], Context())
    assert after.target == text


def test_what_only_a_person_can_decide_is_left() -> None:
    wrong = pair("He was released on May 5 (.", "Его отпустили 3 мая.")
    assert mended([wrong], Context()) == [wrong]


def test_what_somebody_waived_may_stand() -> None:
    stutter = pair("No no no, she said said.")

    def is_waived(finding: Finding) -> bool:
        return finding.excerpt == "said said"

    assert mended([stutter], Context(), is_waived)[0].target.endswith("she said said.")


@settings(deadline=None)
@given(st.text(alphabet="aA ,.;the*[]()“”", max_size=30))
def test_mending_ends_and_leaves_nothing_safe_to_mend_once_more(text: str) -> None:
    (once,) = mended([pair(text)], Context())
    assert mended([once], Context()) == [once]
    assert check_pairs([once], Context()) is not None


def test_a_text_file_is_mended_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"# Title\r\n\r\n* a list\r\n* the the end\r\n")
    (line,) = mend_file(path, Context(), "en")
    assert (line.number, line.before, line.after) == (4, "* the the end", "* the end")
    assert path.read_bytes() == b"# Title\r\n\r\n* a list\r\n* the end\r\n"


def test_a_file_whose_folder_cannot_be_written_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("He was was here.", encoding="utf-8")
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(InputError):
        mend_file(path, Context(), "en")
    assert path.read_text(encoding="utf-8") == "He was was here."


def test_a_po_file_keeps_everything_but_the_mended_words(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    text = (
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: ru\\n"\n\n'
        '# a note, kept as it is\n#, fuzzy\nmsgid "Его отпустили."\n'
        'msgstr ""\n"He was was "\n"\\"released\\" , they say."\n'
    )
    path.write_text(text, encoding="utf-8")
    (line,) = mend_file(path, Context())
    assert line.after == '"He was "'
    assert path.read_text(encoding="utf-8") == text.replace("was was", "was")
