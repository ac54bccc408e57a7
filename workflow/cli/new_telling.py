"""What `workflow new` shows of a text before it writes anything."""

from textwrap import shorten
from typing import TYPE_CHECKING

from workflow.cli.shell import out

if TYPE_CHECKING:
    from workflow.document.importing import Dropped, Imported
    from workflow.document.source import Cover, Place, Source

_SHOWN = 90
"""How much of a dropped text is shown, in characters."""


def tell(imported: "Imported") -> None:
    """Print what was found of a text, and what was left out."""
    from workflow.document.source import clock

    source = imported.source
    facts = [
        ("title", source.title),
        ("subtitle", shorten(source.summary or "", _SHOWN, placeholder=" …")),
        ("language", source.language + (" (detected)" if imported.guessed else "")),
        ("kind", source.kind.value),
        ("date", source.date.isoformat() if source.date else "not found"),
        ("authors", ", ".join(source.authors) or "not found"),
        ("translated by", ", ".join(source.translators)),
        ("publication", _shown(source.publication) or "not found"),
        ("original", _shown(source.original)),
        ("tags", ", ".join(source.tags)),
        ("cover", _cover(source.cover)),
        ("pictures", ", ".join(imported.media)),
        ("audio", ", ".join(audio.url or audio.file or "" for audio in source.audio)),
        ("listen on", ", ".join(place.name for place in source.listen)),
        ("episode", _episode(source)),
        ("participants", " · ".join(source.participants)),
        ("parts", " · ".join(f"{clock(part.start)} {part.title}" for part in source.parts)),
        ("music", source.music or ""),
        ("notes", " · ".join(shorten(n, _SHOWN, placeholder=" …") for n in source.notes)),
        ("size", f"{len(source.body.split()):,} words"),
    ]
    for label, value in facts:
        if value:
            out(f"  {label + ':':<15}{value}")
    _tell_dropped(imported.dropped)


def _episode(source: "Source") -> str:
    if source.episode is None:
        return ""
    return f"{source.episode}" + ("" if source.season is None else f" of season {source.season}")


def _tell_dropped(dropped: "tuple[Dropped, ...]") -> None:
    if not dropped:
        return
    out('Left out; --keep "words of it" puts a piece back:')
    for reason in dict.fromkeys(piece.reason for piece in dropped):
        out(f"  {reason}")
        for piece in dropped:
            if piece.reason == reason:
                out(f"    - {shorten(piece.text, _SHOWN, placeholder=' …')}")


def _shown(place: "Place | None") -> str:
    if place is None:
        return ""
    return f"{place.name} ({place.url})" if place.url else place.name


def _cover(cover: "Cover | None") -> str:
    if cover is None:
        return ""
    return " – ".join(part for part in (cover.file, cover.alt, cover.credit) if part)
