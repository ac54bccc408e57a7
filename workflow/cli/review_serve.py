"""`workflow review serve` and `invite`: the review page, and links that let people in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import By, acting, open_workspace, out, say

if TYPE_CHECKING:
    import socket

    from starlette.applications import Starlette

Url = Annotated[
    str | None,
    typer.Option(
        "--url", metavar="URL", help="How browsers reach it, such as https://review.example."
    ),
]
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_PORT = 8765


def serve(
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535)] = _PORT,
    url: Url = None,
    browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in your browser.")
    ] = True,
    by: By = None,
) -> None:
    """Open the review page: the whole work of an editor, in a browser.

    It listens on this computer alone. For a team on one server, put a web server with HTTPS before
    it and say with --url how browsers reach it; `workflow review invite` makes everybody's link.
    """
    from workflow.server.access import LAUNCH_LASTS
    from workflow.withheld import open_list

    workspace = open_workspace()
    person = acting(workspace, by)
    if url is not None:
        url = _checked(url)
        open_list(workspace)  # a team's server has to know which names it must not send
    elif host not in _LOOPBACK:
        raise _open_door(host)
    listening = _listening(host, port)
    port = listening.getsockname()[1]
    app = _app(workspace.root, host, port, url)
    access = app.state.desk.office.access
    access.address = url or _address(host, port)
    link = f"{access.address}/enter/{access.link(person.id, LAUNCH_LASTS)}"
    say(f"The review page is open for {person.name}; this link works once, within the hour:")
    out(link)
    say("Others get a link with `workflow review invite ID`. Stop the server with Ctrl-C.")
    if browser and url is None:
        typer.launch(link)
    _run(app, listening)


def invite(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A contributor's id.")],
    url: Url = None,
    days: Annotated[
        int, typer.Option("--days", metavar="N", min=1, max=90, help="How long the link waits.")
    ] = 7,
    revoke: Annotated[
        bool, typer.Option("--revoke", help="End the person's sessions and links instead.")
    ] = False,
) -> None:
    """Make a personal link to the review page: it lets one contributor in, once.

    Give it to nobody else. Without --url it leads to where the page was served last.
    """
    from workflow.errors import InputError
    from workflow.server.access import DAY, Access

    workspace = open_workspace()
    people = workspace.settings.contributors
    access = Access(workspace.cache / "server")
    if revoke:
        gone = access.revoke(person)
        out(f"{person}: {gone} {'link or session' if gone == 1 else 'links and sessions'} ended")
        return
    if person not in people:
        raise InputError(
            f"{person} is not a contributor (there are: {', '.join(people) or 'none yet'})",
            hint=f"Add a table [contributors.{person}] with a name and roles to workflow.toml.",
        )
    base = _checked(url) if url else access.address or _address("127.0.0.1", _PORT)
    out(f"{base}/enter/{access.link(person, days * DAY)}")
    roles = ", ".join(people[person].roles) or "no role yet"
    say(f"For {people[person].name} ({roles}) alone; it works once, within {days} days.")


def _app(root: Path, host: str, port: int, url: str | None) -> "Starlette":
    from workflow.errors import MissingPart

    try:
        import uvicorn  # noqa: F401 - to say what is missing before anything is begun

        from workflow.server.app import create_app
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn"):
            raise
        raise MissingPart(
            "the review page needs packages that are not installed",
            hint="Install them with: pip install 'newsroom-workflow[server]'",
        ) from None
    return create_app(root, host=host, port=port, url=url)


def _run(app: "Starlette", listening: "socket.socket") -> None:
    import uvicorn

    settings = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,  # addresses of links must not stand in logs
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="on",
        limit_concurrency=500,
        timeout_keep_alive=20,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=32 * 1024,
    )
    uvicorn.Server(settings).run(sockets=[listening])


def _listening(host: str, port: int) -> "socket.socket":
    import socket

    from workflow.errors import InputError

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen()  # before the link is told: whoever follows it at once is let in
    except OSError as error:
        raise InputError(
            f"{host}:{port} cannot be listened on: {error.strerror}",
            hint="Another program may be there already; choose another port with --port.",
        ) from None
    return made


def _address(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _checked(url: str) -> str:
    from urllib.parse import urlsplit

    from workflow.errors import InputError

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path not in ("", "/"):
        raise InputError(
            f"{url!r} is not the address of a server",
            hint="Write it as https://review.example, without a path.",
        )
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _open_door(host: str) -> Exception:
    from workflow.errors import InputError

    return InputError(
        f"--host {host} lets other computers in, and the page would not know its own address",
        hint="Say with --url how browsers reach it; use https://, through a web server before it.",
    )
