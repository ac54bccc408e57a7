"""A memory with a few confirmed pairs of invented people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workflow.memory import Entry, Memory


def pair(source: str, target: str, **more: str) -> Entry:
    return Entry("en", "es", source, target)._replace(**more)


PAIRS = [
    pair("The court extended the arrest.", "El tribunal prolongó la detención.", at="2026-01-01"),
    pair(
        "The lawyer of Pavel Orlin said on Monday that she would appeal against the verdict.",
        "La abogada de Pavel Orlin dijo el lunes que apelaría la sentencia.",
    ),
    pair("Yes.", "Sí.", before="Do you agree?", after="Why?", at="2026-01-01"),
    pair("Yes.", "Claro.", at="2026-02-01"),
]


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "memory.sqlite") as opened:
        opened.replace("report", "1", PAIRS)
        opened.finish()
        yield opened
