"""`workflow check`: what is wrong with articles of the workspace, or with lone files."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workflow.cli.asked import Asked
from workflow.cli.hiding import shown
from workflow.cli.shell import By, harmless, is_terminal, out, print_json, say

if TYPE_CHECKING:
    from workflow.checks.approvals import Approvals
    from workflow.checks.check import Context
    from workflow.checks.finding import Finding
    from workflow.checks.report import Checked
    from workflow.glossary.glossary import Glossary
    from workflow.workspace.target import Target

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
    SARIF = "sarif"
    GITHUB = "github"
    HTML = "html"


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
    form: Annotated[
        Format,
        typer.Option("--format", metavar="FORMAT", help="text, json, sarif, github or html."),
    ] = Format.TEXT,
    worst: Annotated[
        bool, typer.Option("--worst", help="The most damaged units first, not in reading order.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="First write the mends that are safe, and show them.")
    ] = False,
    by: By = None,
) -> None:
    """Check translations: glossary, numbers, words left over, quotes, links, slips and more.

    A file is checked on its own: a .po file against its source, a .txt, .md, .html, .docx, .srt or
    .vtt file as a text in one language. Exit code 1: there are errors which nobody has waived.
    """
    asked = Asked(names or [], to or [], language, glossary)
    if fix:
        from workflow.cli.mending import mend

        mend(asked, by)
    checked = [_shown(each) for each in _checked(asked)]
    if worst:
        from workflow.checks.damage import worst_first

        checked = [worst_first(each) for each in checked]
    _WRITERS[form](checked)
    if form is Format.TEXT and not asked.context.is_off("spelling", ""):
        _tell_of_dictionaries(checked)
    if any(found.finding.severity == "error" for each in checked for found in each.found):
        raise typer.Exit(1)


def _checked(asked: Asked) -> "Iterator[Checked]":
    """Yield what is found in each file and target, in the order in which they were named."""
    items = list(asked.items())
    files = [item for item in items if isinstance(item, Path)]
    if len(files) == len(items) > 1:
        from workflow.checks.spreading import spread

        context, language = asked.context, asked.language
        yield from spread(lambda path: _file(path, context, language), files)
        return
    with ExitStack() as opened:
        approvals: Approvals | None = None
        for item in items:
            if isinstance(item, Path):
                yield _file(item, asked.context, asked.language)
                continue
            if approvals is None:
                approvals = opened.enter_context(_approvals(item))
            yield _target(item, asked.terms, approvals)


def _approvals(target: "Target") -> "Approvals":
    from workflow.checks.approvals import Approvals

    return Approvals(target.article.workspace)


def _shown(checked: "Checked") -> "Checked":
    """Return what the person at the terminal may see of it."""
    found = [shown(each, each.text, each.source) for each in checked.found]
    idle = [shown(line) for line in checked.idle]
    return replace(checked, name=shown(checked.name), found=found, idle=idle)


def _file(path: Path, context: "Context", language: str | None) -> "Checked":
    from workflow.checks.files import check_file
    from workflow.checks.report import Checked, Found

    found = check_file(path, context, language)
    return Checked(
        str(path),
        [
            Found(finding, pair.target, pair.source or "", pair.source_language or "")
            for pair, finding in found
        ],
    )


def _target(target: "Target", glossary: "Glossary | None", approvals: "Approvals") -> "Checked":
    from workflow.checks.article import check_target, idle_waivers, is_waived
    from workflow.checks.finding import Severity
    from workflow.checks.report import Checked, Found
    from workflow.workspace.board import remember_findings

    findings = check_target(target.article, target, glossary, approvals)
    standing = [finding for finding in findings if not is_waived(finding, target)]
    weights = [finding.severity for finding in standing]
    remember_findings(
        target.article.workspace,
        target,
        weights.count(Severity.ERROR),
        weights.count(Severity.WARNING),
    )
    texts, sources = target.texts, target.article.texts
    source_language = target.article.source.language
    return Checked(
        f"{target.article.slug} [{target.tag}]",
        [
            Found(
                finding,
                texts.get(finding.unit or "", ""),
                sources.get(finding.unit or "", ""),
                source_language,
            )
            for finding in standing
        ],
        waived=len(findings) - len(standing),
        idle=[
            " · ".join(filter(None, (waiver.check, waiver.unit, f"“{waiver.excerpt}”")))
            for waiver in idle_waivers(findings, target)
        ],
        language=target.tag,
    )


def _tell_of_dictionaries(checked: "list[Checked]") -> None:
    """Say once in which languages nobody looks at the spelling."""
    from workflow.language.spelling import speller

    tags = sorted({each.language for each in checked if each.language})
    if missing := [tag for tag in tags if speller(tag) is None]:
        say(
            f"The spelling of {', '.join(missing)} is not checked: no Hunspell dictionary, "
            "or no spylls, is installed."
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


def _print_json(checked: "list[Checked]") -> None:
    from workflow.checks.damage import damaged_units

    records = [_record(found.finding) for each in checked for found in each.found]
    print_json({"findings": records, "damage": [asdict(unit) for unit in damaged_units(checked)]})


_FIELDS = (
    "file",
    "article",
    "target",
    "unit",
    "check",
    "severity",
    "span",
    "excerpt",
    "line",
    "column",
    "paragraph",
    "message",
    "suggestions",
)
"""What a script gets to know of a finding, in this order."""


def _record(finding: "Finding") -> dict[str, Any]:
    return {key: getattr(finding, key) for key in _FIELDS}


def _print_sarif(checked: "list[Checked]") -> None:
    from workflow.checks.sarif import sarif

    print_json(sarif(checked))


def _print_annotations(checked: "list[Checked]") -> None:
    from workflow.checks.github import annotations

    for line in annotations(checked):
        out(line)


def _print_page(checked: "list[Checked]") -> None:
    from workflow.checks.findings_page import findings_page

    out(findings_page(checked))


_WRITERS = {
    Format.TEXT: _print,
    Format.JSON: _print_json,
    Format.SARIF: _print_sarif,
    Format.GITHUB: _print_annotations,
    Format.HTML: _print_page,
}
