"""Lone files: a bilingual PO file, or a text in one language, cut into pairs to check."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.checks.check import Context, Pair
from workflow.checks.finding import Finding
from workflow.checks.page_files import page_text
from workflow.checks.pieces import Piece, Text, heading_kind
from workflow.checks.places import Place, po_places
from workflow.checks.run import spread_findings
from workflow.document.units import UnitKind
from workflow.errors import InputError
from workflow.language.tags import standard

if TYPE_CHECKING:
    from polib import POEntry

    from workflow.document.subtitles.captions import Caption

_IMPORTED = frozenset({".docx", ".srt", ".vtt"})
SUFFIXES = frozenset({".po", ".txt", ".md", ".html", ".htm"}) | _IMPORTED
MAX_SIZE = 64 * 1024 * 1024
"""The largest file that is read, in bytes."""
_KINDS = {kind.value: kind for kind in UnitKind}
_HINT = "Give .po, .txt, .md, .html, .docx, .srt or .vtt files, or slugs of articles."


def check_file(
    path: Path, context: Context, language: str | None = None
) -> list[tuple[Pair, Finding]]:
    """Return the findings of a lone file in reading order, each with the pair that it is in.

    `language` is that of the text, or of the translations of a PO file, where the file does not say
    so; the language of a text that says nothing is guessed. Raises InputError for a file that
    cannot be read.
    """
    located = list(_located(path, language))
    places = {id(pair): place for pair, place in located}
    return [
        (pair, _placed(replace(found, target=pair.target_language), path, places[id(pair)]))
        for pair, found in spread_findings([pair for pair, _ in located], context)
    ]


def _placed(finding: Finding, path: Path, place: Place) -> Finding:
    line, column = place.at(finding.span)
    if path.suffix.lower() in _IMPORTED:
        return replace(finding, file=str(path), paragraph=line)
    return replace(finding, file=str(path), line=line, column=column)


def _located(path: Path, language: str | None) -> Iterator[tuple[Pair, Place]]:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"{path} is no kind of file that can be checked", hint=_HINT)
    if suffix in _IMPORTED:
        yield from _in_one_language(_imported(path), language)
        return
    written = _read(path)
    if suffix == ".po":
        yield from _po(path, written, language)
        return
    text = {".txt": _plain, ".md": _markdown}.get(suffix, page_text)(written)
    yield from _in_one_language(text, language)


def _in_one_language(text: Text, language: str | None) -> Iterator[tuple[Pair, Place]]:
    tag = _language(text, language)
    for piece in text.pieces:
        pair = Pair(None, piece.kind, None, piece.text, None, tag)
        if piece.shown:
            from workflow.checks.subtitle_files import screen_of

            pair = replace(pair, screen=screen_of(piece.shown, tag))
        yield pair, piece.place


def _read(path: Path) -> str:
    try:
        return _read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8 text", hint="Save it as UTF-8.") from None


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_SIZE:
            raise InputError(f"{path} is too large to be checked", hint="Split it.")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", hint=_HINT) from None


def _language(text: Text, named: str | None) -> str:
    if named or text.language:
        return standard(named or text.language or "")
    from workflow.language.detect import detect

    return detect("\n".join(piece.text for piece in text.pieces))


def _po(path: Path, written: str, language: str | None) -> Iterator[tuple[Pair, Place]]:
    import polib

    try:
        file = polib.pofile(written)
    except (OSError, ValueError) as error:
        reason = str(error).strip() or "not a PO file"
        raise InputError(f"{path}: {reason}", hint="`msgfmt -c` says more.") from None
    target = file.metadata.get("Language") or language
    if not target:
        raise InputError(
            f"{path} does not say which language it is in",
            hint="Add a header “Language: es”, or give --language es.",
        )
    source = file.metadata.get("X-Source-Language")
    into, out_of = standard(target), standard(source) if source else None
    strings = po_places(written)
    units = [
        (entry, source_text, text)
        for entry in file
        if not entry.obsolete
        for source_text, text in _forms(entry)
    ]
    places = strings[len(strings) - len(units) :]
    for (entry, source_text, text), place in zip(units, places, strict=True):
        pair = Pair(
            unit=entry.msgctxt or None,
            kind=_kind(entry.msgctxt or ""),
            source=source_text,
            target=text,
            source_language=out_of,
            target_language=into,
        )
        yield pair, place


def _forms(entry: "POEntry") -> list[tuple[str, str]]:
    """Return source and translation, of each plural form where an entry has them."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [
        (entry.msgid if number == 0 else entry.msgid_plural, text)
        for number, text in sorted(entry.msgstr_plural.items())
    ]


