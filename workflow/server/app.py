"""The application: which address is answered by what, and what stands before all of them."""

import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from workflow.server import (
    aids,
    article,
    board,
    deciding,
    people,
    previewing,
    replacing,
    signing_in,
    writing,
)
from workflow.server.desk import Desk
from workflow.server.guard import Guard
from workflow.server.limits import Limits
from workflow.server.office import Office
from workflow.server.pages import FILES, Pages
from workflow.server.refusal import Refusal, not_found
from workflow.server.visit import Handler, Visit, by_script, to_read, to_write

_TURN = 0.0005
"""How long a thread may compute before another one has its turn, in seconds: what is read behind
the scenes must not keep a save from its few steps."""
_FOREVER = "public, max-age=31536000, immutable"


class _Slug(Convertor[str]):
    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


class _Tag(_Slug):
    regex = "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*"


class _Unit(_Slug):
    regex = r"[a-z]+-[0-9a-f]{6}(?:\.[0-9]+)?"


class _Token(_Slug):
    regex = "[A-Za-z0-9_-]{20,100}"


for _name, _part in (("slug", _Slug), ("tag", _Tag), ("unit", _Unit), ("token", _Token)):
    register_url_convertor(_name, _part())


def create_app(
    root: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8765,
    url: str | None = None,
    limits: Limits | None = None,
) -> Starlette:
    """Return the application of the workspace at `root`, reached at `host` and `port`.

    `url` is how browsers reach it where a proxy with HTTPS stands before it. What the application
    keeps is at `app.state.desk`.
    """
    hosts, scheme = _addresses(host, port, url)
    desk = Desk(Office(root), Pages(), limits or Limits(), port, scheme)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        before = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        desk.office.warm_up()
        yield
        sys.setswitchinterval(before)
        desk.office.behind.close()

    app = Starlette(
        routes=list(_routes(desk)),
        middleware=[Middleware(Guard, hosts=hosts, scheme=scheme)],
        exception_handlers={HTTPException: _lost(desk), Exception: _fault(desk)},
        lifespan=life,
    )
    app.state.desk = desk
    return app


def _addresses(host: str, port: int, url: str | None) -> tuple[Collection[str], str]:
    """Return the Host headers that are ours, and the scheme."""
    if url:
        scheme, _, rest = url.partition("://")
        return [rest.rstrip("/")], scheme
    shown = f"[{host}]" if ":" in host else host
    names = [shown, "localhost"] if host in ("127.0.0.1", "::1") else [shown]
    return [name if port == 80 else f"{name}:{port}" for name in names], "http"


def _routes(desk: Desk) -> list[Route]:
    target = "/a/{slug:slug}/{tag:tag}"
    reads: dict[str, Handler] = {
        "/": board.board_page,
        target: article.article_page,
        f"{target}/rows": article.rows_fragment,
        f"{target}/changes": article.changes,
        f"{target}/next": deciding.next_page,
        f"{target}/facts": aids.facts_page,
        f"{target}/history": aids.history_page,
        f"{target}/replace": replacing.replace_page,
        f"{target}/preview": previewing.preview,
        f"{target}/u/{{unit:unit}}/aids": aids.aids_fragment,
        "/preview/{tag:tag}/{path:path}": previewing.previewed_file,
        "/help": help_page,
        "/people": people.people_page,
        f"{target}/u/{{unit:unit}}": article.unit_page,
    }
    writes: dict[str, Handler] = {
        "/leave": signing_in.leave,
        "/people/link": people.invite,
        "/people/end": people.end,
        f"{target}/u/{{unit:unit}}": writing.save_unit,
        f"{target}/comment": writing.comment,
        f"{target}/resolve": writing.resolve,
        f"{target}/u/{{unit:unit}}/waive": deciding.waive,
        f"{target}/submit": deciding.submit,
        f"{target}/approve": deciding.approve,
        f"{target}/return": deciding.send_back,
        f"{target}/vouch": deciding.vouch,
        f"{target}/claim": deciding.claim,
        f"{target}/terms": aids.add_term,
        f"{target}/replace": replacing.replace,
    }
    return [
        *(Route(f"/{name}", _file(desk, name)) for name in FILES),
        Route("/enter/{token:token}", signing_in.enter(desk), methods=["GET", "POST"]),
        *(
            Route(path, to_write(desk, handler), methods=["POST"])
            for path, handler in writes.items()
        ),
        *(Route(path, to_read(desk, handler)) for path, handler in reads.items()),
    ]


def help_page(visit: Visit) -> Response:
    """Answer with the keys, and what the signs mean."""
    return visit.page("help.html")


def _file(desk: Desk, name: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(_: Request) -> Response:
        headers = {"cache-control": _FOREVER}
        return Response(desk.pages.files[name], media_type=FILES[name], headers=headers)

    return endpoint


def _lost(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def answer(request: Request, error: Exception) -> Response:
        lost = isinstance(error, HTTPException) and error.status_code == 404
        refusal = (
            not_found()
            if lost
            else Refusal(405, "That cannot be done here.", hint="Go back to the board.")
        )
        return desk.problem(refusal, by_script=by_script(request))

    return answer


def _fault(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Answer a fault of ours; where it arose is told at the machine, and not to visitors."""

    async def answer(request: Request, _: Exception) -> Response:
        refusal = Refusal(
            500,
            "Something went wrong on the server.",
            hint="Nothing that you had saved is lost. Tell the person who runs it.",
        )
        return desk.problem(refusal, by_script=by_script(request))

    return answer
