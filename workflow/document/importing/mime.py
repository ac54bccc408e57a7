"""Web pages and mails in one file of several parts: MHTML (RFC 2557) and EML (RFC 5322).

Chrome and Edge save a page as MHTML, mail programs a mail as EML. What stands in the text is read
as a page or as plain text; nothing that it names is loaded from elsewhere.
"""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from urllib.parse import urljoin

from workflow.document.importing import html, text
from workflow.document.importing.clutter import Keep
from workflow.document.importing.compose import paragraphs
from workflow.document.importing.context import Context
from workflow.document.importing.encoding import MAX_SIZE, tidy
from workflow.document.importing.imported import About, Dropped, Reading
from workflow.document.importing.links import web_address
from workflow.document.importing.runs import Run
from workflow.document.importing.sentence_ends import ends_sentence
from workflow.errors import InputError

EXTENSIONS: tuple[str, ...] = (".eml", ".mht", ".mhtml")

_REPLY = re.compile(r"(?:\s*(?:re|fwd?|aw|wg|tr|rv|отв|пересл|на)\s*:)+\s*", re.IGNORECASE)
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_MOST_INSIDE, _MOST_PARTS = 60, 20_000
_HEADER, _ATTACHED = "the header of a mail", "a file that the mail carries"


def read(data: bytes, name: str, keep: Keep, context: Context) -> Reading:
    """Read the page or the text of a file in parts."""
    if len(data) > MAX_SIZE:
        raise InputError(
            f"{name}: larger than {MAX_SIZE // 2**20} MB",
            hint="Save only the page or the text itself, without its pictures.",
        )
    if _is_laborious(data):
        raise InputError(
            f"{name}: it has more parts than any mail or page", hint="Save the text itself."
        )
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(("html", "plain"))
        content = _content(part) if part else b""
    except (MessageError, RecursionError, LookupError, ValueError, AttributeError, TypeError):
        part, content = None, b""
    if part is None or not content.strip():
        raise InputError(
            f"{name}: there is no text in it", hint="Save the text itself, or the file it carries."
        )
    if part.get_content_subtype() == "html":
        return _page(message, part, content, name, keep, context)
    return _mailed(text.read(content, name, keep, context), message)


def _is_laborious(data: bytes) -> bool:
    """Say whether parts stand inside parts, or beside one another, as in no file of good will."""
    return len(_BOUNDARY.findall(data)) > _MOST_INSIDE or data.count(b"\n--") > _MOST_PARTS


def _content(part: MIMEPart) -> bytes:
    """Return a text in UTF-8, or as it is where the file names no encoding."""
    data = part.get_payload(decode=True)
    charset = part.get_content_charset()
    if not isinstance(data, bytes) or charset is None:
        return data if isinstance(data, bytes) else b""
    return data.decode(charset, "replace").encode()


def _header(part: MIMEPart, name: str) -> str:
    """Return a header, empty where there is none; as it is written where it cannot be read.

    Python's parser fails in several ways on addresses such as `a@`, or reads them as `<>` (3.13).
    """
    try:
        read = str(part[name] or "")
    except (MessageError, LookupError, ValueError, AttributeError, TypeError):
        read = ""
    raw = (str(value) for key, value in part.raw_items() if key.lower() == name.lower())
    return read if read.strip("<>") else " ".join(next(raw, "").split())


def _page(
    message: EmailMessage, part: MIMEPart, content: bytes, name: str, keep: Keep, context: Context
) -> Reading:
    address = web_address(_header(part, "Content-Location")) or context.address
    pictures = _pictures(message)

    def find(reference: str) -> bytes | None:
        known = pictures.get(reference) or pictures.get(urljoin(address or "", reference))
        return known or context.find(reference)

    reading = html.read(content, name, keep, replace(context, find=find, address=address))
    return reading if address else _mailed(reading, message)


def _pictures(message: EmailMessage) -> dict[str, bytes]:
    """Return the pictures in a file, by their addresses and by the ids that a page uses."""
    found: dict[str, bytes] = {}
    for part in message.walk():
        if part.get_content_maintype() == "image":
            data = part.get_payload(decode=True)
            names = _header(part, "Content-Location"), f"cid:{_header(part, 'Content-ID')[1:-1]}"
            found |= {name: data for name in names if isinstance(data, bytes)}
    return found


def _mailed(reading: Reading, message: EmailMessage) -> Reading:
    """Return the reading of a mail's text: its subject is the title, where the text has none."""
    subject = _REPLY.sub("", tidy(_header(message, "Subject")), count=1).strip()
    title = reading.about.title
    if subject and title and ends_sentence(title):
        reading = replace(reading, blocks=(*paragraphs([Run(title)]), *reading.blocks))
        title = None
    told = {name: _header(message, name) for name in ("From", "To", "Date")}
    carried = [str(part.get_filename() or "") for part in message.iter_attachments()]
    return replace(
        reading,
        about=replace(reading.about, title=title).over(About(title=subject or None)),
        dropped=(
            *(Dropped(tidy(f"{name}: {value}"), _HEADER) for name, value in told.items() if value),
            *(Dropped(tidy(file), _ATTACHED) for file in carried if file),
            *reading.dropped,
        ),
    )
