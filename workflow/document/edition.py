"""An article in one language, ready to be rendered."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workflow.document.inline import plain
from workflow.document.markdown import clean, footnote_numbers, parse
from workflow.document.source import Audio, AudioPart, Cover, Place, Source
from workflow.document.units import Numbering, UnitKind
from workflow.document.visiting import visit

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, kw_only=True)
class Edition:
    """An article in one language: what a reader sees, in that language.

    Texts are inline Markdown, and so is the `title` of a picture in the body, its caption. `tokens`
    are the body: the blocks of the source, with the inline tokens of this language. `missing` are
    the ids of the units that stand in the source language, for want of a translation. `source` has
    what no language changes: date, addresses, embargo …
    """

    source: Source
    language: str
    title: str
    summary: str | None
    authors: tuple[str, ...]
    publication: Place | None
    original: Place | None
    cover: Cover | None
    audio: tuple[Audio, ...]
    participants: tuple[str, ...]
    parts: tuple[AudioPart, ...]
    music: str | None
    notes: tuple[str, ...]
    tags: tuple[str, ...]
    tokens: "list[Token]"
    missing: tuple[str, ...] = ()


def source_edition(source: Source) -> Edition:
    """Return an article as it stands in the language that it was written in."""
    article, _ = visit(source, (), lambda _kind, _text: None)
    return _edition(source, article, source.language, parse(source.body), ())


def translated_edition(source: Source, texts: Mapping[str, str], language: str) -> Edition:
    """Return an article in another language, from the texts of its units by id.

    A unit without a text stands in the source's words and is listed as missing.
    """
    numbering = Numbering()
    missing: list[str] = []

    def translate(kind: UnitKind, text: str) -> str | None:
        unit = numbering.id(kind, text)
        translation = clean(texts.get(unit, "")).strip()
        if translation:
            return translation
        missing.append(unit)
        return None

    article, tokens = visit(source, parse(source.body), translate)
    return _edition(source, article, language, tokens, missing)


def plain_text(edition: Edition) -> str:
    """Return the title, summary, body and notes as plain text, with an empty line between them."""
    body = (_visible(token.children or ()) for token in edition.tokens if token.type == "inline")
    texts = (plain(edition.title), plain(edition.summary or ""), *body, *map(plain, edition.notes))
    return "\n\n".join(words for text in texts if (words := text.strip()))


def _visible(tokens: "Sequence[Token]") -> str:
    text = ""
    for token in tokens:
        match token.type:
            case "softbreak":
                text += " "
            case "hardbreak":
                text += "\n"
            case "image":
                text += _visible(token.children or ())
            case _:
                text += token.content
    return text


def _edition(
    source: Source,
    article: Source,
    language: str,
    tokens: "Sequence[Token]",
    missing: Sequence[str],
) -> Edition:
    """Return the edition with the texts of `article`, which are in its own language."""
    return Edition(
        source=source,
        language=language,
        title=article.title,
        summary=article.summary,
        authors=article.authors,
        publication=article.publication,
        original=article.original,
        cover=article.cover,
        audio=article.audio,
        participants=article.participants,
        parts=article.parts,
        music=article.music,
        notes=article.notes,
        tags=article.tags,
        tokens=_with_numbered_marks(tokens),
        missing=tuple(missing),
    )


def _with_numbered_marks(tokens: "Sequence[Token]") -> "list[Token]":
    """Tell apart the marks that one footnote has in several units, for the ids of a page."""
    if not footnote_numbers(tokens):
        return list(tokens)
    counts: Counter[int] = Counter()

    def numbered(token: "Token") -> "Token":
        if token.type != "footnote_ref":
            return token
        number = token.meta["id"]
        counts[number] += 1
        return token.copy(meta={**token.meta, "subId": counts[number] - 1})

    return [
        token.copy(children=[numbered(child) for child in token.children])
        if token.children
        else token
        for token in tokens
    ]
