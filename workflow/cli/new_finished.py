"""A finished translation that comes with its source: aligned, shown, recorded."""

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from workflow.cli.new_input import Input
from workflow.cli.shell import out

if TYPE_CHECKING:
    from workflow.document.importing.alignment import Alignment
    from workflow.document.source import Source
    from workflow.workspace.events import Origin
    from workflow.workspace.target import Target

VIA = "translation"
"""How the journal says that a text came with the source."""

_SHOWN = 70


@dataclass(frozen=True)
class Finished:
    """A translation into `tag`, by the people whom it names, beside the units of its source."""

    tag: str
    file: str
    translators: tuple[str, ...]
    alignment: "Alignment"


def finished(tag: str, given: Input, source: "Source", keep: tuple[str, ...]) -> Finished:
    """Return the translation in a file, aligned with its source."""
    from workflow.document.importing import About, import_source
    from workflow.document.importing.alignment import align

    translation = import_source(
        given.data,
        given.name,
        corrections=About(language=tag),
        keep=keep,
        find=given.find,
        address=given.address,
    ).source
    return Finished(tag, given.name, translation.translators, align(source, translation))


def tell_finished(translation: Finished) -> None:
    """Print what was aligned, and name what was not."""
    from workflow.draft.names import draft_name, is_name

    found = translation.alignment
    sure = sum(pair.sure for pair in found.pairs)
    total = len(found.pairs) + len(found.units)
    out(f"Translation into {translation.tag} from {translation.file}:")
    out(f"  {len(found.pairs)} of {total} units, {len(found.pairs) - sure} of them to be confirmed")
    if translation.translators:
        out(f"  translated by: {', '.join(translation.translators)}")
    names = [unit for unit in found.units if is_name(unit)]
    others = [unit.text for unit in found.units if unit not in names]
    _tell_list("  Units without a translation:", others)
    drafts = [f"{unit.text} → {draft_name(unit, translation.tag).text}" for unit in names]
    _tell_list("  Names that it does not have, to be confirmed:", drafts)
    _tell_list("  Texts of the translation that fit no unit:", [b.text for b in found.blocks])


def record_finished(target: "Target", translation: Finished, by: str) -> None:
    """Put the texts into a new target, and credit the people whom the translation names.

    What is credited to somebody else is recorded as nobody's edit: who ran the command did not
    translate it, and may review it. Names that it lacks are drafted, as `translate` does.
    """
    from workflow.workspace.events import NOBODY, Credited
    from workflow.workspace.settings import Role

    author = NOBODY if translation.translators else by
    for sure in (True, False):
        texts = {pair.unit: pair.text for pair in translation.alignment.pairs if pair.sure is sure}
        if texts:
            target.edit(texts, author, confirmed=sure, via=VIA)
    target.draft(_names(translation), by)
    people = target.article.workspace.settings.contributors
    for name in translation.translators:
        person = next((key for key, found in people.items() if found.name == name), name)
        reason = f"named in the translation that was taken in ({translation.file})"
        target.record(Credited(person=person, role=Role.TRANSLATOR, reason=reason), by)


def _names(translation: Finished) -> "dict[str, tuple[str, Origin]]":
    """Return names of people and publications that the translation lacks, as drafts."""
    from workflow.draft.names import draft_name, is_name

    units = [unit for unit in translation.alignment.units if is_name(unit)]
    drafts = {unit.id: draft_name(unit, translation.tag) for unit in units}
    return {key: (draft.text, draft.origin) for key, draft in drafts.items()}


def _tell_list(label: str, texts: list[str]) -> None:
    if texts:
        out(label)
        for text in texts:
            out(f"    - {shorten(text, _SHOWN, placeholder=' …')}")
