"""Pages from the templates that ship, and the files that every page loads.

A workspace's own templates are not asked: a workspace that came by post must not be able to put a
script into the page of somebody who is signed in. So no sandbox is needed, which would cost most of
the time that a long page takes.
"""

import hashlib
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workflow.language.direction import direction
from workflow.server.times import told_time
from workflow.workspace.files import read_bytes
from workflow.workspace.templates import shipped_templates

FILES = {"style.css": "text/css", "script.js": "text/javascript", "icon.svg": "image/svg+xml"}


class Pages:
    """Renders pages, and has the files that they load, by name."""

    def __init__(self) -> None:
        folder = shipped_templates() / "server"
        self.files = {name: read_bytes(folder / name) for name in FILES}
        prints = {name: hashlib.sha256(data).hexdigest()[:12] for name, data in self.files.items()}
        self._common = {"visit": None, "prints": prints}

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Return the page made from `templates/server/NAME`."""
        return _environment().get_template(f"server/{name}").render({**self._common, **values})


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(shipped_templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["told_time"] = told_time
    made.filters["direction"] = lambda tag: direction(tag).value
    return made
