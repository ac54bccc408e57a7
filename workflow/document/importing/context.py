"""Where a file comes from, and what lies beside it."""

from collections.abc import Callable
from dataclasses import dataclass

Find = Callable[[str], bytes | None]
"""Returns the bytes of the local file that a reference means, None where there is none."""


def nothing(reference: str) -> None:
    """Find no picture: for texts that come alone."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """What is known of a file from outside: the pictures beside it, the address it came from.

    `posts` are the numbers of those posts of a channel's export that make the article.
    """

    find: Find = nothing
    address: str | None = None
    posts: tuple[str, ...] = ()
