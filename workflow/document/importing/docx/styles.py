"""What paragraph styles and list numbers of a Word document mean."""

from dataclasses import dataclass

from workflow.document.importing.docx.archive import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX_CHAIN = 20


@dataclass(frozen=True)
class Style:
    """A style: `name` as Word calls it in every language, and what it may inherit."""

    name: str
    base: str | None
    outline: int | None
    number: tuple[str, int] | None


@dataclass(frozen=True)
class Item:
    """A place in a list: which list, how deep (from 0), and the first number, None for points."""

    list: str
    level: int
    first: int | None


class Styles:
    """The styles and lists of a document; either part may be missing."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        found = styles.iter(f"{W}style") if styles is not None else ()
        self._styles = {node.get(f"{W}styleId", ""): _style(node) for node in found}
        self._default = next(
            (
                node.get(f"{W}styleId", "")
                for node in (styles.iter(f"{W}style") if styles is not None else ())
                if node.get(f"{W}default") in ("1", "true") and node.get(f"{W}type") == "paragraph"
            ),
            None,
        )
        self._formats = _formats(numbering)
        self.defined = frozenset(style.name for style in self._styles.values())

    def names(self, paragraph: Element) -> tuple[str, ...]:
        """Return the names of a paragraph's style and of those that it is based on."""
        return tuple(style.name for style in self._chain(paragraph))

    def heading(self, paragraph: Element) -> int | None:
        """Return the level of a heading, from 1; None for other paragraphs."""
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        levels = [_number(own)] if own is not None else []
        levels += [style.outline for style in self._chain(paragraph)]
        level = next((level for level in levels if level is not None), None)
        return level + 1 if level is not None and level < 9 else None

    def item(self, paragraph: Element) -> Item | None:
        """Return the place of a paragraph in a list; None where it stands in none."""
        own = _numbered(paragraph.find(f"{W}pPr/{W}numPr"))
        inherited = (style.number for style in self._chain(paragraph) if style.number)
        found = own or next(inherited, None)
        if found is None or found[0] == "0":
            return None
        number, level = found
        kind, start = self._formats.get((number, level), ("bullet", 1))
        if kind == "none":
            return None
        return Item(number, level, None if kind == "bullet" else start)

    def _chain(self, paragraph: Element) -> list[Style]:
        node = paragraph.find(f"{W}pPr/{W}pStyle")
        name = node.get(f"{W}val") if node is not None else self._default
        chain: list[Style] = []
        while name in self._styles and len(chain) < _MAX_CHAIN:
            chain.append(self._styles[name])
            name = chain[-1].base
        return chain


def _style(node: Element) -> Style:
    base = node.find(f"{W}basedOn")
    named = node.find(f"{W}name")
    name = (named.get(f"{W}val", "") if named is not None else "").lower()
    outline = _number(node.find(f"{W}pPr/{W}outlineLvl"))
    if outline is None and name.startswith("heading ") and name[8:].isdigit():
        outline = int(name[8:]) - 1
    return Style(
        name=name,
        base=base.get(f"{W}val") if base is not None else None,
        outline=outline,
        number=_numbered(node.find(f"{W}pPr/{W}numPr")),
    )


def _numbered(node: Element | None) -> tuple[str, int] | None:
    if node is None or (number := node.find(f"{W}numId")) is None:
        return None
    return number.get(f"{W}val", "0"), min(_number(node.find(f"{W}ilvl")) or 0, 8)


def _formats(numbering: Element | None) -> dict[tuple[str, int], tuple[str, int]]:
    """Return the format and the first number of each level of each list."""
    if numbering is None:
        return {}
    abstract = {
        node.get(f"{W}abstractNumId"): list(node.iter(f"{W}lvl"))
        for node in numbering.iter(f"{W}abstractNum")
    }
    found: dict[tuple[str, int], tuple[str, int]] = {}
    for node in numbering.iter(f"{W}num"):
        refers = node.find(f"{W}abstractNumId")
        levels = abstract.get(refers.get(f"{W}val"), []) if refers is not None else []
        for level in [*levels, *node.iter(f"{W}lvl")]:
            key = (node.get(f"{W}numId", ""), _value(level.get(f"{W}ilvl")) or 0)
            form, start = level.find(f"{W}numFmt"), _number(level.find(f"{W}start"))
            kind = form.get(f"{W}val", "bullet") if form is not None else "decimal"
            found[key] = (kind, 1 if start is None else start)
    return found


def _number(node: Element | None) -> int | None:
    return _value(node.get(f"{W}val")) if node is not None else None


def _value(text: str | None) -> int | None:
    return (
        int(text)
        if text is not None and text.isascii() and text.isdigit() and len(text) < 7
        else None
    )
