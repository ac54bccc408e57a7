"""From what a reader found to a Source: language, credits, what stands twice, and the gaps."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from workflow.document import inline
from workflow.document.importing.attribution import take_credits
from workflow.document.importing.blocks import Block, BlockKind, body
from workflow.document.importing.clutter import Keep
from workflow.document.importing.imported import About, Dropped, Imported, Reading
from workflow.document.importing.links import host
from workflow.document.importing.phrases import Clutter
from workflow.document.source import ArticleKind, Place, Source
from workflow.errors import InputError
from workflow.language.detect import detect

_HEAD = 6
"""How many blocks at the beginning may repeat what the metadata says."""


def assemble(reading: Reading, corrections: About, keep: Keep, name: str) -> Imported:
    """Return the source that a reading amounts to, a person's corrections before all else.

    Raises InputError where there is no title, no text, or no language to be told.
    """
    given = corrections.over(About(language=reading.about.language))
    language = given.language or detect(_sample(reading), reading.claimed)
    blocks, credited = take_credits(reading.blocks, language, keep)
    head, above = take_credits(reading.head, language, keep, first=len(reading.head), last=0)
    tail, below = take_credits(reading.tail, language, keep, first=0, last=len(reading.tail))
    about = given.over(_merged(credited.over(below), reading.about)).over(above)
    if about.title is None:
        about, blocks = _titled(about, blocks)
    blocks = _without_repeats(blocks, about)
    if not about.title:
        raise InputError(f"{name}: no title was found", hint='Give it: --title "The title".')
    if not blocks:
        raise InputError(
            f"{name}: no article was found in it", hint="Save its text as plain text or Markdown."
        )
    values = {f.name: getattr(about, f.name) for f in fields(About) if f.name != "url"}
    values |= {"language": language, "kind": about.kind or ArticleKind.ARTICLE}
    guessed = () if given.language else (f"language {language}",)
    return Imported(
        source=Source(**values, body=body(blocks)),
        dropped=(*(Dropped(b.text, Clutter.OUTSIDE) for b in (*head, *tail)), *reading.dropped),
        guessed=guessed,
    )


def _sample(reading: Reading) -> str:
    return "\n".join([reading.about.title or "", *(block.text for block in reading.blocks)])


def _merged(credited: About, page: About) -> About:
    """Put together what the text credits and what its page says of itself.

    A page that names one source of its own text was not the first to publish it.
    """
    here = page.publication
    named = credited.publication
    if here and named and not credited.original and not _same_place(here, named):
        credited = replace(credited, publication=here, original=named)
    publication = credited.publication or here
    if publication and here and _same_place(publication, here) and not publication.url:
        publication = replace(publication, url=here.url)
    return replace(credited, publication=publication).over(page)


def _same_place(first: Place, second: Place) -> bool:
    if _letters(first.name) == _letters(second.name):
        return True
    return bool(host(first.url)) and host(first.url) == host(second.url)


def _titled(about: About, blocks: Sequence[Block]) -> tuple[About, tuple[Block, ...]]:
    """Take the title from the first block if that is a heading."""
    if len(blocks) > 1 and blocks[0].kind is BlockKind.HEADING:
        return replace(about, title=blocks[0].markdown.lstrip("# ")), tuple(blocks[1:])
    return about, tuple(blocks)


def _without_repeats(blocks: Sequence[Block], about: About) -> tuple[Block, ...]:
    """Leave out blocks at the beginning that say only what the metadata says already."""
    said = {_letters(inline.plain(text)) for text in (about.title, about.summary) if text}
    said |= {_letters(place.name) for place in (about.publication,) if place}
    said |= {_letters(inline.plain(author)) for author in about.authors}
    said.add(_letters(", ".join(about.authors)))
    head = [block for block in blocks[:_HEAD] if _letters(block.text) not in said or not block.text]
    left = [*head, *blocks[_HEAD:]]
    while left and left[0].kind is BlockKind.RULE:
        left.pop(0)
    while left and left[-1].kind is BlockKind.RULE:
        left.pop()
    return tuple(left)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
