"""What a TMX file is made of here."""

from typing import NamedTuple

NATIVE_CODES = "markdown"
"""The `o-tmf` of files whose codes are Markdown: ours."""


class Pair(NamedTuple):
    """Two texts of one meaning as inline Markdown; the languages are BCP 47 tags.

    `by` is who made or changed it last, `at` when (ISO 8601), both empty where nothing is said.
    """

    source_language: str
    target_language: str
    source: str
    target: str
    by: str = ""
    at: str = ""
