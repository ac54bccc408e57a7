"""The rows of the ledger that are names."""

from workflow.checks.check import Pair
from workflow.checks.facts.names import name_entries


def test_the_words_of_a_name_make_one_row() -> None:
    pair = Pair("p-1", None, "Hier, Zofia Kowalska a ri.", "Zofia Kowalska laughed.", "fr", "en")
    (row,) = name_entries(pair)
    assert (row.source and row.source.text) == (row.target and row.target.text) == "Zofia Kowalska"
