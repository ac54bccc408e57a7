"""Markdown, with or without front matter; its body is taken as it is written."""

import re
from datetime import date
from typing import Any

from workflow import safe_yaml
from workflow.document import inline
from workflow.document.frontmatter import parse_source
from workflow.document.importing import dates
from workflow.document.importing.blocks import Block, BlockKind
from workflow.document.importing.clutter import Keep
from workflow.document.importing.context import Context
from workflow.document.importing.encoding import decode, refuse_endless
from workflow.document.importing.imported import About, Dropped, Reading
from workflow.document.markdown import parse
from workflow.document.source import Source
from workflow.errors import InputError

EXTENSIONS: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")

_FRONT = re.compile(
    r"\A---[ \t]*\n(?P<front>.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE
)
_SIGNS = re.compile(r"[\\`*_\[\]<&]")
_MOST_SIGNS = 3_000
_PARTED = re.compile(r"[\s>]*(?:$|\||[-+*]\s|\d+[.)]\s)")
"""How a line begins that ends a paragraph: it is empty, an item, or the row of a table."""

_KINDS = {
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "bullet_list_open": BlockKind.LIST,
    "ordered_list_open": BlockKind.LIST,
    "blockquote_open": BlockKind.QUOTE,
    "table_open": BlockKind.TABLE,
    "hr": BlockKind.RULE,
}
_NAMES = {  # what other programs call these in their front matter
    "title": ("title",),
    "summary": ("summary", "description", "subtitle"),
    "authors": ("authors", "author"),
    "translators": ("translators", "translator"),
    "tags": ("tags", "keywords"),
    "language": ("language", "lang", "locale"),
    "date": ("date", "published"),
}


def read(data: bytes, name: str, keep: Keep, context: Context) -> Reading:  # noqa: ARG001 - as it is
    """Read a Markdown file: front matter as in `source.md`, or what other programs put there."""
    text = decode(data, name)
    refuse_endless(len(text), name)
    _refuse_laborious(text, name)
    front = _FRONT.match(text)
    about, ignored = _front_matter(text, front["front"], name) if front else (About(), ())
    blocks = _blocks(text[front.end() :] if front else text)
    if not about.title and blocks and blocks[0].markdown.startswith("# "):
        title, *blocks = blocks
        about = About(title=title.markdown.removeprefix("# ").strip(" #")).over(about)
    return Reading(blocks=tuple(blocks), about=about, claimed=about.language, dropped=ignored)


def _refuse_laborious(text: str, name: str) -> None:
    """Refuse a paragraph of nothing but signs: a parser's work grows with the square of them."""
    signs = 0
    for number, line in enumerate(text.split("\n"), start=1):
        signs = 0 if _PARTED.match(line) else signs
        signs += len(_SIGNS.findall(line))
        if signs > _MOST_SIGNS:
            raise InputError(
                f"{name}:{number}: a paragraph has more than {_MOST_SIGNS:,} signs of markup",
                hint="Part it with empty lines, or save it as plain text (.txt).",
            )


def _front_matter(text: str, front: str, name: str) -> tuple[About, tuple[Dropped, ...]]:
    try:
        return _known(parse_source(text, name)), ()
    except InputError:
        values = safe_yaml.load(front, name, first_line=2)
    if not isinstance(values, dict):
        return About(), ()
    found = {field: value for field, names in _NAMES.items() if (value := _first(values, names))}
    about = About(
        title=_text(found.get("title")),
        summary=_text(found.get("summary")),
        language=_text(found.get("language")),
        authors=_texts(found.get("authors")),
        translators=_texts(found.get("translators")),
        tags=_texts(found.get("tags")),
        date=_date(found.get("date")),
    )
    taken = {name for names in _NAMES.values() for name in names}
    reason = "front matter that is not known here"
    return about, tuple(
        Dropped(f"{key}: {value}", reason) for key, value in values.items() if key not in taken
    )


def _known(source: Source) -> About:
    values = {name: value for name, value in vars(source).items() if name != "body"}
    return About(**values)


def _first(values: dict[Any, Any], names: tuple[str, ...]) -> Any:
    return next((values[name] for name in names if values.get(name)), None)


def _text(value: object) -> str | None:
    return str(value).strip() if isinstance(value, str | int | float) else None


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(text for item in value if (text := _text(item)))
    text = _text(value)
    return (text,) if text else ()


def _date(value: object) -> date | None:
    return value if type(value) is date else dates.from_machine(str(value or ""))


def _blocks(text: str) -> list[Block]:
    """Cut a body into its blocks; between them stand definitions, which no reader sees."""
    lines = text.split("\n")
    result: list[Block] = []
    end = 0
    for token in parse(text):
        if token.level or token.nesting < 0 or token.map is None:
            continue
        first, last = token.map
        result.extend(_definitions(lines[end:first]))
        written = "\n".join(lines[first:last]).rstrip()
        kind = _KINDS.get(token.type, BlockKind.CODE)
        result.append(Block(kind, written, _shown(kind, written)))
        end = last
    return [*result, *_definitions(lines[end:])]


def _definitions(lines: list[str]) -> list[Block]:
    text = "\n".join(lines).strip("\n")
    return [Block(BlockKind.DEFINITION, text, "")] if text.strip() else []


def _shown(kind: BlockKind, written: str) -> str:
    if kind in (BlockKind.RULE, BlockKind.CODE):
        return "" if kind is BlockKind.RULE else written
    return "\n".join(
        inline.plain(token.content).replace("\n", " ")
        if kind is not BlockKind.PARAGRAPH
        else inline.plain(token.content)
        for token in parse(written)
        if token.type == "inline"
    )