def _kind(unit: str) -> UnitKind | None:
    prefix = unit.split("-")[0]
    return _KINDS.get(prefix)


def _plain(written: str) -> Text:
    """Cut plain text at its empty lines."""
    pieces = []
    lines: list[str] = []
    for number, line in enumerate([*written.splitlines(), ""], 1):
        if line.strip():
            lines.append(line)
        elif lines:
            pieces.append(_lines(lines, [(number - len(lines) + i, 1) for i in range(len(lines))]))
            lines = []
    return Text(tuple(pieces))


def _lines(lines: list[str], places: list[tuple[int, int]], kind: UnitKind | None = None) -> Piece:
    offset, stretches = 0, []
    for line, (number, column) in zip(lines, places, strict=True):
        stretches.append((offset, number, column))
        offset += len(line) + 1
    return Piece("\n".join(lines), Place(tuple(stretches)), kind)


def _markdown(written: str) -> Text:
    """Take the inline text of each block of CommonMark; front matter is passed over."""
    from workflow.document.markdown import parse

    language, first, body = _front_matter(written)
    file = body.splitlines()
    pieces = []
    above: UnitKind | None = None
    for token in parse(body):
        if token.type == "inline" and token.map and token.content.strip():
            lines = token.content.split("\n")
            numbers = range(token.map[0], token.map[0] + len(lines))
            places = [
                (first + number, _column(file, number, line) + 1)
                for number, line in zip(numbers, lines, strict=True)
            ]
            pieces.append(_lines(lines, places, above))
        above = heading_kind(token.tag) if token.type == "heading_open" else None
    return Text(tuple(pieces), language)


def _column(file: list[str], number: int, line: str) -> int:
    return max(0, file[number].find(line)) if number < len(file) else 0


def _front_matter(written: str) -> tuple[str | None, int, str]:
    """Return the language that front matter names, the first line of the body, and the body."""
    lines = written.splitlines()
    if not lines or lines[0].strip() != "---" or "---" not in lines[1:]:
        return None, 1, written
    end = lines.index("---", 1)
    named = [
        line.partition(":")[2].strip() for line in lines[1:end] if line.startswith("language:")
    ]
    return (named[0] if named else None), end + 2, "\n".join(lines[end + 1 :])


def _imported(path: Path) -> Text:
    """Take the paragraphs of a Word document, all its changes accepted, or of subtitles.

    Such a file shows no lines: each paragraph is one here.
    """
    from workflow.document.importing.clutter import keeping
    from workflow.document.importing.context import Context as Around
    from workflow.document.importing.formats import format_of

    data = _read_bytes(path)
    reading = format_of(data, path.name).read(data, path.name, keeping(()), Around())
    texts: Iterable[tuple[str, tuple[Caption, ...]]]
    if path.suffix.lower() == ".docx":
        texts = (
            (text, ()) for text in (reading.about.title or "", *(b.text for b in reading.blocks))
        )
    else:
        from workflow.checks.subtitle_files import paragraphs

        texts = paragraphs(data, path.name, reading.blocks)
    pieces = [
        Piece(" ".join(text.split()), Place(((0, number, 1),)), shown=shown)
        for number, (text, shown) in enumerate((each for each in texts if each[0].strip()), 1)
    ]
    return Text(tuple(pieces), reading.claimed)
