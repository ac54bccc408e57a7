"""Pages from the web, with guards: public addresses alone, little time, little data, robots heard.

A name is resolved once, each of its addresses is judged, and the connection goes to one of those
that were judged: a name that answers differently the second time (DNS rebinding) gains nothing.
Every redirect is judged like the first address. Proxies of the environment are not used.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from workflow import __version__
from workflow.document.importing.encoding import MAX_SIZE
from workflow.document.importing.robots import may_fetch
from workflow.errors import InputError

AGENT = f"newsroom-workflow/{__version__}"
MAX_REDIRECTS = 5
MAX_SECONDS = 60.0
"""How long one page may take, its redirects and robots.txt counted in."""

_SILENCE = 15.0
_CHUNK = 64 * 1024
_MAX_ROBOTS = 500 * 1024
_REDIRECTS = {301, 302, 303, 307, 308}
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_PLAIN = "/?&=%:;,+$!*'()~@[]"
_BY_HAND = "Save the page from your browser and give its file."

Resolve = Callable[[str, int], Sequence[str]]
"""Returns the IP addresses of a host; the number is the port."""

Allow = Callable[[str], bool]
"""Says whether an IP address may be visited."""


@dataclass(frozen=True)
class Fetched:
    """A page: its bytes, the address where it was found in the end, and a file name for it."""

    data: bytes
    url: str
    name: str


@dataclass(frozen=True)
class _Answer:
    status: int
    location: str | None
    type: str
    data: bytes


def addresses(host: str, port: int) -> list[str]:
    """Return what the system's resolver says of a host. Raises OSError where it knows none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the public internet, also inside another (RFC 6890)."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inside = ip.ipv4_mapped or ip.sixtofour or _behind_nat64(ip)
        if ip.teredo or (inside and not is_public(str(inside))):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def fetch(
    url: str,
    *,
    resolve: Resolve = addresses,
    allow: Allow = is_public,
    seconds: float = MAX_SECONDS,
) -> Fetched:
    """Return the page at `url`.

    Raises InputError for an address that is not http or https or not public, for a page that its
    site's robots.txt closes, that is too large, too slow, moves too often, or is no text.
    """
    visit = _Visit(url, resolve, allow, time.monotonic() + seconds)
    here = visit.checked(url)
    for _ in range(MAX_REDIRECTS + 1):
        visit.heed_robots(here)
        answer = visit.get(here, MAX_SIZE)
        if answer.status not in _REDIRECTS or not answer.location:
            return visit.page(here, answer)
        here = visit.moved(here, answer.location)
    raise visit.refused(f"moved more than {MAX_REDIRECTS} times")


