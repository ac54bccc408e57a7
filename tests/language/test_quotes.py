"""Which side of a quotation a mark may stand on."""

import pytest

from workflow.language.quotes import pair, sides


@pytest.mark.parametrize(
    ("mark", "tag", "side"),
    [
        ("“", "en", "open"),
        ("“", "de", "both"),
        ("”", "en", "close"),
        ("”", "sv", "both"),
        ("„", "pl", "open"),
        ("«", "ru", "open"),
        ("»", "fr", "close"),
        ("»", "de", "both"),
        ('"', "es", "both"),
    ],
)
def test_the_side_of_a_mark(mark: str, tag: str, side: str) -> None:
    assert sides(mark, tag) == side


def test_the_marks_of_a_language() -> None:
    assert pair("uk") == ("«", "»")
    assert pair("pt-BR") == ("“", "”")
    assert pair("qqq") == ("“", "”")
