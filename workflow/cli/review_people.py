"""`workflow review assign` and `credit`: who is to do what, and who is named for what."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.shell import By, To, acting, open_workspace, out

if TYPE_CHECKING:
    from workflow.workspace.settings import Role
    from workflow.workspace.workspace import Workspace

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The article.")]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="A contributor's id.")]
As = Annotated[str, typer.Option("--role", metavar="ROLE", help="translator, editor, reviewer, …")]


def assign(
    slug: Slug,
    person: Person,
    to: To,
    role: As = "translator",
    due: Annotated[
        str, typer.Option("--due", metavar="DAY", help="Until when, such as 2026-03-09.")
    ] = "",
    by: By = None,
) -> None:
    """Give a contributor a role on a translation, with the day when it is due."""
    from workflow.workspace.events import Assigned

    workspace = open_workspace()
    target = workspace.article(slug).target(to)
    assigner = acting(workspace, by)
    known = _role(workspace, person, role)
    payload = Assigned(person=person, role=known, due=_day(due) if due else "")
    target.record(payload, assigner.id)
    until = f", due {payload.due}" if due else ""
    name = workspace.settings.contributors[person].name
    out(f"{name} is {known} of {slug} [{target.tag}]{until}.")


def credit(
    slug: Slug,
    person: Person,
    to: To,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, for the record.")],
    role: As = "translator",
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Do not name the person in this role.")
    ] = False,
    by: By = None,
) -> None:
    """Correct by hand who is named on the page: the record keeps what was done, and why."""
    from workflow.review.credits import credits
    from workflow.workspace.events import Credited

    workspace = open_workspace()
    article = workspace.article(slug)
    target = article.target(to)
    known = _role(workspace, person, role)
    made = Credited(person=person, role=known, reason=reason, withdrawn=withdraw)
    target.record(made, acting(workspace, by).id)
    found = credits(target.state, workspace.settings, article.source.translators)
    for title, names in (
        ("translators", found.translators),
        ("editors", found.editors),
        ("reviewers", found.reviewers),
    ):
        out(f"{title:12} {', '.join(names) or '–'}")


def _role(workspace: "Workspace", person: str, role: str) -> "Role":
    from workflow.errors import InputError
    from workflow.workspace.settings import Role

    people = workspace.settings.contributors
    if person not in people or role not in list(Role):
        raise InputError(
            f"{person} cannot be named as {role}",
            hint=f"The contributors are {', '.join(people)}; the roles are {', '.join(Role)}.",
        )
    return Role(role)


def _day(text: str) -> str:
    from workflow.errors import InputError

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(f"{text} is not a day", hint="Write it as 2026-03-09.") from None
