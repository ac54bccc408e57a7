"""`workflow glossary`: list, find, lint, add; the other commands have modules of their own."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli import glossary_exchange as exchange
from workflow.cli import glossary_withheld as withheld
from workflow.cli.shell import AsJson, open_workspace, out, print_json, say, workspace_around

if TYPE_CHECKING:
    from workflow.glossary.glossary import Concept, Glossary, Term

app = typer.Typer(no_args_is_help=True, help="The terms that must be right every time.")
app.command("import")(exchange.import_terms)
app.command("export")(exchange.export_terms)
app.command()(exchange.suggest)
app.command()(exchange.changed)
app.command()(withheld.withhold)
app.command()(withheld.purge)

File = Annotated[
    Path | None,
    typer.Option(
        "--glossary",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="This file, not glossary.yaml.",
    ),
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="TAG", help="Only terms in this language.")
]
Domain = Annotated[
    str | None, typer.Option("--domain", metavar="NAME", help="Only concepts of this domain.")
]


@app.command("list")
def list_concepts(
    language: Language = None, domain: Domain = None, file: File = None, as_json: AsJson = False
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


@app.command()
def find(
    text: Annotated[str, typer.Argument(metavar="TERM|TEXT", help="A term, or a text with terms.")],
    language: Language = None,
    file: File = None,
    as_json: AsJson = False,
) -> None:
    """Show the concepts that a term or a text speaks of, in whatever form the words are."""
    from workflow.glossary.search import search

    hits = search(_glossary(file), text, language)
    if as_json:
        print_json({"hits": [asdict(hit) for hit in hits]})
    elif not hits:
        say("Nothing in the glossary is like that. `workflow glossary list` shows what there is.")
    else:
        out("\n\n".join(_described(hit.concept, f"{hit.found} ({hit.how})") for hit in hits))


@app.command()
def lint(file: File = None, as_json: AsJson = False) -> None:
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
        raise typer.Exit(1)


@app.command()
def add(
    id: Annotated[str, typer.Argument(metavar="ID", help="A short name, such as foreign-agent.")],
    terms: Annotated[
        list[str],
        typer.Argument(
            metavar='TAG="TERM"...', help='Preferred terms, such as en="foreign agent".'
        ),
    ],
    domain: Annotated[str | None, typer.Option("--domain", help="What field it is of.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="A remark for translators.")] = None,
) -> None:
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
