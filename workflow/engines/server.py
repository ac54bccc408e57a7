"""Asking a translation server: JSON over HTTP, with patience and without surprises.

Only the server that the settings name is asked. A redirect is refused, since it would carry texts
to somebody whom nobody named. The key comes from an environment variable, and stands in no message.
"""

import json
import os
import time
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from workflow import __version__
from workflow.engines.engine import Notice
from workflow.errors import MissingPart
from workflow.workspace.settings import ServerSettings

MOST_BYTES: Final = 16 * 1024 * 1024
"""The largest answer that is read."""
_TRIES = 4
_LONGEST_WAIT = 60.0
_BUSY = frozenset({429, 502, 503, 504})
"""HTTP statuses that may be gone a moment later (RFC 9110, RFC 6585)."""


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return


_OPENER = build_opener(_NoRedirects)


@dataclass(frozen=True)
class Server:
    """A server that the settings name, for the engine called `engine`."""

    engine: str
    settings: ServerSettings

    @property
    def host(self) -> str:
        """Where texts go."""
        return urlsplit(self.settings.url).netloc

    @property
    def notice(self) -> Notice:
        """What a user must know before a text is sent."""
        return Notice(
            f"{self.engine} sends the texts to {self.host}, as the settings say",
            "To keep them on this machine, choose another engine with --engine, such as argos.",
        )

    def key(self) -> str:
        """Return the server's key, empty where it needs none.

        Raises MissingPart where the settings name a variable and it is not set.
        """
        name = self.settings.key
        value = os.environ.get(name, "").strip() if name else ""
        if name and not value:
            raise MissingPart(
                f"{self.engine} needs a key, and {name} is not set",
                hint=f"Put the server's key into the environment variable {name}.",
            )
        return value

    def ask(self, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
        """Return the JSON value that the server answers; with a `body`, it is posted as JSON.

        A busy server is asked again, when it says. Raises MissingPart where it does not answer, or
        not with JSON.
        """
        request = Request(  # noqa: S310 - the settings allow only http and https
            self.settings.url + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Accept": "application/json",
                "Content-Type": "application/json",
                "User-Agent": f"newsroom-workflow/{__version__}",
                **(headers or {}),
            },
        )
        for tried in range(1, _TRIES + 1):
            try:
                with _OPENER.open(request, timeout=self.settings.timeout) as answer:
                    return self._value(answer.read(MOST_BYTES + 1))
            except HTTPError as error:
                with error:
                    if error.code not in _BUSY or tried == _TRIES:
                        raise self._refused(error) from None
                    wait = _asked_wait(error.headers)
            except (URLError, HTTPException, OSError) as error:
                if tried == _TRIES:
                    raise self._silent(error) from None
                wait = None
            time.sleep(2.0 ** (tried - 1) if wait is None else wait)
        raise AssertionError("the last try returns or raises")

    def failure(self, problem: str) -> MissingPart:
        """Return the error that the server did something that the engine cannot use."""
        return MissingPart(
            f"{self.engine} ({self.host}) {problem}",
            hint=f"Look at [engines.{self.engine}] in the settings, or use another engine "
            "with --engine.",
        )

    def _value(self, data: bytes) -> Any:
        if len(data) > MOST_BYTES:
            raise self.failure("answers more than can be read")
        try:
            return json.loads(data)
        except (ValueError, RecursionError):
            raise self.failure("does not answer with JSON") from None

    def _refused(self, error: HTTPError) -> MissingPart:
        if 300 <= error.code < 400:
            place = urlsplit(error.headers.get("Location", "")).netloc or "another place"
            return self.failure(f"sends us on to {place}, which the settings do not name")
        if error.code in (401, 403):
            return self.failure(f"does not accept our key (HTTP {error.code})")
        return self.failure(f"refuses (HTTP {error.code})")

    def _silent(self, error: Exception) -> MissingPart:
        reason = getattr(error, "reason", error)
        return self.failure(f"does not answer: {str(reason) or type(reason).__name__}")


def _asked_wait(headers: Message) -> float | None:
    """Return how long a busy server asks us to wait, in seconds, None where it does not say."""
    value = headers.get("Retry-After", "")
    return min(float(value), _LONGEST_WAIT) if value.isascii() and value.isdigit() else None