class _Visit:
    """One page with all that must be asked for on the way to it."""

    def __init__(self, url: str, resolve: Resolve, allow: Allow, end: float) -> None:
        self._url, self._resolve, self._allow, self._end = url, resolve, allow, end
        self._heeded: dict[tuple[str, str], bytes | None] = {}

    def refused(self, problem: str) -> InputError:
        return InputError(f"{self._url}: {problem}", hint=_BY_HAND)

    def checked(self, url: str) -> SplitResult:
        """Return the parts of an address. Raises InputError for one that is not visited."""
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname, parts.port
        except ValueError:
            raise self.refused("this is not an address") from None
        if parts.scheme not in ("http", "https") or not host:
            raise self.refused("only http and https addresses are fetched")
        if parts.username is not None or parts.password is not None:
            raise self.refused("an address with a name or a password in it is not fetched")
        if any(char <= " " or char == "\x7f" for char in url):
            raise self.refused("this is not an address")
        return parts

    def moved(self, here: SplitResult, location: str) -> SplitResult:
        """Return where a page has moved to."""
        try:
            there = self.checked(urljoin(urlunsplit(here), location.strip()))
        except ValueError:
            raise self.refused("moved to what is no address") from None
        if here.scheme == "https" and there.scheme == "http":
            raise self.refused("moved from https to http, where anybody on the way can change it")
        return there

    def heed_robots(self, here: SplitResult) -> None:
        """Ask a site's robots.txt (RFC 9309). Raises InputError where it closes the page."""
        site = (here.scheme, here.netloc)
        if site not in self._heeded:
            self._heeded[site] = self._robots(here._replace(path="/robots.txt", query=""))
        rules = self._heeded[site]
        if rules is None or not may_fetch(rules, AGENT, urlunsplit(here)):
            raise self.refused("the site asks programs not to fetch this page (robots.txt)")

    def _robots(self, here: SplitResult) -> bytes | None:
        """Return a site's rules, empty where it has none, None where they cannot be had."""
        for _ in range(MAX_REDIRECTS + 1):
            answer = self.get(here, _MAX_ROBOTS, cut=True)
            if answer.status not in _REDIRECTS or not answer.location:
                break
            here = self.moved(here, answer.location)
        if answer.status >= 500:
            return None
        return answer.data if answer.status == 200 else b""

    def page(self, here: SplitResult, answer: _Answer) -> Fetched:
        """Return an answer as a page. Raises InputError for an error page and for no text."""
        if answer.status != 200:
            reason = http.client.responses.get(answer.status, "no such answer is known")
            raise self.refused(f"the site answered {answer.status} ({reason})")
        if answer.type not in _TYPES:
            raise self.refused(f"this is {answer.type or 'of no stated type'}, not a page")
        url = urlunsplit(here._replace(fragment=""))
        return Fetched(answer.data, url, f"{here.hostname}{_TYPES[answer.type]}")

    def get(self, here: SplitResult, limit: int, *, cut: bool = False) -> _Answer:
        """Ask one server for one thing; of what is longer than `limit`, `cut` takes the start."""
        path = (here.path or "/") + (f"?{here.query}" if here.query else "")
        headers = {
            "User-Agent": AGENT,
            "Accept": "text/html, text/plain;q=0.9, */*;q=0.1",
            "Accept-Encoding": "identity",
        }
        try:
            with self._connected(here) as connection:
                connection.request("GET", quote(path, safe=_PLAIN), headers=headers)
                with connection.getresponse() as response:
                    data = self._body(response, limit, cut=cut)
                    kind = response.headers.get_content_type() if response.headers else ""
                    location = response.headers.get("Location")
                    return _Answer(response.status, location, kind, data)
        except (OSError, ValueError, http.client.HTTPException, zlib.error) as error:
            if time.monotonic() >= self._end or isinstance(error, TimeoutError):
                raise self.refused("took too long") from None
            raise self.refused(f"cannot be fetched ({error or type(error).__name__})") from None

    @contextmanager
    def _connected(self, here: SplitResult) -> Iterator[http.client.HTTPConnection]:
        """Connect to an address that was judged; when the time is over, the line is cut."""
        host = here.hostname or ""
        port = here.port or (443 if here.scheme == "https" else 80)
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        line = socket.create_connection((self._judged(host, port), port), min(left, _SILENCE))
        lines = [line]
        watch = threading.Timer(max(self._end - time.monotonic(), 0), _cut, [lines])
        watch.daemon = True
        watch.start()
        try:
            if here.scheme == "https":
                line = ssl.create_default_context().wrap_socket(line, server_hostname=host)
                lines.append(line)
            connection = http.client.HTTPConnection(host, port)
            connection.default_port = port if here.port is None else 80
            connection.sock = line
            yield connection
        finally:
            watch.cancel()
            line.close()

    def _judged(self, host: str, port: int) -> str:
        found = self._resolve(host, port)
        if not found:
            raise self.refused("nobody knows where this is")
        if not all(map(self._allow, found)):
            raise self.refused("this address is not on the public internet")
        return found[0]

    def _body(self, response: http.client.HTTPResponse, limit: int, *, cut: bool) -> bytes:
        packed = response.headers.get("Content-Encoding", "identity").strip().lower()
        if packed not in ("identity", "gzip", "x-gzip", ""):
            raise self.refused(f"is packed in an unknown way ({packed})")
        unpacker = zlib.decompressobj(wbits=31) if packed.endswith("gzip") else None
        data = bytearray()
        while len(data) <= limit and (chunk := response.read1(_CHUNK)):
            room = limit + 1 - len(data)
            data += unpacker.decompress(chunk, room) if unpacker else chunk
        if time.monotonic() >= self._end:
            raise TimeoutError
        if len(data) <= limit and response.length:
            raise self.refused("the connection broke off")
        if len(data) > limit and not cut:
            raise self.refused(f"larger than {limit // 2**20} MB")
        return bytes(data[:limit])


def _behind_nat64(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the address inside one of 64:ff9b::/96 (RFC 6052)."""
    if ip not in ipaddress.IPv6Network("64:ff9b::/96"):
        return None
    return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)


def _cut(lines: Sequence[socket.socket]) -> None:
    """Cut the line of a visit, which TLS has wrapped into another one."""
    with suppress(OSError):
        lines[-1].shutdown(socket.SHUT_RDWR)
