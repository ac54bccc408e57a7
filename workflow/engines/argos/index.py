"""Argos's index of language packages: read and downloaded from only when a user asks for it."""

import json
import re
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from workflow import __version__
from workflow.engines.argos.package import Metadata, metadata_of
from workflow.errors import InputError, MissingPart

_MOST_INDEX = 16 * 1024**2
_MOST_PACKAGE = 2 * 1024**3
_PORTION = 256 * 1024
_SECONDS = 30

Received = Callable[[int, int | None], None]
"""Is told the bytes received so far, and how many there will be where that is known."""


@dataclass(frozen=True)
class Offer:
    """A package of the index and the addresses where it can be had."""

    metadata: Metadata
    links: tuple[str, ...]

    @property
    def source(self) -> str:
        """The language it translates from."""
        return self.metadata.source

    @property
    def target(self) -> str:
        """The language it translates into."""
        return self.metadata.target


def fetch_offers(address: str) -> list[Offer]:
    """Read the index at an address: the newest package of each pair.

    Raises MissingPart when it cannot be reached or is no index.
    """
    raw = bytearray()
    with _opened(address) as response:
        for portion in _portions(response, _MOST_INDEX, address):
            raw += portion
    try:
        entries = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _unreachable(address, "what it sends is not an index") from error
    newest: dict[tuple[str, str], Offer] = {}
    for entry in entries if isinstance(entries, list) else []:
        offer = _offer(entry, address)
        if offer is None:
            continue
        pair = offer.source, offer.target
        if pair not in newest or _version(offer) > _version(newest[pair]):
            newest[pair] = offer
    return list(newest.values())


def download(offer: Offer, path: Path, received: Received | None = None) -> None:
    """Download a package into a file, from the first of its addresses that answers.

    Raises MissingPart when none does.
    """
    for number, link in enumerate(offer.links, start=1):
        try:
            return _save(link, path, received)
        except MissingPart:
            if number == len(offer.links):
                raise
    raise _unreachable(offer.metadata.label, "the index names no address that can be used")


def _save(link: str, path: Path, received: Received | None) -> None:
    done = 0
    with _opened(link) as response, path.open("wb") as file:
        length = response.headers.get("Content-Length", "")
        total = int(length) if length.isdecimal() else None
        for portion in _portions(response, _MOST_PACKAGE, link):
            file.write(portion)
            done += len(portion)
            if received:
                received(done, total)


def _offer(entry: object, address: str) -> Offer | None:
    """Return a package of the index; None for what is no translation package or is out of shape."""
    if not isinstance(entry, dict):
        return None
    try:
        metadata = metadata_of(entry, where=address)
    except InputError:  # the index also lists sentence splitters
        return None
    links = entry.get("links")
    usable = (
        [link for link in links if _may_fetch(link, address)] if isinstance(links, list) else []
    )
    return Offer(metadata, tuple(usable))


def _may_fetch(link: object, address: str) -> bool:
    """Allow https, and whatever the index itself is fetched by from the same host."""
    if not isinstance(link, str):
        return False
    try:
        parts, index = urlsplit(link), urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" or (parts.scheme, parts.netloc) == (index.scheme, index.netloc)


def _version(offer: Offer) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", offer.metadata.version)]


@contextmanager
def _opened(address: str) -> Iterator[Any]:
    if urlsplit(address).scheme not in ("http", "https"):
        raise _unreachable(address, "it is not a web address")
    headers = {"User-Agent": f"newsroom-workflow/{__version__}"}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - the scheme is checked
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310
            yield response
    except (OSError, HTTPException, ValueError) as error:
        raise _unreachable(address, str(getattr(error, "reason", error))) from error


def _portions(response: Any, most: int, address: str) -> Iterator[bytes]:
    done = 0
    while portion := response.read(_PORTION):
        done += len(portion)
        if done > most:
            raise _unreachable(address, f"it sends more than {most // 1024**2} MB")
        yield portion


def _unreachable(address: str, reason: str) -> MissingPart:
    return MissingPart(
        f"{address} cannot be read: {reason}",
        hint="Try again when you are online, or install an .argosmodel file that you have: "
        "workflow models install FILE",
    )
