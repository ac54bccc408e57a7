"""The comments in a Word file: who said what, in answer to whom, and whether it is settled."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.review.documents.package import Package
from workflow.review.documents.wordml import Element, name

_MOST = 5_000


@dataclass(frozen=True, kw_only=True)
class DocumentComment:
    """A comment; `answers` is the id of the comment that it replies to, `done` that it is settled.

    `author` and `date` are what the program that wrote the file says.
    """

    id: str
    author: str
    date: str
    text: str
    answers: str | None = None
    done: bool = False


def read_comments(package: Package) -> tuple[DocumentComment, ...]:
    """Return the comments of a document in their order. Raises InputError for a broken part."""
    part = package.part("word/comments.xml")
    if part is None:
        return ()
    comments = part.findall(name("comment"))
    if len(comments) > _MOST:
        raise package.refused("has more comments than anybody writes")
    threads = _threads(package.part("word/commentsExtended.xml"))
    owners = {key: _id(comment) for comment in comments for key in _paragraph_ids(comment)}
    return tuple(_comment(comment, threads, owners) for comment in comments)


def _comment(
    comment: Element, threads: dict[str, tuple[str, bool]], owners: dict[str, str]
) -> DocumentComment:
    known = [threads[key] for key in _paragraph_ids(comment) if key in threads]
    parent, done = known[-1] if known else ("", False)
    return DocumentComment(
        id=_id(comment),
        author=comment.get(name("author")) or "",
        date=comment.get(name("date")) or "",
        text="\n".join(_lines(comment)).strip(),
        answers=owners.get(parent),
        done=done,
    )


def _id(comment: Element) -> str:
    return comment.get(name("id")) or ""


def _paragraph_ids(comment: Element) -> list[str]:
    keys = (paragraph.get(name("w14:paraId")) for paragraph in comment.iter(name("p")))
    return [key for key in keys if key]


def _threads(part: Element | None) -> dict[str, tuple[str, bool]]:
    """Return parent and state of each thread by the id of a comment's last paragraph."""
    return {
        entry.get(name("w15:paraId")) or "": (
            entry.get(name("w15:paraIdParent")) or "",
            entry.get(name("w15:done")) in ("1", "true"),
        )
        for entry in (part if part is not None else ())
    }


def _lines(comment: Element) -> Iterator[str]:
    breaks = {name("br"): "\n", name("cr"): "\n", name("tab"): " "}
    for paragraph in comment.iter(name("p")):
        pieces = (breaks.get(str(item.tag), item.text or "") for item in _said(paragraph))
        yield "".join(pieces).strip()


def _said(paragraph: Element) -> Iterator[Element]:
    wanted = {name(tag) for tag in ("t", "br", "cr", "tab")}
    for item in paragraph.iter():
        if item.tag in wanted:
            yield item
