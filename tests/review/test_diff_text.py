import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.review.diff_text import Hunk, HunkKind, diff

TEXTS = st.text(alphabet="ab .,\n*[]()é你") | st.text()


def marked(old: str, new: str) -> str:
    """The difference as git's word diff writes it."""
    return "".join(
        h.old
        if h.kind is HunkKind.EQUAL
        else (f"[-{h.old}-]" if h.old else "") + (f"{{+{h.new}+}}" if h.new else "")
        for h in diff(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("the big dog", "the big bad dog", "the big {+bad +}dog"),
        ("the big bad dog", "the big dog", "the big [-bad -]dog"),
        (
            "The court of appeal upheld the sentence.",
            "The appeals court confirmed the sentence.",
            "The {+appeals +}court [-of appeal upheld-]{+confirmed+} the sentence.",
        ),
        (
            "The ministry denied it, and the lawyers said that they would appeal.",
            "The ministry denied it. The lawyers said that they would appeal.",
            "The ministry denied it[-, and the-]{+. The+} lawyers said that they would appeal.",
        ),
        (
            "El tribunal condenó al periodista a tres años de cárcel. La defensa recurrirá.",
            "La corte condenó a la periodista a tres años de prisión. "
            "Su defensa apelará la sentencia.",
            "[-El tribunal-]{+La corte+} condenó [-al-]{+a la+} periodista a tres años de "
            "[-cárcel-]{+prisión+}. [-La-]{+Su+} defensa [-recurrirá-]{+apelará la sentencia+}.",
        ),
        (
            "Суд приговорил журналистку к трём годам колонии. Адвокат подал жалобу.",
            "Во вторник суд приговорил журналистку Анну Пробную к трём годам лишения свободы. "
            "Адвокат обжаловал приговор.",
            "[-Суд-]{+Во вторник суд+} приговорил журналистку {+Анну Пробную +}к трём годам "
            "[-колонии-]{+лишения свободы+}. Адвокат [-подал жалобу-]{+обжаловал приговор+}.",
        ),
        (
            "حكمت المحكمة على الصحفي بالسجن ثلاث سنوات. وقال محاميه إنه سيستأنف.",
            "قضت المحكمة بسجن الصحفي ثلاث سنوات. وقال محاميه إنه سيستأنف الحكم.",
            "[-حكمت-]{+قضت+} المحكمة [-على-]{+بسجن+} الصحفي [-بالسجن -]ثلاث سنوات. "
            "وقال محاميه إنه سيستأنف{+ الحكم+}.",
        ),
        ("Dr. Ana vino.", "La doctora Ana vino.", "[-Dr.-]{+La doctora+} Ana vino."),
        (
            "Hello. He came home.",
            "Hello. He came. He came home.",
            "Hello. {+He came. +}He came home.",
        ),
        ("她在法院外说。", "她在最高法院外表示。", "她在{+最高+}法院外[-说-]{+表示+}。"),
    ],
    ids=[
        "insert",
        "delete",
        "phrase",
        "join",
        "Spanish",
        "Russian",
        "Arabic",
        "space",
        "sentence",
        "Chinese",
    ],
)
def test_changes_are_few_and_whole_words(old, new, expected):
    assert marked(old, new) == expected


def test_a_word_in_common_by_chance_is_not_called_unchanged():
    old = "A totally different thing was said of the old man."
    new = "Police officers in the capital detained the activist of the movement."
    assert diff(old, new) == (Hunk(old, new),) or marked(old, new).endswith("+}.")
    assert len(diff(old, new)) <= 2


def test_an_address_changes_as_a_whole():
    assert (
        marked(
            "See [the report](https://a.example/2021/x).",
            "See [the report](https://a.example/2022/x).",
        )
        == "See [the report[-](https://a.example/2021/x)-]{+](https://a.example/2022/x)+}."
    )


def test_a_new_sentence_is_one_insertion():
    assert (
        marked("He left. She stayed.", "He left. Nobody knows why. She stayed.")
        == "He left. {+Nobody knows why. +}She stayed."
    )


def test_a_lost_sentence_is_one_deletion():
    assert marked("He left. Nobody knows why. She stayed.", "He left. She stayed.") == (
        "He left. [-Nobody knows why. -]She stayed."
    )


def test_equal_texts_have_no_change():
    assert diff("same", "same") == (Hunk("same", "same"),)
    assert diff("", "") == ()


@given(TEXTS, TEXTS)
def test_hunks_rebuild_both_texts_and_take_turns(old, new):
    hunks = diff(old, new)
    assert "".join(hunk.old for hunk in hunks) == old
    assert "".join(hunk.new for hunk in hunks) == new
    equal = [hunk.kind is HunkKind.EQUAL for hunk in hunks if not hunk.move]
    assert any(hunk.move for hunk in hunks) or all(a != b for a, b in pairwise(equal))
    assert all(hunk.old or hunk.new for hunk in hunks)


@pytest.mark.parametrize(
    "old", ["a " * 20_000, "](" * 20_000, "a@" * 20_000, "a. " * 20_000, "." * 40_000]
)
def test_a_hostile_text_takes_no_time(old):
    start = time.monotonic()
    diff(old, "b " + old[: len(old) // 2] + " c")
    assert time.monotonic() - start < 10
