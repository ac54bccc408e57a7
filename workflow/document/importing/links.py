"""Addresses of links: made absolute, of harmless schemes, without what only tracks the reader."""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_SCHEMES = {"http", "https", "mailto", "tel"}
_TRACKING = re.compile(
    r"utm_\w+|\w*clid|mc_[ce]id|igshid|igsh|_openstat|_hs\w+|ref_src|ref_url|mkt_tok|spm|at_\w+"
    r"|fb_\w+|_ga|_gl|cmpid|ocid|smid|oly_\w+_id|vero_id|wt_mc|yrclid|__twitter_impression",
    re.ASCII,
)


def absolute(address: str, base: str | None) -> str | None:
    """Return a link's full address, or None where it leads nowhere outside its own page.

    `base` is the address that relative links start from, if it is known.
    """
    address = re.sub(r"[\x00-\x20]+", "", address)
    if not address or address.startswith("#"):
        return None
    try:
        full = urljoin(base, address) if base else address
        parts = urlsplit(full)
        if parts.scheme not in _SCHEMES or (parts.scheme.startswith("http") and not parts.hostname):
            return None
        same_page = base and parts.fragment and urlunsplit(parts._replace(fragment="")) == base
        return None if same_page else urlunsplit(parts._replace(query=_honest(parts.query)))
    except ValueError:  # a host such as http://[
        return None


def may_lead(address: str) -> bool:
    """Say whether an address without its page's could lead to another page."""
    return bool(re.match(r"\s*(?:[./?]|[\w-]+(?:[./]|$))", address, re.ASCII))


def web_address(address: str | None, base: str | None = None) -> str | None:
    """Return `address` if it leads to a web page."""
    full = absolute(address or "", base)
    return full if full and full.startswith("http") else None


def host(address: str | None) -> str | None:
    """Return the name of an address's site, without `www.`."""
    try:
        name = urlsplit(address or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def _honest(query: str) -> str:
    """Leave out tracking parameters; a query without any stays as it is, letter by letter."""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key.lower())]
    return query if len(kept) == len(pairs) else urlencode(kept)
