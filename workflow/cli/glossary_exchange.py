"""`workflow glossary import|export|suggest|changed`: to and from other tools and the archive."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflow.cli.hiding import shown
from workflow.cli.shell import json_option, open_workspace, out, print_json, say

if TYPE_CHECKING:
    from workflow.glossary.glossary import Glossary
    from workflow.glossary.suggesting import Bitext
    from workflow.workspace.workspace import Workspace

form_option = click.option(
    "--format",
    "form",
    metavar="NAME",
    help="tbx, tbx2, csv, tsv, omegat or weblate; else by the name.",
)
from_option = click.option(
    "--from",
    "source",
    default="",
    show_default=False,
    metavar="TAG",
    help="Source language of the pairs.",
)
into_option = click.option(
    "--to",
    "target",
    default="",
    show_default=False,
    metavar="TAG",
    help="Target language of the pairs.",
)


@click.command("import")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A glossary."
)
@form_option
@from_option
@into_option
def import_terms(file: Path, form: str | None, source: str, target: str) -> None:
    """Add the concepts of another tool's glossary; what is in glossary.yaml already stays."""
    from workflow.glossary.adding import add_concepts
    from workflow.glossary.formats import read
    from workflow.glossary.loader import load_glossary
    from workflow.workspace.files import decode, read_bytes
    from workflow.workspace.locks import locked

    workspace = open_workspace()
    text = decode(read_bytes(file), file)
    concepts = read(_form(form, file), text, str(file), source, target)
    with locked(workspace.cache, "glossary"):
        glossary = load_glossary(workspace.glossary_path, workspace.root)
        added = add_concepts(workspace.glossary_path, glossary, concepts)
    out(f"{len(added)} of {len(concepts)} concepts added to {workspace.glossary_path.name}")
    if len(added) < len(concepts):
        say("The ids of the others are there already; `workflow glossary find ID` shows them.")


@click.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@form_option
@from_option
@into_option
def export_terms(file: Path, form: str | None, source: str, target: str) -> None:
    """Write the glossary, with all that it includes, for another tool."""
    from workflow.glossary.formats import lost, write
    from workflow.withheld.redaction import for_files
    from workflow.workspace.files import write_atomic

    workspace = open_workspace()
    concepts = for_files(workspace).without_names(_glossary(workspace).concepts)
    write_atomic(file, write(_form(form, file), concepts, source, target).encode())
    out(f"{len(concepts)} concepts in {file}")
    if missing := lost(_form(form, file), concepts):
        say(f"This format has no place for {', '.join(missing)}; a CSV or TSV file has.")


@click.command("suggest")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option(
    "--least", type=click.IntRange(1), default=3, metavar="N", help="How often it has to come."
)
@json_option
def suggest(slugs: tuple[str, ...], least: int, as_json: bool) -> None:
    """List words and names that the glossary lacks, and how they were translated so far."""
    from workflow.glossary.suggesting import suggest as candidates

    workspace = open_workspace()
    glossary = _glossary(workspace)
    for language, units in _archive(workspace, slugs or workspace.slugs()).items():
        found = candidates(units, language, glossary, least)
        if as_json:
            print_json({"language": language, "candidates": [asdict(each) for each in found]})
            continue
        for each in found:
            renderings = (f"{tag}: {', '.join(texts)}" for tag, texts in each.renderings.items())
            out("\t".join([language, str(each.times), each.text, *renderings]))


@click.command("changed")
@click.argument("term", metavar="TERM", help="A term that is deprecated now.")
@json_option
def changed(term: str, as_json: bool) -> None:
    """List the published translations that use a term which the glossary rejects now."""
    from workflow.errors import InputError
    from workflow.glossary.using import users_of

    workspace = open_workspace()
    found = users_of(workspace, _glossary(workspace), term)
    if found is None:
        raise InputError(
            f"“{term}” is no deprecated term of the glossary",
            hint="`workflow glossary find` shows the status of each term.",
        )
    if as_json:
        print_json({"uses": [asdict(use) for use in found]})
        return
    for use in found:
        out(f"{use.article} [{use.target}] {use.unit}\t{use.found}\t{', '.join(use.instead)}")
    say(f"{len(found)} places in published translations")


def _archive(workspace: "Workspace", slugs: Sequence[str]) -> dict[str, list["Bitext"]]:
    from workflow.glossary.suggesting import Bitext

    archive: dict[str, list[Bitext]] = {}
    for slug in slugs:
        article = workspace.article(slug)
        states = {tag: article.target(tag).state for tag in article.targets}
        for unit in article.units:
            targets = {
                tag: state.units[unit.id].text
                for tag, state in states.items()
                if unit.id in state.units and state.units[unit.id].confirmed
            }
            bitext = shown(Bitext(unit.text, targets))
            archive.setdefault(article.source.language, []).append(bitext)
    return archive


def _form(named: str | None, file: Path) -> str:
    return named or file.suffix.removeprefix(".").lower()


def _glossary(workspace: "Workspace") -> "Glossary":
    from workflow.glossary.loader import load_glossary

    return load_glossary(workspace.glossary_path, workspace.root)
