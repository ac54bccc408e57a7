"""Web and e-mail addresses."""

import difflib
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from workflow.checks.check import Context, Mark, Pair, check
from workflow.checks.finding import Severity
from workflow.checks.plain import ADDRESS

_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)
_BROKEN = re.compile(
    r"https?\s*:\s*/\s*/?\s+\S+|https?\s+:\s*//\S*|\bwww\s+\.\s*\S+|\bwww\.\s+\w+\.\w+"
    r"|[\w.+-]+\s+@\s+[\w-]+\.\w+|[\w.+-]+@[\w-]+\s+\.\s*\w+",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"^[a-z]{2}(?:-[a-z]{2})?$", re.IGNORECASE)
_NEAR = 0.6


@check("addresses", Severity.ERROR, bilingual=True)
def addresses(pair: Pair, _: Context) -> Iterator[Mark]:
    """A web or e-mail address that is lost, changed or damaged.

    Why: engines translate, split and shorten addresses, and a reader is led astray. Another
        language version of the same page is no change.

    Fails (ru → en): Пишите на help@bulletin.example. ⇒ Write to help @ bulletin.example.
    Fails (ru → en): [Доклад](https://un.example/docs/12) ⇒ [Report](https://un.example/docs/21)
    Passes (ru → en): См. https://ru.wiki.example/wiki/1 ⇒ See https://en.wiki.example/wiki/1
    """
    if not _has_address(pair.source or "") and not _has_address(pair.target):
        return
    there = {_key(found.group()): found.group() for found in _ADDRESS.finditer(pair.source or "")}
    here = {_key(found.group()): found for found in _ADDRESS.finditer(pair.target)}
    lost = [address for key, address in there.items() if key not in here]
    broken = [
        match for match in _BROKEN.finditer(pair.target) if match.group() not in (pair.source or "")
    ]
    for match in broken:
        mend = _nearest(match.group(), lost)
        lost = [address for address in lost if address not in mend]
        yield Mark(f"The address “{match.group()}” is damaged.", match.span(), mend, raw=True)
    for match in (match for key, match in here.items() if key not in there):
        if any(match.start() < part.end() and part.start() < match.end() for part in broken):
            continue
        mend = _nearest(match.group(), lost)
        lost = [address for address in lost if address not in mend]
        yield Mark(
            f"The address {match.group()} is not that of the source.",
            match.span(),
            mend,
            raw=True,
            severity=None if mend else Severity.WARNING,
        )
    for address in lost:
        yield Mark(f"The address {address} is lost.", subject=address)


def _has_address(text: str) -> bool:
    return "://" in text or "www" in text or "@" in text


def _key(address: str) -> str:
    """Return what makes an address the same: case and language version do not."""
    if "@" in address:
        return address.lower()
    parts = urlsplit(address if "://" in address else f"http://{address}")
    host = [label for label in parts.netloc.lower().split(".") if label != "www"]
    host = [label for label in host[:-2] if not _LANGUAGE.match(label)] + host[-2:]
    steps = [step for step in parts.path.split("/") if step and not _LANGUAGE.match(step)]
    if steps and "wiki" in parts.path:
        steps = ["wiki"]
    return "/".join([".".join(host), *steps, parts.query, parts.fragment])


def _nearest(text: str, addresses: list[str]) -> tuple[str, ...]:
    whole = "".join(text.split())
    return tuple(difflib.get_close_matches(whole, addresses, n=1, cutoff=_NEAR))
