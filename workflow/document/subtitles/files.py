"""Captions as the text of a .vtt or .srt file.

WebVTT as in https://www.w3.org/TR/webvtt1/. SubRip has no standard and no way to write what would
be a tag: a word joiner, which nobody sees, keeps `<` and `{` apart from what follows.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from workflow.document.subtitles.captions import Caption
from workflow.document.subtitles.spoken import Spoken

_TAG_LIKE = re.compile(r"([<{])(?=[\w/!\\])")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def web_vtt(captions: Iterable[Caption], notes: Sequence[str] = ()) -> str:
    """Return a WebVTT file; players show nothing of `notes`, which stand at its beginning."""
    remarks = [f"NOTE {_one_line(note)}" for note in notes if note.strip()]
    blocks = [
        f"{caption.cue.times} {caption.cue.settings}".rstrip() + "\n" + _payload(caption)
        for caption in captions
    ]
    return "\n\n".join(["WEBVTT", *remarks, *blocks]) + "\n"


def sub_rip(captions: Iterable[Caption]) -> str:
    """Return a SubRip file."""
    return "\n".join(
        f"{number}\n{caption.cue.times.replace('.', ',')}\n"
        + "\n".join(map(_plain, caption.lines))
        + "\n"
        for number, caption in enumerate(captions, start=1)
    )


def _payload(caption: Caption) -> str:
    texts = [_marked(line, lambda text: text.translate(_ENTITIES)) for line in caption.lines]
    voices = [line.speaker for line in caption.lines]
    if len(set(voices)) == 1:
        return _voiced(voices[0], "\n".join(texts))
    return "\n".join(map(_voiced, voices, texts))


def _voiced(speaker: str, text: str) -> str:
    return f"<v {_one_line(speaker).translate(_ENTITIES)}>{text}</v>" if speaker else text


def _plain(line: Spoken) -> str:
    return _marked(line, lambda text: _TAG_LIKE.sub("\\1\u2060", text).replace("-->", "--\u2060>"))


def _marked(line: Spoken, escape: Callable[[str], str]) -> str:
    """Return a line with its italics as tags."""
    written, place = "", 0
    for start, end in line.italics:
        written += f"{escape(line.text[place:start])}<i>{escape(line.text[start:end])}</i>"
        place = end
    return written + escape(line.text[place:])


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("-->", "→")
