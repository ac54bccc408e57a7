"""Readable ASCII names for folders and addresses, from a title in any script."""

import re

from anyascii import anyascii

MAX_LENGTH = 60
"""The longest slug that is made, in characters."""

_APOSTROPHES = re.compile(r"[`'’ʼʹʺ\"]")
_IDEOGRAPHS = (
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
"""The first and the last of each block; a pattern of such long ranges takes a while to compile."""
_RESERVED = re.compile(r"con|prn|aux|nul|conin|conout|com\d|lpt\d")
"""Names that Windows keeps for devices, with or without an extension
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""


def slug(title: str) -> str:
    """Return lower-case ASCII words joined by hyphens, for example `verkhovnyy-sud-otkazal`.

    The result is never empty, never longer than `MAX_LENGTH`, ends with a whole word where it can,
    and is never a name that Windows reserves.
    """
    spaced = "".join(f" {sign} " if _is_ideograph(sign) else sign for sign in title)
    plain = _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", spaced))).lower()
    name = _cut(re.findall(r"[a-z0-9]+", plain)) or "article"
    return f"{name}-article" if _RESERVED.fullmatch(name) else name


def _is_ideograph(sign: str) -> bool:
    return any(first <= sign <= last for first, last in _IDEOGRAPHS)


def _cut(words: list[str]) -> str:
    """Join as many words as fit; a first word that is too long is cut."""
    name = words[0][:MAX_LENGTH] if words else ""
    for word in words[1:]:
        if len(name) + 1 + len(word) > MAX_LENGTH:
            break
        name = f"{name}-{word}"
    return name
