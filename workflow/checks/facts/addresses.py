"""The web and e-mail addresses of a source held against those of its translation."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from workflow.checks.check import Pair
from workflow.checks.facts.fact import Entry, Fact, FactKind, Standing
from workflow.checks.plain import ADDRESS

_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)
_BROKEN = re.compile(
    r"https?\s*:\s*/\s*/?\s+\S+|https?\s+:\s*//\S*|\bwww\s+\.\s*\S+|\bwww\.\s+\w+\.\w+"
    r"|[\w.+-]+\s+@\s+[\w-]+\.\w+|[\w.+-]+@[\w-]+\s+\.\s*\w+",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"^[a-z]{2}(?:-[a-z]{2})?$", re.IGNORECASE)
_NEAR = 0.6


@dataclass(frozen=True)
class ComparedAddresses:
    """What has become of the addresses of a unit; spans count in the raw texts.

    `same` are pairs of spans (source, translation); `damaged` and `changed` are spans of the
    translation with the address of the source that is meant, if one is near; `missing` are spans
    of the source.
    """

    same: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    damaged: tuple[tuple[tuple[int, int], str | None], ...] = ()
    changed: tuple[tuple[tuple[int, int], str | None], ...] = ()
    missing: tuple[tuple[int, int], ...] = ()


def compare_addresses(pair: Pair) -> ComparedAddresses:
    """Return what has become of the addresses of a unit.

    Two addresses are the same where only case, `www` or the language version differs.
    """
    source = pair.source or ""
    if not _has_address(source) and not _has_address(pair.target):
        return ComparedAddresses()
    there = {_key(found.group()): found for found in _ADDRESS.finditer(source)}
    here = {_key(found.group()): found for found in _ADDRESS.finditer(pair.target)}
    lost = {match.group(): match for key, match in there.items() if key not in here}
    broken = [match for match in _BROKEN.finditer(pair.target) if match.group() not in source]
    odd = [
        match
        for key, match in here.items()
        if key not in there
        and not any(match.start() < part.end() and part.start() < match.end() for part in broken)
    ]
    return ComparedAddresses(
        same=tuple(
            (there[key].span(), match.span()) for key, match in here.items() if key in there
        ),
        damaged=tuple((match.span(), _take_nearest(match.group(), lost)) for match in broken),
        changed=tuple((match.span(), _take_nearest(match.group(), lost)) for match in odd),
        missing=tuple(match.span() for match in lost.values()),
    )


def address_entries(pair: Pair) -> Iterator[Entry]:
    """Yield the rows of the ledger that are addresses."""
    source = pair.source or ""
    compared = compare_addresses(pair)
    for there, here in compared.same:
        yield Entry(_fact(source, there), _fact(pair.target, here), Standing.SAME)
    for here, meant in (*compared.damaged, *compared.changed):
        if meant is None:
            yield Entry(None, _fact(pair.target, here), Standing.ADDED)
        else:
            start = source.index(meant)
            there = (start, start + len(meant))
            yield Entry(_fact(source, there), _fact(pair.target, here), Standing.CHANGED)
    for there in compared.missing:
        yield Entry(_fact(source, there), None, Standing.MISSING)


def _fact(text: str, span: tuple[int, int]) -> Fact:
    written = text[slice(*span)]
    return Fact(FactKind.EMAIL if "@" in written else FactKind.WEB, written, span)


def _has_address(text: str) -> bool:
    return "://" in text or "www" in text or "@" in text


def _key(address: str) -> str:
    """Return what makes an address the same: case and language version do not."""
    if "@" in address:
        return address.lower()
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
    except ValueError:  # half of an IPv6 address in brackets
        return address.lower()
    host = [label for label in parts.netloc.lower().split(".") if label != "www"]
    host = [label for label in host[:-2] if not _LANGUAGE.match(label)] + host[-2:]
    steps = [step for step in parts.path.split("/") if step and not _LANGUAGE.match(step)]
    if steps and "wiki" in parts.path:
        steps = ["wiki"]
    return "/".join([".".join(host), *steps, parts.query, parts.fragment])


def _take_nearest(text: str, lost: dict[str, re.Match[str]]) -> str | None:
    """Take the lost address that is most like `text` out of `lost` and return it."""
    near = difflib.get_close_matches("".join(text.split()), list(lost), n=1, cutoff=_NEAR)
    if not near:
        return None
    del lost[near[0]]
    return near[0]
