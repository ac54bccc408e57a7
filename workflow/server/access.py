"""Who is signed in: links that let a person in once, and the sessions that come of them.

A link or a session is a random token. What is kept of it is its SHA-256, in a file of the
workspace's cache that only its owner may read: whoever sees the file can sign in as nobody.
"""

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import RLock

from workflow.workspace.files import write_atomic
from workflow.workspace.locks import locked

DAY = 24 * 3600.0
LINK_LASTS = 7 * DAY
"""How long a personal link waits to be used, in seconds."""
LAUNCH_LASTS = 3600.0
"""How long the link waits that the one at the machine is shown."""
SESSION_LASTS = 14 * DAY
"""After how long everybody has to be let in again."""
IDLE_LASTS = DAY
"""After how long without a request a session ends."""
_NOTED = 300.0
"""How exactly the last request of a session is written down, in seconds."""
_MOST = 1000
"""How many links and sessions there may be; the oldest go first."""


@dataclass(frozen=True, kw_only=True)
class Grant:
    """A link or a session of `person`, a contributor's id. Times are seconds since the epoch."""

    person: str
    link: bool
    until: float
    used: float


class Access:
    """Links and sessions in `folder`; other processes may make links there at any time."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._folder, self._clock = folder, clock
        self._path = folder / "access.json"
        self._lock = RLock()
        self._stamp: tuple[int, int, int] | None = None
        self._grants: dict[str, Grant] = {}

    @property
    def address(self) -> str | None:
        """How browsers reach the server, as it was told last; None where none has run."""
        try:
            return (self._folder / "address").read_text(encoding="utf-8")
        except OSError:
            return None

    @address.setter
    def address(self, address: str) -> None:
        write_atomic(self._folder / "address", address.encode())

    def link(self, person: str, lasts: float = LINK_LASTS) -> str:
        """Return the token of a new link that lets a person in, once."""
        with self._changing() as grants:
            return self._granted(grants, person, link=True, lasts=lasts)

    def invited(self, token: str) -> str | None:
        """Return whom a link lets in, None where it was used, revoked or is too old."""
        grant = self._standing(token)
        return grant.person if grant and grant.link else None

    def enter(self, token: str) -> str | None:
        """Use up a link and return the token of the session that it opens, None where it cannot."""
        with self._changing() as grants:
            grant = self._standing(token)
            if grant is None or not grant.link:
                return None
            del grants[_digest(token)]
            return self._granted(grants, grant.person, link=False, lasts=SESSION_LASTS)

    def person(self, session: str) -> str | None:
        """Return whose session this is, None where it has ended."""
        grant = self._standing(session)
        if grant is None or grant.link:
            return None
        now = self._clock()
        if now - grant.used > _NOTED:
            with self._changing() as grants:
                if _digest(session) in grants:
                    grants[_digest(session)] = replace(grant, used=now)
        return grant.person

    def leave(self, session: str) -> None:
        """End a session."""
        with self._changing() as grants:
            grants.pop(_digest(session), None)

    def revoke(self, person: str) -> int:
        """End all sessions and links of a person, and return how many there were."""
        with self._changing() as grants:
            gone = [key for key, grant in grants.items() if grant.person == person]
            for key in gone:
                del grants[key]
        return len(gone)

    def _granted(self, grants: dict[str, Grant], person: str, *, link: bool, lasts: float) -> str:
        token = secrets.token_urlsafe(32)
        now = self._clock()
        grants[_digest(token)] = Grant(person=person, link=link, until=now + lasts, used=now)
        return token

    def _standing(self, token: str) -> Grant | None:
        with self._lock:
            self._read()
            grant = self._grants.get(_digest(token))
        return grant if grant and self._lasts(grant) else None

    def _lasts(self, grant: Grant) -> bool:
        now = self._clock()
        return now < grant.until and (grant.link or now < grant.used + IDLE_LASTS)

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Grant]]:
        """Let the grants be changed, and write them down."""
        with self._lock, locked(self._folder, "access"):
            self._read()
            before = dict(self._grants)
            yield self._grants
            if self._grants != before:
                self._write()

    def _read(self) -> None:
        try:
            found = self._path.stat()
        except OSError:
            self._grants, self._stamp = {}, None
            return
        stamp = found.st_ino, found.st_size, found.st_mtime_ns
        if stamp != self._stamp:
            self._grants, self._stamp = _parsed(self._path.read_bytes()), stamp

    def _write(self) -> None:
        latest = sorted(self._grants.items(), key=lambda item: item[1].used, reverse=True)
        self._grants = {key: grant for key, grant in latest[:_MOST] if self._lasts(grant)}
        values = {key: asdict(grant) for key, grant in self._grants.items()}
        if not self._path.exists():  # so that nobody else may read it at any moment
            self._folder.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
        write_atomic(self._path, json.dumps(values).encode())
        found = self._path.stat()
        self._stamp = found.st_ino, found.st_size, found.st_mtime_ns


def form_token(session: str) -> str:
    """Return what every form of a session carries, so that no other site can send one."""
    return hmac.new(session.encode(), b"form", hashlib.sha256).hexdigest()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _parsed(data: bytes) -> dict[str, Grant]:
    """Return the grants in the file; of a damaged one nothing, so that nobody is let in."""
    try:
        return {key: Grant(**values) for key, values in json.loads(data).items()}
    except (AttributeError, TypeError, ValueError):
        return {}
