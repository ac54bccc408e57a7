"""A translation of another sentence, and one that has little in common with its own."""

import pytest

from workflow.checks.check import Context, Pair
from workflow.checks.unrelated import unrelated

SOURCE = "The fishermen who mended nets near the harbour watched strangers unload boxes from {}"


def is_unrelated(source: str, target: str) -> bool:
    pair = Pair("p-1", None, source, target, "en", "es")
    return bool(list(unrelated.marks([pair], Context())))


@pytest.mark.parametrize(
    ("last", "target"),
    [
        ("ships of Germany.", "barcos de Alemania."),
        ("ships of the ECB.", "barcos del BCE."),
        ("parliament.", "su parlamento."),
    ],
)
def test_one_name_or_one_word_that_looks_alike_is_enough(last: str, target: str) -> None:
    said = "Los pescadores que remendaban redes junto al muelle vieron descargar cajas de "
    assert not is_unrelated(SOURCE.format(last), said + target)
    assert is_unrelated(SOURCE.format("ships."), said + "barcos.")
