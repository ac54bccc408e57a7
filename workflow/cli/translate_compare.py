"""The drafts of several engines under each text, for `workflow translate --compare`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workflow.cli.shell import say
from workflow.errors import MissingPart

if TYPE_CHECKING:
    from workflow.document.units import Unit
    from workflow.draft import Drafting
    from workflow.engines import Engine
    from workflow.glossary import Glossary


def side_by_side(
    units: "Sequence[Unit]",
    source: str,
    target: str,
    engines: "Sequence[Engine]",
    glossary: "Glossary",
) -> Iterator[str]:
    """Yield the lines: each text, and below it what every engine makes of it.

    An engine that fails is named and left out; raises MissingPart where none is left.
    """
    draftings = dict(_draftings(units, source, target, engines, glossary))
    if not draftings:
        raise MissingPart(
            f"no engine here translates {source} → {target}",
            hint=f"Install a package: workflow models install {source} {target}",
        )
    width = max(map(len, draftings))
    for unit in units:
        yield f"{unit.id}  {unit.text}"
        for name, drafting in draftings.items():
            yield f"  {name:<{width}}  {drafting.drafts[unit.id].text}"
    for name, drafting in draftings.items():
        yield f"{name}: {drafting.package}"


def _draftings(
    units: "Sequence[Unit]",
    source: str,
    target: str,
    engines: "Sequence[Engine]",
    glossary: "Glossary",
) -> "Iterator[tuple[str, Drafting]]":
    from workflow.draft import draft_units

    for engine in engines:
        try:
            drafting = draft_units(units, source, target, engine, glossary=glossary)
        except MissingPart as error:
            say(f"{engine.name} left out: {error.message}")
        else:
            yield engine.name, drafting
