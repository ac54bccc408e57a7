"""Old code pages, marks and declarations; what is no text is refused."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.document.importing.encoding import MAX_SIZE, decode
from workflow.errors import InputError

RUSSIAN = "Верховный суд оставил журналиста под стражей до конца года. Адвокат подал жалобу."
UKRAINIAN = "Апеляційний суд залишив журналіста під вартою. Її підзахисний хворіє."
SPANISH = "La señora Núñez denunció que la policía la golpeó. «No tenían orden», dijo."
FRENCH = "L’avocat a déclaré : « Il n’a rien fait. » La cour a rejeté l’appel."
POLISH = "Sąd zdecydował, że dziennikarz pozostanie w areszcie. Źródło: własne"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(RUSSIAN, e) for e in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")],
        *[(RUSSIAN, e) for e in ("cp1251", "koi8-r", "cp866")],
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        (SPANISH, "cp1252"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
    ],
)
def test_encoding_is_told_by_the_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_declared_encoding_is_believed() -> None:
    assert decode("日本の裁判所".encode("shift_jis"), "a.html", "Shift_JIS") == "日本の裁判所"


def test_utf_8_is_recognised_whatever_is_declared() -> None:
    assert decode(RUSSIAN.encode(), "a.html", "windows-1251") == RUSSIAN


@pytest.mark.parametrize("name", ["rot13", "unicode_escape", "no-such", "zlib"])
def test_declared_encoding_that_is_none_is_passed_over(name: str) -> None:
    assert decode(SPANISH.encode("cp1252"), "a.html", name) == SPANISH


def test_one_damaged_byte_does_not_spoil_a_text() -> None:
    assert decode(RUSSIAN.encode() + b"\xd0", "a.txt") == f"{RUSSIAN}\ufffd"


def test_line_ends_spaces_and_invisible_marks_are_made_plain() -> None:
    assert decode("со\u00adвет\r\n10\u00a0000\u200b\r".encode(), "a.txt") == "совет\n10 000\n"


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\x00\x01\x02" * 100, bytes(range(256)) * 4])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.bin"):
        decode(data, "a.bin")


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(InputError, match="20 MB"):
        decode(b"a" * (MAX_SIZE + 1), "a.txt")


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=20)))
def test_any_bytes_are_a_text_or_an_input_error(data: bytes, declared: str | None) -> None:
    with contextlib.suppress(InputError):
        assert "\r" not in decode(data, "a.txt", declared)
