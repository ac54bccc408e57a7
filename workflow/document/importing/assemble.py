"""From what a reader found to a Source: language, credits, what stands twice, and the gaps."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from workflow.document import inline
from workflow.document.importing.attribution import Known, dateline, take_credits
from workflow.document.importing.blocks import Block, BlockKind, body
from workflow.document.importing.clutter import Keep
from workflow.document.importing.episodes import numbered, take_parts
from workflow.document.importing.imported import About, Dropped, Imported, Reading
from workflow.document.importing.links import host
from workflow.document.importing.phrases import Clutter
from workflow.document.importing.pictures import used
from workflow.document.importing.speakers import turns
from workflow.document.source import ArticleKind, Cover, Place, Source
from workflow.errors import InputError
from workflow.language.detect import detect

_BY_HAND = "Copy its text into a plain text or Markdown file."
_BOLD_LINE = re.compile(r"\*\*([^*\n]{1,200})\*\*")
_TALKS = {None, ArticleKind.INTERVIEW, ArticleKind.PODCAST}
_TYPED_RULE = re.compile(r"[·•|–—*-]+(?:\s+[·•|–—*-]+)*")
_HEAD = 6
"""How many blocks at the beginning may repeat what the metadata says."""


def assemble(reading: Reading, corrections: About, keep: Keep, name: str) -> Imported:
    """Return the source that a reading amounts to, a person's corrections before all else.

    Raises InputError where there is no title, no text, or no language to be told.
    """
    if not reading.blocks:
        raise InputError(f"{name}: no article was found in it", hint=_BY_HAND)
    given = corrections.over(About(language=reading.about.language))
    language = given.language or detect(_sample(reading), reading.claimed)
    known = Known(language, [inline.plain(name) for name in given.over(reading.about).authors])
    blocks, credited = take_credits(reading.blocks, known, keep)
    head, above = take_credits(reading.head, known, keep, first=len(reading.head), last=0)
    tail, below = take_credits(reading.tail, known, keep, first=0, last=len(reading.tail))
    beside = About(notes=above.notes, participants=above.participants, tags=above.tags)
    named = About(publication=above.publication, original=above.original)
    told = credited.along(below).along(beside).over(named)
    about = given.over(_merged(_parted(told, reading.about), reading.about)).over(above)
    blocks = (*_wanted(head, keep), *blocks, *_wanted(tail, keep))
    if about.title is None:
        about, blocks = _titled(about, blocks)
    about = about.over(About(date=dateline(blocks, language)))
    about, (head, blocks, tail) = _with_parts(about, (head, blocks, tail))
    said = _said(about) | _said(reading.about)
    blocks = _trimmed((*_unsaid(blocks[:_HEAD], said), *blocks[_HEAD:]))
    if not about.title:
        raise InputError(f"{name}: no title was found", hint='Give it: --title "The title".')
    if not blocks:
        raise InputError(f"{name}: no article was found in it", hint=_BY_HAND)
    blocks, talk = turns(blocks) if about.kind in _TALKS else (blocks, False)
    about, uncredited = _credited(about, reading.about.cover)
    values = {f.name: getattr(about, f.name) for f in fields(About) if f.name != "url"}
    values |= {"language": language, "kind": about.kind or _kind(about, talk=talk)}
    text = body(blocks)
    around = [b for b in _unsaid([*head, *tail], said) if b.text and not keep(b.text)]
    return Imported(
        source=Source(**values, body=text),
        dropped=(
            *_replaced_title(reading.about, about),
            *(Dropped(block.text, Clutter.OUTSIDE) for block in around),
            *uncredited,
            *reading.dropped,
        ),
        media=used(reading.media, text, about.cover.file if about.cover else None),
        guessed=() if given.language else (f"language {language}",),
    )


_Texts = tuple[tuple[Block, ...], ...]


def _with_parts(about: About, texts: _Texts) -> tuple[About, _Texts]:
    """Take the parts of an episode out of the first of some texts that lists them."""
    about = about.over(numbered(inline.plain(about.title or "")))
    is_podcast = about.kind is ArticleKind.PODCAST or bool(
        about.audio or about.listen or about.episode
    )
    for index, text in enumerate(texts):
        left, parts = take_parts(text, is_podcast=is_podcast)
        if parts:
            return about.over(About(parts=parts)), (*texts[:index], left, *texts[index + 1 :])
    return about, texts


def _kind(about: About, *, talk: bool) -> ArticleKind:
    """Tell a podcast by its sound and what is said of an episode, an interview by who speaks."""
    told = (about.listen, about.parts, about.participants, about.episode is not None)
    if about.audio and any(told):
        return ArticleKind.PODCAST
    return ArticleKind.INTERVIEW if talk else ArticleKind.ARTICLE


def _credited(about: About, cover: Cover | None) -> tuple[About, list[Dropped]]:
    """Put the line that credits a picture with the cover; without a picture it means nothing."""
    credit = about.cover.credit if about.cover else None
    if cover is None and about.cover and about.cover.file is None:
        gone = [Dropped(inline.plain(credit), Clutter.MEDIA)] if credit else []
        return replace(about, cover=None), gone
    if cover is not None:
        about = replace(about, cover=replace(cover, credit=cover.credit or credit))
    return about, []


def _wanted(blocks: Sequence[Block], keep: Keep) -> list[Block]:
    return [block for block in blocks if keep(block.text)]


def _sample(reading: Reading) -> str:
    return "\n".join([reading.about.title or "", *(block.text for block in reading.blocks)])


def _parted(told: About, page: About) -> About:
    """Part names as the page does where a line ties them into one: Arabic writes “and” so."""

    def parted(told: tuple[str, ...], page: tuple[str, ...]) -> tuple[str, ...]:
        is_same = all(any(name in line for line in told) for name in page)
        return page if told and len(told) < len(page) and is_same else told

    return replace(
        told,
        authors=parted(told.authors, page.authors),
        translators=parted(told.translators, page.translators),
    )


def _merged(credited: About, page: About) -> About:
    """Put together what the text credits and what its page says of itself.

    A page that names one source of its own text was not the first to publish it.
    """
    here = page.publication
    named = credited.publication
    if here and named and not credited.original and not _same_place(here, named):
        credited = replace(credited, publication=here, original=named)
    publication = credited.publication or here
    if publication and here and _same_place(publication, here) and _is_front(publication.url):
        publication = replace(publication, url=here.url or publication.url)
    return replace(credited, publication=publication).over(page)


def _same_place(first: Place, second: Place) -> bool:
    if _letters(first.name) == _letters(second.name):
        return True
    return bool(host(first.url)) and host(first.url) == host(second.url)


def _is_front(url: str | None) -> bool:
    """Say whether an address tells no more than the site."""
    return url is None or url.count("/") < 3 or (url.count("/") == 3 and url.endswith("/"))


def _titled(about: About, blocks: Sequence[Block]) -> tuple[About, tuple[Block, ...]]:
    """Take the title from the first block if that is a heading or a short line in bold."""
    if len(blocks) < 2:
        return about, tuple(blocks)
    written = blocks[0].markdown
    if blocks[0].kind is BlockKind.HEADING:
        return replace(about, title=written.lstrip("# ")), tuple(blocks[1:])
    if match := _BOLD_LINE.fullmatch(written):
        return replace(about, title=match[1]), tuple(blocks[1:])
    return about, tuple(blocks)


def _said(about: About) -> set[str]:
    """Return the letters of what metadata says, to know it where the text says it again."""
    texts = [about.title, about.summary, *about.authors, ", ".join(about.authors)]
    texts += [about.publication.name] if about.publication else []
    return {_letters(inline.plain(text)) for text in texts if text}


def _unsaid(blocks: Sequence[Block], said: set[str]) -> list[Block]:
    """Leave out blocks that say only what the metadata says already, but not what is heard."""
    return [
        block
        for block in blocks
        if not block.text or block.kind is BlockKind.SAID or _letters(block.text) not in said
    ]


def _replaced_title(found: About, about: About) -> list[Dropped]:
    if not found.title or _letters(found.title) == _letters(about.title or ""):
        return []
    return [Dropped(inline.plain(found.title), "the title that was found, another was given")]


def _trimmed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Leave out rules at both ends, drawn or typed: nothing is left there to be parted."""
    is_rule = [b.kind is BlockKind.RULE or bool(_TYPED_RULE.fullmatch(b.text)) for b in blocks]
    start = is_rule.index(False) if False in is_rule else len(blocks)
    end = len(blocks) - is_rule[::-1].index(False) if False in is_rule else start
    return tuple(blocks[start:end])


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
