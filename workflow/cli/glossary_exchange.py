"""`workflow glossary import|export|suggest|changed`: to and from other tools and the archive."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.hiding import shown
from workflow.cli.shell import AsJson, open_workspace, out, print_json, say

if TYPE_CHECKING:
    from workflow.glossary.glossary import Glossary
    from workflow.glossary.suggesting import Bitext
    from workflow.workspace.workspace import Workspace

Form = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="NAME", help="tbx, tbx2, csv, tsv, omegat or weblate; else by the name."
    ),
]
From = Annotated[str, typer.Option("--from", metavar="TAG", help="Source language of the pairs.")]
Into = Annotated[str, typer.Option("--to", metavar="TAG", help="Target language of the pairs.")]


def import_terms(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A glossary.")],
    form: Form = None,
    source: From = "",
    target: Into = "",
) -> None:
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


def export_terms(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="The file to write.")],
    form: Form = None,
    source: From = "",
    target: Into = "",
) -> None:
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


def suggest(
    slugs: Annotated[list[str] | None, typer.Argument(metavar="[SLUG]...")] = None,
    least: Annotated[int, typer.Option("--least", min=1, help="How often it has to come.")] = 3,
    as_json: AsJson = False,
) -> None:
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


def changed(
    term: Annotated[str, typer.Argument(metavar="TERM", help="A term that is deprecated now.")],
    as_json: AsJson = False,
) -> None:
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


def _archive(workspace: "Workspace", slugs: list[str]) -> dict[str, list["Bitext"]]:
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
