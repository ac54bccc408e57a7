"""robots.txt: what a site asks programs not to fetch (RFC 9309)."""

import re
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

_PRODUCT = re.compile(r"[A-Za-z_-]+")
_MAX_RULES = 5_000


@dataclass
class _Group:
    agents: list[str] = field(default_factory=list)
    rules: list[tuple[bool, str]] = field(default_factory=list)


def may_fetch(rules: bytes, agent: str, url: str) -> bool:
    """Say whether a site's rules let a program fetch a page; `agent` begins with its name."""
    match = _PRODUCT.match(agent)
    name = match[0].lower() if match else agent.lower()
    groups = _groups(rules.decode("utf-8", "replace").removeprefix("\ufeff"))
    own = [group for group in groups if name in group.agents]
    chosen = own or [group for group in groups if "*" in group.agents]
    parts = urlsplit(url)
    path = _folded((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    fitting = [
        (len(pattern), allowed)
        for group in chosen
        for allowed, pattern in group.rules
        if pattern and _fits(pattern, path)
    ]
    return max(fitting, default=(0, True))[1]


def _groups(text: str) -> list[_Group]:
    groups: list[_Group] = []
    for line in text.splitlines()[:_MAX_RULES]:
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            if not groups or groups[-1].rules:
                groups.append(_Group())
            groups[-1].agents.append(value.lower())
        elif key in ("allow", "disallow") and groups:
            groups[-1].rules.append((key == "allow", _folded(value)))
    return groups


def _fits(pattern: str, path: str) -> bool:
    """Say whether a path begins as a pattern says; `*` is any text, `$` at the end the end.

    Pieces are looked for from left to right, which takes no longer than path times pattern.
    """
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for index, piece in enumerate(others):
        if anchored and index == len(others) - 1:
            return len(path) - len(piece) >= at and path.endswith(piece)
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not anchored or at == len(path)


def _folded(path: str) -> str:
    """Write a path's bytes in one way, so that `%7E` and `~` are the same."""
    return quote(unquote(path), safe="/?&=*$:;,+!'()~@[]")
