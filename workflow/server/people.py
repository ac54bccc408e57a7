"""Personal links, made by the publisher on the page: for a team on a server that nobody sits at."""

from starlette.responses import RedirectResponse, Response

from workflow.errors import InputError
from workflow.server.permissions import Action, require
from workflow.server.visit import Visit


def people_page(visit: Visit) -> Response:
    """Answer with everybody in the settings."""
    require(visit.person, Action.INVITE)
    return visit.page("people.html", people=_people(visit), link=None)


def invite(visit: Visit) -> Response:
    """Make a personal link for a contributor, and show it once."""
    require(visit.person, Action.INVITE)
    people = visit.office.settings.contributors
    person = people.get(visit.form["person"])
    if person is None:
        raise InputError("There is no such contributor.", hint="Load the page again.")
    link = f"{visit.origin}/enter/{visit.office.access.link(person.id)}"
    return visit.page("people.html", people=_people(visit), link=link, invited=person)


def end(visit: Visit) -> Response:
    """End all links and sessions of a contributor."""
    require(visit.person, Action.INVITE)
    visit.office.access.revoke(visit.form["person"])
    return RedirectResponse("/people", 303)


def _people(visit: Visit) -> list[object]:
    return list(visit.office.settings.contributors.values())
