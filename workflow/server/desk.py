"""The front desk: who is let in, which pages they get, and what a refusal looks like."""

from dataclasses import dataclass, field

from starlette.responses import HTMLResponse, JSONResponse, Response

from workflow.errors import WorkflowError
from workflow.server.guard import HEADERS
from workflow.server.limits import Limits, Rate
from workflow.server.office import Office
from workflow.server.pages import Pages
from workflow.server.refusal import Refusal, status_of
from workflow.server.sight import Sight
from workflow.workspace.settings import Contributor


@dataclass
class Desk:
    """What stands between requests and the office; browsers come by `scheme`, http or https."""

    office: Office
    pages: Pages
    limits: Limits
    port: int
    scheme: str
    _requests: Rate = field(init=False)
    _strangers: Rate = field(init=False)

    def __post_init__(self) -> None:
        self._requests = Rate(*self.limits.requests)
        self._strangers = Rate(*self.limits.strangers)

    @property
    def secure(self) -> bool:
        """Whether cookies travel by HTTPS alone."""
        return self.scheme == "https"

    @property
    def cookie(self) -> str:
        """The name of the session's cookie; browsers tell ports apart by nothing else."""
        return "__Host-workflow" if self.secure else f"workflow-{self.port}"

    def person(self, session: str) -> Contributor | None:
        """Return who is signed in, None for a stranger or somebody who left the settings."""
        person = self.office.access.person(session) if session else None
        return self.office.settings.contributors.get(person) if person else None

    def count(self, key: str, *, stranger: bool = False) -> None:
        """Count a request; raises Refusal where there were too many."""
        if not (self._strangers if stranger else self._requests).allows(key):
            raise Refusal(
                429, "Too many requests at once.", hint="Wait a moment, and load the page again."
            )

    def sight(self, person: Contributor) -> Sight:
        """Return what a person may see of texts."""
        return self.office.sight(person)

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """Return a page made from `templates/server/`."""
        return HTMLResponse(self.pages.render(template, values), status, HEADERS)

    def problem(
        self, error: WorkflowError, *, by_script: bool = False, person: Contributor | None = None
    ) -> Response:
        """Return what says what went wrong and what to do about it, as `person` may see it."""
        told, hint = self._harmless(error.message, person), self._harmless(error.hint, person)
        status = status_of(error)
        if by_script:
            return JSONResponse({"error": told, "hint": hint}, status, HEADERS)
        return self.page("problem.html", status, message=told, hint=hint, status_code=status)

    def _harmless(self, text: str, person: Contributor | None) -> str:
        """Return a message without where the workspace lies on this computer, and without names."""
        text = text.replace(f"{self.office.workspace.root}/", "")
        return self.office.sight(person).text(text) if person else text
