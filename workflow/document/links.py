"""Which addresses may stand in an article: none that run code, no file outside `media/`."""

import re
from urllib.parse import unquote, urlsplit

_PERSONAL = re.compile(r"(?:mailto|tel):[^\s\\]+", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f\\]")


def is_web_address(url: str) -> bool:
    """Say whether `url` is an absolute http or https address."""
    if _UNPRINTABLE.search(url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)


def is_inside(path: str) -> bool:
    """Say whether a relative `path` stays below the folder that it starts from, on any system."""
    plain = unquote(path)
    if not plain or re.search(r"[\x00-\x1f\x7f\\:]", plain):
        return False
    return all(part not in {"", ".", ".."} for part in plain.split("/"))


def is_media(url: str) -> bool:
    """Say whether a link in the body points to a file of the article's own `media/` folder."""
    return url.startswith("media/") and is_inside(url)


def may_link(url: str) -> bool:
    """Say whether the body may link to `url`: the web, a person, or a file below `media/`."""
    return is_web_address(url) or is_media(url) or bool(_PERSONAL.fullmatch(url))


def may_show(url: str) -> bool:
    """Say whether the body may show the picture at `url`: https, or a file below `media/`."""
    return is_media(url) or (url.lower().startswith("https:") and is_web_address(url))
