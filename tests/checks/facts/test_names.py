"""The rows of the ledger that are names."""

import pytest

from workflow.checks.check import Pair
from workflow.checks.facts.names import name_entries


def test_the_words_of_a_name_make_one_row() -> None:
    pair = Pair("p-1", None, "Hier, Zofia Kowalska a ri.", "Zofia Kowalska laughed.", "fr", "en")
    (row,) = name_entries(pair)
    assert (row.source and row.source.text) == (row.target and row.target.text) == "Zofia Kowalska"


@pytest.mark.parametrize(
    ("source", "target", "there", "here"),
    [
        ("Фото: Пётр Орлов", "Photo: Pyotr Orlov", "Пётр Орлов", "Pyotr Orlov"),
        ("Мария Лугова", "Maria Lugova", "Мария Лугова", "Maria Lugova"),
        ("В Марте судили Анну Чернову", "Anna Chernova and March", "Анну Чернову", "Anna Chernova"),
        ("судят Марата, пока", "In March Marat is tried", "Марата", "Marat"),
    ],
)
def test_a_name_finds_the_likest_and_takes_in_what_a_dictionary_knows(
    source: str, target: str, there: str, here: str
) -> None:
    rows = list(name_entries(Pair("p-1", None, source, target, "ru", "en")))
    assert (there, here) in [
        (row.source.text, row.target.text) for row in rows if row.source and row.target
    ]
