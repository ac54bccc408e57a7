"""Telegram's export of a channel: many posts on one page, of which one is the article."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from lxml.html import HtmlElement

from workflow.document.importing.marks import shown_text
from workflow.errors import InputError

_MESSAGE, _SERVICE = "message", "service"
_LISTED, _SHOWN = 20, 60


@dataclass(frozen=True)
class Post:
    """A message: its number, when it was sent as the page writes it, its words, its element."""

    number: str
    sent: str
    text: str
    element: HtmlElement


def choose_posts(page: HtmlElement, wanted: Sequence[str], name: str) -> None:
    """Leave only the posts with the numbers `wanted` on a page; a page of one needs no choice.

    Raises InputError, with a list of the posts, where there are several and none is chosen, and
    for a number that no post has.
    """
    found = _posts(page)
    if not found and wanted:
        raise InputError(f"{name}: there are no posts in it", hint="Leave out --post.")
    unknown = [number for number in wanted if number not in {post.number for post in found}]
    if unknown:
        raise InputError(f"{name}: it has no post {', '.join(unknown)}", hint=_list_of(found))
    if len(found) < 2:
        return
    if not wanted:
        raise InputError(
            f"{name}: there are {len(found)} posts in it, and an article is one of them",
            hint=f"Choose it with --post; one that goes on in others takes --post again.\n"
            f"{_list_of(found)}",
        )
    for element in page.find_class(_SERVICE):
        element.drop_tree()
    for post in found:
        if post.number not in wanted:
            post.element.drop_tree()


def _posts(page: HtmlElement) -> list[Post]:
    if not page.find_class("chat_page"):
        return []
    found = []
    for element in page.find_class(_MESSAGE):
        text = " ".join(map(shown_text, element.find_class("text")))
        number = (element.get("id") or "").removeprefix(_MESSAGE)
        if text and number and _SERVICE not in element.classes:
            sent = next((date.get("title", "") for date in element.find_class("date")), "")
            found.append(Post(number, sent, text, element))
    return found


def _list_of(posts: Sequence[Post]) -> str:
    lines = [
        f"  --post {post.number}  {post.sent[:16]}  {shorten(post.text, _SHOWN, placeholder=' …')}"
        for post in posts[:_LISTED]
    ]
    more = [f"  and {len(posts) - _LISTED} more"] if len(posts) > _LISTED else []
    return "\n".join([*lines, *more])
