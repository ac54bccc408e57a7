"""One person, one spelling: what the check finds, and what it leaves alone."""

from pathlib import Path

import pytest

from workflow.checks.check import Context, Mark, Pair
from workflow.checks.names import names
from workflow.glossary.glossary import Concept, Gender, Glossary, Term

LABELLED = Path(__file__).parents[2] / "benchmarks" / "data"


def marks(text: str, context: Context = Context(), language: str = "en") -> list[Mark]:  # noqa: B008
    pair = Pair(None, None, None, text, None, language)
    return [mark for _, mark in names.marks([pair], context)]


def test_the_rarer_spelling_is_told_with_the_one_to_keep() -> None:
    text = "Sergei Savelyev spoke. Sergei Savelyev left. They miss Sergey Saveliev."
    [mark] = marks(text)
    assert text[slice(*(mark.span or (0, 0)))] == "Sergey Saveliev"
    assert mark.suggestions == ("Sergei Savelyev",)
    assert mark.message.endswith("is spelt “Sergei Savelyev” elsewhere in this text")


def test_a_title_before_a_name_does_not_hide_a_slip_in_it() -> None:
    [mark] = marks("They acquitted Mayor Rosa Quintanar. Rosa Quintana left with Quintanar.")
    assert mark.suggestions == ("Rosa Quintanar",)


def test_the_glossary_knows_better_than_the_text() -> None:
    term = Term(text="Sergey Saveliev", variants=("Saveliev",))
    person = Concept(id="s", person=Gender.MASCULINE, terms={"en": (term,)})
    context = Context(glossary=Glossary((person,)))
    found = marks("They met Sergei Savelyev. Mr Savelyev left.", context)
    assert [mark.suggestions for mark in found] == [("Sergey Saveliev",), ("Mr Saveliev",)]
    assert not marks("They met Sergey Saveliev. Then Saveliev left.", context)


def test_forms_of_a_name_are_no_other_spellings() -> None:
    assert not marks("Суд над Савельевым отложили. К Савельеву пустили врача.", language="ru")
    assert marks(
        "Судят Анну Шевелёву. Адвокат Анны Шивелёвой молчит. Анна Шевелёва больна.", language="ru"
    )


def test_two_words_of_the_dictionary_are_no_spellings_of_one() -> None:
    assert not marks("They met Anna Porter. They know Anna Porter. Then Anna Poster left.")
    assert marks("They met Anna Portner. They know Anna Portner. Then Anna Portmer left.")


@pytest.mark.parametrize(("file", "level"), [("names.tsv", 0.95), ("names-held-out.tsv", 0.87)])
def test_the_labelled_sets_keep_their_levels(file: str, level: float) -> None:
    right = {"wrong": 0, "sound": 0}
    total = dict(right)
    for line in (LABELLED / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        tag, wrong, text = line.split("\t")
        found = {text[slice(*(mark.span or (0, 0)))] for mark in marks(text, language=tag)}
        kind = "sound" if wrong == "-" else "wrong"
        total[kind] += 1
        right[kind] += not found if wrong == "-" else any(wrong.endswith(each) for each in found)
    assert right["wrong"] >= level * total["wrong"]
    assert right["sound"] >= level * total["sound"]


def test_a_month_before_a_name_is_no_part_of_it() -> None:
    text = "Yuri Lapin came. They know Yuri Lapin. In July Yuriy Lapin left."
    assert [mark.suggestions for mark in marks(text)] == [("Yuri Lapin",)]
