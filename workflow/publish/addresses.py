"""Which addresses and media paths from a text may stand in an output."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from workflow.errors import InputError

_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")

MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
    ".flac": "audio/flac",
}
"""Media types of what can be published, by file ending. SVG can run scripts: it is out."""


def safe_url(address: str) -> str | None:
    """Return an address that can be linked to, None for one that could run code or reads a file.

    Allowed are `http`, `https`, `mailto`, `tel` and a place on the same page (`#…`).
    """
    address = address.strip()
    if _HIDDEN.search(address):
        return None
    if address.startswith("#"):
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SAFE_SCHEMES:
        return None
    if parts.scheme.lower() in ("http", "https") and not parts.hostname:
        return None
    return address


def is_web_address(address: str) -> bool:
    """Tell whether an address leads to the web rather than into `media/`."""
    return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", address))


def media_path(reference: str) -> str:
    """Return the path below `media/` that a text means by `media/photo.jpg` or `photo.jpg`.

    Raises InputError for a path that leads out of that folder and for a kind of file that is not
    published.
    """
    text = unquote(reference)
    path = PurePosixPath(text)
    if path.parts[:1] == ("media",):
        path = PurePosixPath(*path.parts[1:])
    if (
        _HIDDEN.search(text.replace(" ", ""))
        or "\\" in text
        or ":" in text
        or path.is_absolute()
        or not path.parts
        or any(part.startswith(".") for part in path.parts)
    ):
        raise InputError(
            f"{reference!r} is not a file in the article's media folder",
            hint="Put the file into media/ and name it as media/photo.jpg.",
        )
    if path.suffix.lower() not in MEDIA_TYPES:
        raise InputError(
            f"{reference!r} is not a kind of file that is published",
            hint=f"Use one of these: {' '.join(MEDIA_TYPES)}",
        )
    return str(path)
