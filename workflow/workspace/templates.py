"""Where templates are found, and the sandbox that renders them.

A workspace's own `templates/` comes first; what is not there comes from the templates that ship.
"""

import traceback
from collections.abc import Mapping, MutableMapping
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workflow.errors import TemplateFault
from workflow.workspace.files import decode, read_bytes

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_PACKAGE = Path(__file__).parent.parent
_MISUSE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What Python raises for a template such as `{{ 1 / 0 }}`; Jinja2 passes these on as they are."""


def shipped_templates() -> Path:
    """Return the templates that ship: inside the package, or at the top of a checkout."""
    packaged = _PACKAGE / "templates"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "templates"


def find_template(name: str, workspace_templates: Path | None) -> Path | None:
    """Return the file of the template or reference document called `name` (`review/diff.html`).

    A name or a link that leads out of the templates folder finds nothing: a workspace that came by
    post must not be able to put other files of this computer on a page.
    """
    for folder in (workspace_templates, shipped_templates()):
        if folder is None:
            continue
        root = folder.resolve()
        path = (root / name).resolve()
        if path.is_relative_to(root) and path.is_file():
            return path
    return None


def template_environment(workspace_templates: Path | None) -> "SandboxedEnvironment":
    """Return a sandboxed Jinja2 environment that escapes HTML and refuses unknown names."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from workflow.workspace.compiled import compiled_templates

    class Sandbox(ImmutableSandboxedEnvironment):
        """Templates see mostly data classes, whose public attributes are what they shall see."""

        def getattr(self, obj: object, attribute: str) -> object:
            kind: Any = type(obj)
            if attribute in _public_names(kind):
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

        def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
            kind: Any = type(obj)
            return attr in _public_names(kind) or super().is_safe_attribute(obj, attr, value)

        def make_globals(self, d: MutableMapping[str, object] | None) -> dict[str, object]:
            """Return one mapping, since each part of a page copies it: a chain is slow to copy."""
            return {**self.globals, **(d or {})}

    def read(name: str) -> tuple[str, str, None] | None:
        path = find_template(name, workspace_templates)
        if path is None:
            return None
        return decode(read_bytes(path), path), str(path), None

    return Sandbox(
        loader=FunctionLoader(read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        auto_reload=False,
        bytecode_cache=compiled_templates(),
    )


@cache
def _public_names(kind: type) -> frozenset[str]:
    """Return what a template may see of a data class; of other types, the sandbox tells."""
    names = {*dir(kind), *kind.__dataclass_fields__} if is_dataclass(kind) else set()
    return frozenset(name for name in names if not name.startswith("_"))


def render(environment: "SandboxedEnvironment", name: str, values: Mapping[str, object]) -> str:
    """Return the text of the template `name`, filled with `values`.

    Raises TemplateFault, with the template's file and line, for a fault in a template.
    """
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        return environment.get_template(name).render(values)
    except TemplateNotFound as error:
        raise TemplateFault(
            f"templates/{error.name}: there is no such template",
            hint="Check the name; a workspace's own templates stand in its templates/ folder.",
        ) from None
    except TemplateSyntaxError as error:
        raise _fault(f"{error.filename or name}:{error.lineno}", error) from None
    except (TemplateError, *_MISUSE) as error:
        raise _fault(_place(error) or name, error) from error


def _fault(place: str, error: Exception) -> TemplateFault:
    return TemplateFault(
        f"{place}: {error}",
        hint="Mend the template, or remove it from the workspace to use the one that ships.",
    )


def _place(error: Exception) -> str | None:
    """Return file and line of the innermost template: Jinja2 puts both in tracebacks."""
    frames = traceback.extract_tb(error.__traceback__)
    templates = [frame for frame in frames if not frame.filename.endswith(".py")]
    return f"{templates[-1].filename}:{templates[-1].lineno}" if templates else None
