"""Pages that browsers save as one file, and mails as mail programs save them."""

import plistlib
import struct
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.document.importing import Imported, import_source
from workflow.document.source import Cover, Place
from workflow.errors import InputError

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480)
ADDRESS = "https://quay.example/news/1"
PAGE = (
    "<html lang='ru'><head><title>Суд вернул дело</title></head><body><nav><a href='/'>Главная</a>"
    "</nav><article><h1>Суд вернул дело</h1><figure><img src='a.png' alt='Суд'></figure>"
    "<p>Суд в Нижней Осоке во второй раз вернул дело прокурору, и никто не объяснил почему.</p>"
    "<p>«Страницы 12 нет», – сказала <a href='/finch'>секретарь</a> Ада Финч.</p>"
    "</article></body></html>"
)
BLINK = """\
From: <Saved by Blink>
Snapshot-Content-Location: https://quay.example/news/1
Subject: =?utf-8?Q?=D0=A1=D1=83=D0=B4?=
Date: Tue, 5 Mar 2024 09:12:00 +0300
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: {encoding}
Content-Location: https://quay.example/news/1

{page}
------MultipartBoundary--x----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://quay.example/news/a.png

{picture}
------MultipartBoundary--x------
"""


def mhtml() -> bytes:
    import base64
    import quopri

    page = quopri.encodestring(PAGE.encode()).decode()
    text = BLINK.format(
        page=page, picture=base64.b64encode(PNG).decode(), encoding="quoted-printable"
    )
    return text.replace("\n", "\r\n").encode()


def webarchive(**changes: object) -> bytes:
    main = {"WebResourceData": PAGE.encode(), "WebResourceURL": ADDRESS}
    picture = {"WebResourceData": PNG, "WebResourceURL": "https://quay.example/news/a.png"}
    archive = {"WebMainResource": main, "WebSubresources": [picture]} | changes
    return plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (mhtml(), "page.mhtml"),
        (mhtml(), "page"),
        (webarchive(), "page.webarchive"),
        (webarchive(), "page"),
    ],
)
def test_page_in_one_file(data: bytes, name: str) -> None:
    found = import_source(data, name)
    assert (found.source.title, found.source.language) == ("Суд вернул дело", "ru")
    assert found.source.publication == Place(name="quay.example", url=ADDRESS)
    assert "[секретарь](https://quay.example/finch)" in found.source.body
    assert found.source.cover == Cover(file="a.png", alt="Суд")
    assert found.media == {"a.png": PNG}


def mail(text: str, *, html: str = "", charset: str = "utf-8", subject: str = "Fwd: Дело") -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Finch <ada@lantern.example>"
    message["To"] = "desk@bulletin.example"
    message["Subject"] = subject
    message.set_content(text, charset=charset)
    if html:
        message.add_alternative(html, subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="release.pdf")
    return message.as_bytes(policy=policy.SMTP)


TEXT = (
    "Суд в Нижней Осоке во второй раз вернул дело прокурору.\n\n"
    '"Страницы 12 нет", - сказала секретарь Ада Финч.\n\nАвтор: Е. Рудд\n\n-- \nАда Финч\n'
)


@pytest.mark.parametrize("address", ["a@", "Judges: a@example.org;, b", "<"])
def test_an_address_that_cannot_be_read_is_shown_as_it_is_written(address: str) -> None:
    found = import_source(f"From: {address}\nSubject: The boat\n\n{TEXT}".encode(), "a.eml")
    assert found.source.title == "The boat"
    assert f"From: {address}" in [piece.text for piece in found.dropped]


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "windows-1251"])
@pytest.mark.parametrize("name", ["mail.eml", "mail"])
def test_mail(charset: str, name: str) -> None:
    found = import_source(mail(TEXT, charset=charset), name)
    assert (found.source.title, found.source.authors) == ("Дело", ("Е. Рудд",))
    assert found.source.body.startswith("Суд в Нижней Осоке во второй раз")
    assert found.source.body.endswith("сказала секретарь Ада Финч.")
    gone = [piece.text for piece in found.dropped]
    assert "From: Ada Finch <ada@lantern.example>" in gone
    assert "release.pdf" in gone


def test_first_line_that_is_a_title_stands_before_the_subject() -> None:
    found = import_source(mail(f"Суд вернул дело\n\n{TEXT}"), "mail.eml")
    assert found.source.title == "Суд вернул дело"


def test_mail_with_a_page_in_it() -> None:
    page = "<html><body><p>Суд <b>вернул</b> дело прокурору, и никто не объяснил почему.</p>"
    found = import_source(mail("x", html=f"{page}<p>«Страницы нет».</p></body></html>"), "a.eml")
    assert found.source.title == "Дело"
    assert "Суд **вернул** дело" in found.source.body


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.eml"),
        (b"MIME-Version: 1.0\n\n", "a.mhtml"),
        (b"Subject: x\nContent-Type: image/png\n\nxx", "a.eml"),
        (b"Content-Type: text/plain; charset=nonsense\n\nWords.", "a.eml"),
        (b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 3_000, "a.eml"),
        (b"Content-Type: multipart/mixed; boundary=x\n" + b"\n--x\n\n" * 900_000, "a.eml"),
        (b"bplist00", "a.webarchive"),
        (b"bplist00" + b"\xff" * 60, "a.webarchive"),
        (b"<plist/>", "a.webarchive"),
        (webarchive(WebMainResource="x"), "a.webarchive"),
        (webarchive(WebMainResource={}), "a.webarchive"),
    ],
)
def test_damaged_files_are_one_error(data: bytes, name: str) -> None:
    with pytest.raises(InputError):
        import_source(data, name)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([mhtml(), webarchive(), mail(TEXT)]), st.data())
def test_anything_is_read_or_refused(noise: bytes, whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(whole)))
    for name in ("a.eml", "a.webarchive"):
        try:
            found = import_source(whole[:at] + noise + whole[at + len(noise) :], name)
        except InputError:
            continue
        assert isinstance(found, Imported)
