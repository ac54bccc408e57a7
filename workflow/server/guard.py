"""What stands before every page: nothing passes that a browser on our own page would not send.

A page on another site can make a visitor's browser ask this server for things: by its true name,
or by a name of its own that it lets point here (DNS rebinding). So the Host header must be ours to
the letter; what writes must come from a page of ours (Origin, Fetch Metadata:
https://www.w3.org/TR/fetch-metadata/); and what is read from elsewhere may only be a link that
somebody follows.
"""

from collections.abc import Collection, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no-referrer a form's Origin would be null
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""On every response; a handler may set its own instead."""
_FORM = "application/x-www-form-urlencoded"


class Guard:
    """Refuses requests whose Host is not one of `hosts` (`127.0.0.1:8000`), or that come from
    elsewhere; `scheme` is the one under which browsers see the page.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], scheme: str) -> None:
        self._app, self._hosts = app, frozenset(hosts)
        self._origins = {host: f"{scheme}://{host}" for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refused request, and pass on all others."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(message)
            await send(message)

        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, sending)
        else:
            status, reason = refusal
            await PlainTextResponse(f"{reason}\n", status)(scope, receive, sending)

    def _refusal(self, scope: MutableMapping[str, Any]) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            return 421, "This server does not answer to that name."
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return 405, "That cannot be done here."
        if scope["method"] == "POST":
            return _writing(headers, self._origins[hosts[0]])
        return _reading(headers)


def _writing(headers: Headers, origin: str) -> tuple[int, str] | None:
    if headers.getlist("origin") != [origin]:
        return 403, "This did not come from a page of this server."
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return 403, "This did not come from a page of this server."
    if headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        return 415, "Only forms are taken."
    return None


def _reading(headers: Headers) -> tuple[int, str] | None:
    """Refuse what another site reads or shows; that somebody follows a link from there is fine."""
    if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return None
    followed = headers.get("sec-fetch-mode") == "navigate"
    if followed and headers.get("sec-fetch-dest") == "document":
        return None
    return 403, "Other sites may not read this."


def _add_headers(message: Message) -> None:
    headers = MutableHeaders(scope=message)
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
