"""Signing in and out: a link shows whom it lets in, and a button does it.

What only follows links (a mail program that looks at them, a messenger that draws a preview) does
not use them up.
"""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from workflow.errors import WorkflowError
from workflow.server.access import SESSION_LASTS
from workflow.server.desk import Desk
from workflow.server.refusal import Refusal
from workflow.server.visit import Visit, address


def enter(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a link: whom it lets in, and on POST the session."""

    def answer(request: Request) -> Response:
        try:
            desk.count(f"address {address(request)}", stranger=True)
            token = request.path_params["token"]
            person = desk.office.settings.contributors.get(desk.office.access.invited(token) or "")
            if person is None:
                raise Refusal(
                    403,
                    "This link lets nobody in.",
                    hint="Each link works once and for a limited time. Ask for a new one.",
                )
            if request.method != "POST":
                return desk.page("enter.html", person=person, token=token)
            session = desk.office.access.enter(token)
            if session is None:
                raise Refusal(403, "This link was used a moment ago.", hint="Ask for a new one.")
        except WorkflowError as error:
            return desk.problem(error)
        response = RedirectResponse("/", 303)
        response.set_cookie(
            desk.cookie,
            session,
            max_age=int(SESSION_LASTS),
            httponly=True,
            samesite="strict",
            secure=desk.secure,
        )
        return response

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, request)

    return endpoint


def leave(visit: Visit) -> Response:
    """End this session, or with `everywhere` all of the person's."""
    if visit.form["everywhere"]:
        visit.office.access.revoke(visit.person.id)
    else:
        visit.office.access.leave(visit.session)
    response = RedirectResponse("/", 303)
    response.delete_cookie(visit.desk.cookie, httponly=True, secure=visit.desk.secure)
    return response
