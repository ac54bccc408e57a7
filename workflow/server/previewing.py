"""What the published page would look like, marked as a draft."""

import mimetypes

from starlette.responses import RedirectResponse, Response

from workflow.server.article import opened
from workflow.server.permissions import require_sight
from workflow.server.refusal import not_allowed, not_found
from workflow.server.visit import Visit
from workflow.workspace.files import read_bytes

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-same-origin"
)
"""A workspace's own templates are shown here: they may be anybody's, and run no script."""


def preview(visit: Visit) -> Response:
    """Make the page anew and lead the browser to it."""
    from workflow.publish.publishing import Press  # takes long to load, and few ask for it

    page = opened(visit)
    sight = visit.desk.sight(visit.person)
    if any(sight.hides(unit, page.state) for unit in page.state.units):
        raise not_allowed("see this page, in which a withheld name stands")
    office = visit.office
    with office.pressing:
        written = Press(office.workspace).preview(page.target, ["web"])
    root = office.workspace.cache / "preview"
    office.previewed[page.target.tag] = office.previewed.get(page.target.tag, frozenset()) | {
        path.relative_to(root).as_posix() for path in written
    }
    own = f"{page.target.tag}/{page.slug}/"
    return RedirectResponse(f"/preview/{page.target.tag}/{own}index.html", 303)


def previewed_file(visit: Visit) -> Response:
    """Answer with a file that a preview has written; only those are known here by their names."""
    tag, name = visit.params["tag"], visit.params["path"]
    require_sight(visit.person, tag)
    if name not in visit.office.previewed.get(tag, frozenset()):
        raise not_found()
    data = read_bytes(visit.office.workspace.cache / "preview" / name)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(data, media_type=kind, headers={"content-security-policy": _POLICY})
