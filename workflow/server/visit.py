"""One request of a signed-in person, from the cookie to the answer."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from workflow.errors import WorkflowError
from workflow.server.access import form_token
from workflow.server.limits import Limits
from workflow.server.permissions import Action, may
from workflow.server.refusal import Refusal
from workflow.workspace.settings import Contributor

if TYPE_CHECKING:
    from workflow.server.desk import Desk
    from workflow.server.office import Office


class Form:
    """The fields of a form or of an address; one that is not there is empty."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> str:
        return next((value for key, value in self._fields if key == name), "")

    def __contains__(self, name: str) -> bool:
        return any(key == name for key, _ in self._fields)

    def all(self, name: str) -> list[str]:
        """Return every value of a field."""
        return [value for key, value in self._fields if key == name]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What a handler gets: who asks for what.

    `origin` is how the browser reaches us (`http://127.0.0.1:8765`), `params` are the parts of the
    path.
    """

    desk: "Desk"
    person: Contributor
    session: str
    origin: str
    params: Mapping[str, str]
    query: Form
    form: Form = field(default_factory=lambda: Form([]))
    by_script: bool = False

    @property
    def office(self) -> "Office":
        """What all requests share."""
        return self.desk.office

    @property
    def token(self) -> str:
        """What the forms of this session carry."""
        return form_token(self.session)

    def may(self, action: str) -> bool:
        """Whether the person's roles let them do something that is of no target."""
        return may(self.person, Action[action])

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """Return a page made from `templates/server/`."""
        return self.desk.page(template, status, visit=self, **values)


Handler = Callable[[Visit], Response]


def to_read(desk: "Desk", handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a page that somebody who is signed in may read."""

    async def endpoint(request: Request) -> Response:
        return await _answered(desk, request, handler, Form([]))

    return endpoint


def to_write(desk: "Desk", handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a form that somebody who is signed in has sent."""

    async def endpoint(request: Request) -> Response:
        try:
            form = await read_form(request, desk.limits)
        except Refusal as refusal:
            return desk.problem(refusal, by_script=by_script(request))
        return await _answered(desk, request, handler, form)

    return endpoint


async def _answered(desk: "Desk", request: Request, handler: Handler, form: Form) -> Response:
    session = request.cookies.get(desk.cookie, "")

    def answer() -> Response:
        person = None
        try:
            person = desk.person(session)
            if person is None:
                desk.count(f"address {address(request)}")
                raise Refusal(
                    401,
                    "You are not signed in.",
                    hint="Open the link that you were given, or ask for a new one.",
                )
            desk.count(f"person {person.id}")
            if request.method == "POST":
                _refuse_forged(form, session)
            visit = Visit(
                desk=desk,
                person=person,
                session=session,
                origin=f"{desk.scheme}://{request.headers['host']}",
                params=request.path_params,
                query=Form(request.query_params.multi_items()),
                form=form,
                by_script=by_script(request),
            )
            with desk.office.behind.at_work():
                return handler(visit)
        except WorkflowError as error:
            return desk.problem(error, by_script=by_script(request), person=person)

    return await run_in_threadpool(answer)


def _refuse_forged(form: Form, session: str) -> None:
    if not hmac.compare_digest(form["token"].encode(), form_token(session).encode()):
        raise Refusal(
            403,
            "This form is not of your session.",
            hint="Go back, load the page again, and send it once more.",
        )


def address(request: Request) -> str:
    """Return where a request comes from; behind a proxy that is the proxy."""
    return request.client.host if request.client else ""


def by_script(request: Request) -> bool:
    """Whether our script asks, which wants JSON, and not a browser, which wants a page."""
    return request.headers.get("accept", "") == "application/json"


async def read_form(request: Request, limits: Limits) -> Form:
    """Return the fields of a form. Raises Refusal for one that is too large, slow or broken."""
    try:
        async with asyncio.timeout(limits.patience):
            data = await _body(request, limits.body)
        fields = parse_qsl(
            data.decode("utf-8"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=limits.fields,
        )
    except TimeoutError:
        raise Refusal(408, "The form took too long to arrive.", hint="Send it again.") from None
    except ValueError:
        raise Refusal(400, "The form is broken.", hint="Load the page again.") from None
    except ClientDisconnect:
        raise Refusal(400, "The form broke off.", hint="Send it again.") from None
    return Form(fields)


async def _body(request: Request, most: int) -> bytes:
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise Refusal(
                413, f"The form is larger than {most // 1024} KB.", hint="Send less at once."
            )
    return bytes(data)
