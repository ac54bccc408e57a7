"""Subtitles: WebVTT and SubRip files become a transcript with its time codes.

One reader takes both, since files are seldom quite what their format says: text without a time of
its own belongs to the cue before it, and what cannot be taken in is told. Sentences that go on from
cue to cue become one paragraph, since only a whole sentence can be translated.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from pathlib import PurePath

from workflow.document import inline
from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.clutter import Keep
from workflow.document.importing.context import Context
from workflow.document.importing.encoding import decode, refuse_endless
from workflow.document.importing.imported import About, Dropped, Reading
from workflow.document.importing.passages import Caption, Speech, passage_blocks
from workflow.document.importing.runs import Run, trimmed
from workflow.document.importing.speakers import talkers
from workflow.document.markdown import clean
from workflow.document.source import ArticleKind
from workflow.document.subtitles.cue import Cue, read_times
from workflow.errors import InputError

EXTENSIONS: tuple[str, ...] = (".srt", ".vtt")

_LANGUAGE = re.compile(r"\.(?P<tag>[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?)$")
_SHOWN = 60
"""How many characters of a line a message shows."""
_REMARK = re.compile(r"(?:NOTE|STYLE|REGION)\b")
_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>v|i|b|u|s|c|lang|ruby|rt|font)"
    r"(?:\.[^ \t<>]{0,200})?(?:[ \t]+(?P<value>[^<>]{0,200}))?>"
    r"|<\d[\d:.]{0,20}>|\{\\[^{}]{0,200}\}",
    re.IGNORECASE,
)
_LIKE_TIMES = re.compile(r"\s*\d+:\d.*-->")
_DASH = re.compile(r"\s*[-–—‐]\s*(?=\S)")
_LONGEST_CUE = 5_000
"""How much text, in characters, one cue may have."""


def read(data: bytes, name: str, keep: Keep, context: Context) -> Reading:  # noqa: ARG001 - what is said is kept
    """Read subtitles; the name of the file gives a title and a language, if nothing else does."""
    text = decode(data, name)
    refuse_endless(len(text), name)
    title, lines = _header(text)
    cues, outside = _cues(lines, name)
    captions = [Caption(cue, _speeches("\n".join(said))) for cue, said in cues]
    captions = _with_names([caption for caption in captions if caption.speeches])
    stem, tag = _stem(PurePath(name).stem)
    return Reading(
        blocks=passage_blocks(captions),
        about=About(title=inline.escape(title or stem) or None, kind=ArticleKind.PODCAST),
        claimed=tag,
        dropped=tuple(Dropped(text, "stands in no subtitle") for text in outside),
    )


def shown_cues(data: bytes, name: str) -> Iterator[tuple[Cue, list[str]]]:
    """Yield the cues of a file in the order of time, each with the lines that stand on the screen.

    Raises InputError as `read` does.
    """
    _, lines = _header(decode(data, name))
    for cue, said in _cues(lines, name)[0]:
        plain = (unescape(_TAG.sub("", line)).strip() for line in said)
        yield cue, [line for line in plain if line]


def _header(text: str) -> tuple[str, list[str]]:
    """Return the title in the first line of a WebVTT file, and the lines after its header."""
    lines = text.split("\n")
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        return "", lines
    start = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    return lines[0].removeprefix("WEBVTT").strip(" \t-–—"), lines[start:]


def _stem(stem: str) -> tuple[str, str | None]:
    """Return the words of `river_talk.pt-BR`, and the language."""
    match = _LANGUAGE.search(stem)
    words = re.sub(r"[\s_-]+", " ", stem[: match.start()] if match else stem).strip()
    return words, match["tag"] if match else None


def _cues(lines: Iterable[str], name: str) -> tuple[list[tuple[Cue, list[str]]], list[str]]:
    """Return the cues in the order of their times, with their lines, and what belongs to none."""
    found: list[tuple[Cue, list[str]]] = []
    outside: list[str] = []
    block: list[str] = []
    fresh = True
    for line in [*lines, ""]:
        cue = _times(line, name)
        if cue and block and (block[-1].strip().isdigit() or (fresh and len(block) == 1)):
            block.pop()  # the number or the name of this cue
        if line.strip() and not cue:
            block.append(line)
            continue
        if block and found and not (fresh and _REMARK.match(block[0])):
            found[-1][1].extend(block)
        elif block:
            outside.append("\n".join(block))
        block, fresh = [], not cue
        if cue:
            found.append((cue, []))
    for cue, said in found:
        if sum(map(len, said)) > _LONGEST_CUE:
            raise InputError(
                f"{name}: {cue.times} is followed by more text than any subtitle has",
                hint="Check that it is the right file, and that no times are missing in it.",
            )
    return sorted(found, key=lambda item: item[0].start), outside


def _times(line: str, name: str) -> Cue | None:
    """Return the cue that a line announces. Raises InputError for times that cannot be."""
    cue = read_times(line)
    if (cue and cue.end <= cue.start) or (not cue and _LIKE_TIMES.match(line)):
        raise InputError(
            f"{name}: `{line.strip()[:_SHOWN]}` is no time from an earlier moment to a later one",
            hint="Mend the line in the file; times are written 00:01:02.500 --> 00:01:04.000.",
        )
    return cue


def _speeches(text: str) -> tuple[Speech, ...]:
    """Return what is said in one cue, by voices, or by lines that begin with dashes."""
    lines = text.split("\n")
    dashed = [bool(_DASH.match(_TAG.sub("", line))) for line in lines]
    parted = any(dashed[1:])
    found = [Speech("", (), dashed[:1] == [True])]
    italic = False
    for line, has_dash in zip(lines, dashed, strict=True):
        if parted and has_dash and found[-1].runs:
            found.append(Speech("", (), dashed=True))
        place = 0
        for tag in [*_TAG.finditer(line), None]:
            words = line[place : tag.start() if tag else None]
            if has_dash and words.strip():
                words, has_dash = _DASH.sub("", words, count=1), False
            run = Run(unescape(words) + ("" if tag else " "), emphasis=italic)
            found[-1] = replace(found[-1], runs=(*found[-1].runs, run))
            if tag is None:
                break
            place = tag.end()
            match (tag["name"] or "").lower(), bool(tag["end"]):
                case "v", False:
                    found.append(Speech(" ".join(unescape(tag["value"] or "").split()), ()))
                case "v", True:
                    found.append(Speech("", ()))
                case "i", ends:
                    italic = not ends
    whole = (replace(speech, runs=_flat(speech.runs)) for speech in found)
    return tuple(speech for speech in whole if speech.runs)


def _flat(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs on one line."""
    return trimmed(replace(run, text=re.sub(r"\s+", " ", clean(run.text))) for run in runs)


def _with_names(captions: Sequence[Caption]) -> list[Caption]:
    """Know the names that speeches begin with, `ANNA: Hello`, where the file has no voices."""
    speeches = [speech for caption in captions for speech in caption.speeches]
    if any(speech.speaker for speech in speeches):
        return list(captions)
    names = talkers([Block(BlockKind.PARAGRAPH, "", speech.text) for speech in speeches])
    return [
        replace(caption, speeches=tuple(_named(speech, names) for speech in caption.speeches))
        for caption in captions
    ]


def _named(speech: Speech, names: frozenset[str]) -> Speech:
    name, colon, after = speech.text.partition(":")
    if not colon or name.strip() not in names or not after.strip():
        return speech
    left = len(name) + 1
    runs = []
    for run in speech.runs:
        runs.append(replace(run, text=run.text[left:]))
        left = max(0, left - len(run.text))
    return replace(speech, speaker=name.strip(), runs=trimmed(runs))
