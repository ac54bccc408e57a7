"""`workflow check`: what is wrong with articles of the workspace, or with lone files."""

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workflow.cli.shell import harmless, is_terminal, open_workspace, out, print_json

if TYPE_CHECKING:
    from workflow.checks.check import Context
    from workflow.checks.finding import Finding
    from workflow.checks.report import Checked
    from workflow.glossary.glossary import Glossary
    from workflow.workspace.article import Article
    from workflow.workspace.target import Target
    from workflow.workspace.workspace import Workspace

_COLOURS: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan", "bold": True},
    "name": {"bold": True, "underline": True},
    "source": {"dim": True},
    "marker": {"fg": "red"},
    "mend": {"fg": "green"},
}
_WIDTHS = (40, 120)


class Format(StrEnum):
    """What the findings are written as."""

    TEXT = "text"
    JSON = "json"


def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SLUG|FILE]...", help="Articles or files; all articles if none."),
    ] = None,
    to: Annotated[
        list[str] | None, typer.Option("--to", metavar="TAG", help="Only this target of articles.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="TAG", help="Language of a file that does not say it."),
    ] = None,
    glossary: Annotated[
        Path | None,
        typer.Option("--glossary", metavar="FILE", help="This glossary, not the workspace's."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="Text or JSON.")] = Format.TEXT,
) -> None:
    """Check translations: glossary, numbers, words left over, quotes, links, slips and more.

    A file is checked on its own: a .po file against its source, a .txt, .md or .html file as a text
    in one language. Exit code 1 means that there are errors which nobody has waived.
    """
    checked = list(_checked(names or [], to or [], language, glossary))
    if form is Format.JSON:
        records = [_record(found.finding) for each in checked for found in each.found]
        print_json({"findings": records})
    else:
        _print(checked)
    if any(found.finding.severity == "error" for each in checked for found in each.found):
        raise typer.Exit(1)


def _record(finding: "Finding") -> dict[str, Any]:
    return {key: value for key, value in asdict(finding).items() if key != "subject"}


def _checked(
    names: list[str], to: list[str], language: str | None, glossary: Path | None
) -> "Iterator[Checked]":
    """Yield what is found in each file and target, in the order in which they were named."""
    workspace = _workspace(needed=not names or not all(map(_is_file, names)))
    terms = _glossary(workspace, glossary)
    context = _context(workspace, terms)
    for name in names or (workspace.slugs() if workspace else []):
        if _is_file(name):
            yield _file(Path(name), context, language)
        elif workspace is not None:
            article = workspace.article(name)
            for tag in _tags(article, to, named=bool(names)):
                yield _target(article.target(tag), terms)


def _tags(article: "Article", to: list[str], *, named: bool) -> Sequence[str]:
    """Return the targets to check; an article that was named must have those asked for."""
    if named and to:
        return to
    return [tag for tag in article.targets if not to or tag in to]


def _is_file(name: str) -> bool:
    """Whether a name means a file: a slug has neither a dot nor a slash."""
    return any(sign in name for sign in "./\\")


def _workspace(*, needed: bool) -> "Workspace | None":
    """Return the workspace around the current folder; lone files do without."""
    from workflow.workspace.settings import settings_in

    here = Path.cwd()
    if needed or any(settings_in(folder) is not None for folder in (here, *here.parents)):
        return open_workspace()
    return None


def _glossary(workspace: "Workspace | None", named: Path | None) -> "Glossary | None":
    from workflow.errors import InputError
    from workflow.glossary.loader import load_glossary

    if named is not None:
        if not named.is_file():
            raise InputError(f"there is no glossary {named}", hint="Check the path.")
        return load_glossary(named)
    if workspace is None:
        return None
    return load_glossary(workspace.glossary_path, workspace.root)


def _context(workspace: "Workspace | None", glossary: "Glossary | None") -> "Context":
    from workflow.checks.article import context_of
    from workflow.checks.check import Context

    if workspace is None:
        return Context(glossary=glossary)
    return context_of(workspace.settings.checks, glossary)


def _file(path: Path, context: "Context", language: str | None) -> "Checked":
    from workflow.checks.files import check_file
    from workflow.checks.report import Checked, Found

    found = check_file(path, context, language)
    return Checked(
        str(path), [Found(finding, pair.target, pair.source or "") for pair, finding in found]
    )


def _target(target: "Target", glossary: "Glossary | None") -> "Checked":
    from workflow.checks.article import check_target, is_waived
    from workflow.checks.finding import Severity
    from workflow.checks.report import Checked, Found
    from workflow.workspace.board import remember_findings

    findings = check_target(target.article, target, glossary)
    standing = [finding for finding in findings if not is_waived(finding, target)]
    weights = [finding.severity for finding in standing]
    remember_findings(
        target.article.workspace,
        target,
        weights.count(Severity.ERROR),
        weights.count(Severity.WARNING),
    )
    texts, sources = target.texts, target.article.texts
    return Checked(
        f"{target.article.slug} [{target.tag}]",
        [
            Found(finding, texts.get(finding.unit or "", ""), sources.get(finding.unit or "", ""))
            for finding in standing
        ],
        waived=len(findings) - len(standing),
    )


def _print(checked: "list[Checked]") -> None:
    from workflow.checks.report import report, summary

    narrowest, widest = _WIDTHS
    width = min(widest, max(narrowest, shutil.get_terminal_size((widest, 24)).columns))
    colour = is_terminal() and "NO_COLOR" not in os.environ
    for each in checked:
        for line in report(each, width):
            style = _COLOURS.get(line.role, {}) if colour else {}
            text = harmless(line.text)
            out(typer.style(text, **style) if style else text, styled=True)
    out(summary(checked))
