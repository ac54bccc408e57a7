"""`workflow glossary`: list, find, lint, add; the other commands have modules of their own."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflow.cli import glossary_exchange as exchange
from workflow.cli import glossary_withheld as withheld
from workflow.cli.shell import (
    Commands,
    json_option,
    open_workspace,
    out,
    print_json,
    say,
    workspace_around,
)

if TYPE_CHECKING:
    from workflow.glossary.glossary import Concept, Glossary, Term

app = Commands("glossary", help="The terms that must be right every time.")
app.add_command(exchange.import_terms)
app.add_command(exchange.export_terms)
app.add_command(exchange.suggest)
app.add_command(exchange.changed)
app.add_command(withheld.withhold)
app.add_command(withheld.purge)

file_option = click.option(
    "--glossary",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="This file, not glossary.yaml.",
)
language_option = click.option("--language", metavar="TAG", help="Only terms in this language.")
domain_option = click.option("--domain", metavar="NAME", help="Only concepts of this domain.")


@app.command("list")
@language_option
@domain_option
@file_option
@json_option
def list_concepts(
    language: str | None, domain: str | None, file: Path | None, as_json: bool
) -> None:
    """List the concepts, one to a line, with the preferred term of each language."""
    glossary = _glossary(file)
    concepts = [
        concept
        for concept in glossary
        if (domain is None or concept.domain == domain)
        and (language is None or concept.terms_in(language))
    ]
    if as_json:
        print_json({"concepts": [asdict(concept) for concept in concepts]})
        return
    for concept in concepts:
        tags = [language] if language else list(concept.terms)
        terms = ((tag, concept.preferred(tag)) for tag in tags)
        out("\t".join([concept.id, *(f"{tag}: {term.text}" for tag, term in terms if term)]))
    say(f"{len(concepts)} of {len(glossary.concepts)} concepts")


@app.command("find")
@click.argument("text", metavar="TERM|TEXT", help="A term, or a text with terms.")
@language_option
@file_option
@json_option
def find(text: str, language: str | None, file: Path | None, as_json: bool) -> None:
    """Show the concepts that a term or a text speaks of, in whatever form the words are."""
    from workflow.glossary.search import search

    hits = search(_glossary(file), text, language)
    if as_json:
        print_json({"hits": [asdict(hit) for hit in hits]})
    elif not hits:
        say("Nothing in the glossary is like that. `workflow glossary list` shows what there is.")
    else:
        out("\n\n".join(_described(hit.concept, f"{hit.found} ({hit.how})") for hit in hits))


@app.command("lint")
@file_option
@json_option
def lint(file: Path | None, as_json: bool) -> None:
    """Look for faults in the glossary itself; exit code 1 if there is one."""
    from workflow.glossary.lint import faults

    targets = () if file else open_workspace().settings.workspace.targets
    found = list(faults(_glossary(file), targets))
    if as_json:
        print_json({"faults": [asdict(fault) for fault in found]})
    else:
        for fault in found:
            where = f"{fault.place}: " if fault.place else ""
            out(f"{'fault' if fault.serious else 'note'}: {where}{fault.message}")
        say("No faults." if not found else f"{sum(fault.serious for fault in found)} faults")
    if any(fault.serious for fault in found):
        raise click.exceptions.Exit(1)


@app.command("add")
@click.argument("id", metavar="ID", help="A short name, such as foreign-agent.")
@click.argument(
    "terms",
    nargs=-1,
    required=True,
    metavar='TAG="TERM"...',
    help='Preferred terms, such as en="foreign agent".',
)
@click.option("--domain", help="What field it is of.")
@click.option("--note", help="A remark for translators.")
def add(id: str, terms: tuple[str, ...], domain: str | None, note: str | None) -> None:
    """Add a concept to glossary.yaml; what a person wrote there stays as it is."""
    from workflow.errors import InputError
    from workflow.glossary.adding import add_concept
    from workflow.workspace.locks import locked

    workspace = open_workspace()
    pairs = dict(_pair(term) for term in terms)
    if len(pairs) < len(terms):
        raise InputError("a language is named twice", hint="Give one preferred term per language.")
    with locked(workspace.cache, "glossary"):
        add_concept(workspace.glossary_path, _glossary(None), id, pairs, domain=domain, note=note)
    out(f"{id} is in {workspace.glossary_path.name}")


def _pair(term: str) -> tuple[str, str]:
    from workflow.errors import InputError

    tag, equals, text = term.partition("=")
    if not equals:
        raise InputError(
            f"{term!r} is not a term", hint='Write language="term": en="foreign agent".'
        )
    return tag, text


def _glossary(file: Path | None) -> "Glossary":
    from workflow.glossary.loader import load_glossary

    if file is not None:
        workspace_around()  # whose names are not to be printed
        return load_glossary(file)
    workspace = open_workspace()
    return load_glossary(workspace.glossary_path, workspace.root)


def _described(concept: "Concept", found: str) -> str:
    lines = [f"{concept.id}  {found}" + (f"  [{concept.domain}]" if concept.domain else "")]
    lines += [f"  {concept.note}"] if concept.note else []
    for tag, terms in concept.terms.items():
        lines.append(f"  {tag:<7} " + "; ".join(_shown(term) for term in terms))
    return "\n".join(lines)


def _shown(term: "Term") -> str:
    from workflow.glossary.glossary import Case, Status

    remarks = [
        *([term.status] if term.status is not Status.PREFERRED else []),
        *([f"capitals: {term.case}"] if term.case is not Case.ANY else []),
        *([f"short: {term.abbreviation}"] if term.abbreviation else []),
        *([f"also: {', '.join(term.variants)}"] if term.variants else []),
        *([term.note] if term.note else []),
    ]
    return f"{term.text} ({', '.join(remarks)})" if remarks else term.text
