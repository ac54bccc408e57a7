"""`workflow memory`: search, import, export, stats."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workflow.cli.hiding import shown
from workflow.cli.shell import AsJson, open_workspace, out, print_json, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workflow.memory import Match, Memory

app = typer.Typer(no_args_is_help=True, help="What has been translated and confirmed before.")

_SHOWN = 5

From = Annotated[
    str | None, typer.Option("--from", metavar="TAG", help="Only texts in this language.")
]
Into = Annotated[
    str | None, typer.Option("--to", metavar="TAG", help="Only translations into this language.")
]


@app.command()
def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence or a paragraph.")],
    source: From = None,
    to: Into = None,
    least: Annotated[
        int, typer.Option("--least", min=70, max=100, help="How alike a text must be, in percent.")
    ] = 70,
    as_json: AsJson = False,
) -> None:
    """Show how a text, or one like it, was translated before, and where the two differ."""
    from workflow.memory import open_memory

    with open_memory(open_workspace()) as memory:
        matches = [
            match
            for pair in _pairs(memory, source, to)
            for match in (
                *memory.same(text, *pair)[:_SHOWN],
                *memory.alike(text, *pair, least=least / 100, most=_SHOWN),
            )
        ]
    matches = _once(sorted(shown(matches), key=lambda match: -match.score))[:_SHOWN]
    if as_json:
        print_json({"matches": [_as_json(match, text) for match in matches]})
    elif not matches:
        say("Nothing in the memory is like that. `workflow memory stats` shows what there is.")
    else:
        out("\n\n".join(_described(match, text) for match in matches))


@app.command("import")
def import_memory(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", exists=True, dir_okay=False, help="TMX 1.4 files."),
    ],
) -> None:
    """Take in memories from elsewhere; each is kept in the workspace's folder memory/."""
    from workflow.memory import import_tmx

    workspace = open_workspace()
    for file in files:
        count, skipped = import_tmx(workspace, file)
        out(f"{file.name}: {_counted(count)}")
        for reason, number in sorted(skipped.items()):
            say(f"left out: {number} × {reason}")


@app.command()
def export(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", dir_okay=False, help="Where to write the TMX file.")
    ],
    source: From = None,
    to: Into = None,
) -> None:
    """Write all confirmed units as a TMX 1.4 file, for other tools."""
    from workflow.memory import export_tmx, open_memory
    from workflow.withheld.redaction import for_files

    workspace = open_workspace()
    redaction = for_files(workspace)
    with open_memory(workspace) as memory:
        pairs = _pairs(memory, source, to)
        count = export_tmx(memory, file, pairs, lambda text: not redaction.places(text))
    out(f"{file}: {_counted(count)}")
    if not count:
        say("Nothing in the memory is of these languages: see `workflow memory stats`.")


@app.command()
def stats(as_json: AsJson = False) -> None:
    """Count what the memory holds, by languages."""
    from workflow.memory import Level, open_memory

    with open_memory(open_workspace()) as memory:
        counts, places = memory.counts(), len(memory.fingerprints())
    rows: list[dict[str, Any]] = [
        {
            "source": source,
            "target": target,
            "units": counts[source, target, Level.UNIT],
            "sentences": counts[source, target, Level.SENTENCE],
        }
        for source, target in sorted({(source, target) for source, target, _ in counts})
    ]
    if as_json:
        print_json({"languages": rows, "places": places})
        return
    for row in rows:
        sentences = f", {row['sentences']} sentences in them" if row["sentences"] else ""
        out(f"{row['source']} → {row['target']}  {_counted(row['units'])}{sentences}")
    say(f"from {places} {'place' if places == 1 else 'places'}" if rows else "The memory is empty.")


def _pairs(memory: "Memory", source: str | None, target: str | None) -> list[tuple[str, str]]:
    """Return the pairs of languages in the memory that are asked for."""
    from workflow.memory import answers

    pairs = sorted({(source, target) for source, target, _ in memory.counts()})
    return [
        pair
        for pair in pairs
        if (source is None or answers(source, pair[0]))
        and (target is None or answers(target, pair[1]))
    ]


def _once(matches: "Sequence[Match]") -> "list[Match]":
    """Return matches without those that say the same as one before."""
    found: dict[object, Match] = {}
    for match in matches:
        entry = match.entry
        pair = entry.source_language, entry.target_language, entry.source, entry.target
        found.setdefault(pair, match)
    return list(found.values())


def _described(match: "Match", text: str) -> str:
    from workflow.memory import difference

    entry = match.entry
    who = ", ".join(part for part in (match.place, entry.by, entry.at[:10]) if part)
    return (
        f"{match.score:.0%}  {entry.source_language} → {entry.target_language}  ({who})\n"
        f"  {difference(entry.source, text)}\n  {entry.target}"
    )


def _as_json(match: "Match", text: str) -> dict[str, Any]:
    from workflow.memory import difference

    entry = match.entry
    return {
        "score": round(match.score, 4),
        "source_language": entry.source_language,
        "target_language": entry.target_language,
        "source": entry.source,
        "target": entry.target,
        "difference": difference(entry.source, text),
        "level": entry.level.name.lower(),
        "place": match.place,
        "unit": entry.unit or None,
        "by": entry.by or None,
        "at": entry.at or None,
    }


def _counted(units: int) -> str:
    return "1 unit" if units == 1 else f"{units} units"
