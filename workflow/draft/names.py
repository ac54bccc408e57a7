"""Names of people and publications, which are never machine-translated."""

import re
from collections.abc import Callable

from anyascii import anyascii

from workflow.document.inline import escape, plain
from workflow.document.units import Unit, UnitKind
from workflow.draft.draft import Draft
from workflow.language.scripts import script_of, scripts
from workflow.workspace.events import Origin

Term = Callable[[str], str | None]
"""The glossary's preferred term for a text that is wholly one source term, else None."""

GLOSSARY, COPY, TRANSLITERATION = "glossary", "copy", "transliteration"
"""What stands as the engine in the origin of a name."""

_KINDS = frozenset({UnitKind.AUTHOR, UnitKind.PUBLICATION, UnitKind.ORIGINAL})
_DESCRIBED = re.compile(r"[,;:(–—]")
"""What parts a participant's name from who they are: `Ana Prueba, a lawyer`."""


def is_name(unit: Unit) -> bool:
    """Tell whether a unit is the name of a person or a publication, and nothing else."""
    if unit.kind is UnitKind.PARTICIPANT:
        return not _DESCRIBED.search(unit.text)
    return unit.kind in _KINDS


def draft_name(unit: Unit, target: str, term: Term | None = None) -> Draft:
    """Draft a unit that is a name for the target language (BCP 47)."""
    return spelt(unit.text, target, term)


def spelt(markdown: str, target: str, term: Term | None = None) -> Draft:
    """Spell a name, inline Markdown, in the target language (BCP 47).

    The glossary knows best; a name in the target's script is copied, any other transliterated into
    Latin letters where the target is written in them. A note asks a person to look at what was
    not simply copied.
    """
    name = plain(markdown)
    known = term(name) if term else None
    if known:
        return Draft(escape(known), Origin(engine=GLOSSARY))
    used = {script for character in name if (script := script_of(character))}
    wanted = scripts(target)
    if used <= wanted:
        return Draft(markdown, Origin(engine=COPY))
    if "Latn" in wanted:
        note = "a name, transliterated letter by letter: look at its spelling"
        return Draft(escape(anyascii(name)), Origin(engine=TRANSLITERATION, note=note))
    note = "a name in another script, copied as it is: look at its spelling"
    return Draft(markdown, Origin(engine=COPY, note=note))
