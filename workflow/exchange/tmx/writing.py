"""Pairs to TMX: inline markup as the codes that other tools keep whole."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from workflow.document.inline import SegmentKind, has_markup, segments
from workflow.exchange.tmx.pair import NATIVE_CODES, Pair

_FORBIDDEN = dict.fromkeys((c for c in range(0x20) if chr(c) not in "\t\n"), " ")
_FORBIDDEN |= dict.fromkeys((0xFFFE, 0xFFFF), " ")
"""What no XML file may hold."""


def write_tmx(pairs: Iterable[Pair], tool: str, version: str) -> Iterator[str]:
    """Yield a TMX file piece by piece; `tool` and `version` are what it is made with."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f"<header creationtool={quoteattr(tool)} creationtoolversion={quoteattr(version)} "
        f'segtype="block" o-tmf="{NATIVE_CODES}" adminlang="en" srclang="*all*" '
        'datatype="plaintext"/>\n<body>\n'
    )
    for pair in pairs:
        yield f"<tu{_attributes(pair)}>\n"
        yield _variant(pair.source_language, pair.source)
        yield _variant(pair.target_language, pair.target)
        yield "</tu>\n"
    yield "</body>\n</tmx>\n"


def _attributes(pair: Pair) -> str:
    when = pair.at.replace("-", "").replace(":", "")
    values = {"srclang": pair.source_language, "changedate": when, "changeid": pair.by}
    return "".join(f" {key}={quoteattr(_sound(value))}" for key, value in values.items() if value)


def _variant(tag: str, text: str) -> str:
    segment = "".join(_coded(_sound(text)))
    return f"<tuv xml:lang={quoteattr(tag)}><seg>{segment}</seg></tuv>\n"


def _coded(text: str) -> Iterator[str]:
    if not has_markup(text):
        yield escape(text)
        return
    number, opened = 0, []
    for segment in segments(text):
        raw = escape(segment.raw)
        match segment.kind:
            case SegmentKind.TEXT:
                yield escape(segment.text)
            case SegmentKind.OPEN:
                number += 1
                opened.append(number)
                yield f'<bpt i="{number}">{raw}</bpt>'
            case SegmentKind.CLOSE:
                yield f'<ept i="{opened.pop()}">{raw}</ept>'
            case _:
                yield f"<ph>{raw}</ph>"


def _sound(text: str) -> str:
    return text.encode(errors="replace").decode().translate(_FORBIDDEN)
