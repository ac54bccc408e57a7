"""Texts that came by mail, as mail programs leave them."""

import pytest

from workflow.document.importing import About, Imported, import_source

FIRST = "The harbour office refused on Monday to show the files to the fishermen it had watched."
SECOND = "“I want to know who sat in my kitchen,” said the oldest of them, Aud Berge."
TEXT = f"Fishermen win\n\n{FIRST}\n\n{SECOND}\n"


def imported(text: str, encoding: str = "utf-8") -> Imported:
    return import_source(text.encode(encoding), "mail.txt", corrections=About(language="en"))


@pytest.mark.parametrize(
    "mail",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        f"From: Ida <i@a.example>\nTo: d@b.example\nSubject: text\nDate: 1 May 2024\n\n{TEXT}",
        f"---------- Forwarded message ---------\nFrom: Ida <i@a.example>\nSubject: x\n\n{TEXT}",
        f"От кого: Ида\nКому: Редакция\nТема: статья\n\n{TEXT}",
        f"Von: Ida\nAn: Redaktion\nBetreff: Text\n\n{TEXT}",
        "".join(f"> {line}\n" for line in TEXT.splitlines()),
        "".join(f">> {line}\n" for line in TEXT.splitlines()),
        f"{TEXT}\n-- \nIda Ek\nThe Quay\n+47 555 0100\n",
        f"{TEXT}\nSent from my phone\n",
        f"{TEXT}\nОтправлено с телефона\n",
        f"{TEXT}\nOn 1 May 2024 at 10:00, Desk wrote:\n> When will it come?\n> Desk\n",
        f"{TEXT}\n1 мая 2024 г. Редакция пишет:\n> Когда?\n",
    ],
)
def test_only_the_text_is_taken(mail: str) -> None:
    found = imported(mail)
    assert found.source.title == "Fishermen win"
    assert found.source.body == f"{FIRST}\n\n{SECOND}"


def test_what_went_is_told() -> None:
    found = imported(f"From: Ida\nTo: Desk\n\n{TEXT}\n-- \nIda Ek\n")
    assert [(str(d.reason), d.text) for d in found.dropped] == [
        ("the header of a mail", "From: Ida"),
        ("the header of a mail", "To: Desk"),
        ("the signature of a mail", "Ida Ek"),
    ]


def test_it_can_be_kept() -> None:
    data = f"{TEXT}\n-- \nIda Ek, harbour reporter\n".encode()
    found = import_source(data, "a.txt", corrections=About(language="en"), keep=["Ida Ek"])
    assert "Ida Ek, harbour reporter" in found.source.body


@pytest.mark.parametrize(
    "text",
    [
        f"Fishermen win\n\n{FIRST}\n\nFrom: the sea. It gave.\n\n{SECOND}",
        f"Fishermen win\n\n{FIRST}\n\nThe mayor wrote:\n\n{SECOND}",
    ],
)
def test_text_that_looks_a_little_like_a_mail_stays_whole(text: str) -> None:
    found = imported(text)
    assert found.source.body == text.removeprefix("Fishermen win\n\n")
    assert found.dropped == ()
