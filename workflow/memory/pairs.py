"""Pairs of languages: texts of `en-GB → es` answer a query for `en → es`."""

from functools import cache
from zlib import crc32

from workflow.language.tags import standard


@cache
def pair_name(source: str, target: str) -> str:
    """Return the pair that two BCP 47 tags belong to: languages and scripts, without regions."""
    return f"{_unregioned(source)} {_unregioned(target)}"


def answers(wanted: str, tag: str) -> bool:
    """Tell whether texts in `tag` are what is asked for (BCP 47): `es-MX` is `es`, not `es-ES`."""
    return standard(wanted) in (standard(tag), _unregioned(tag))


@cache
def pair_seed(name: str) -> int:
    """Return a number by which the words of one pair are told from those of another."""
    return crc32(name.encode())


def _unregioned(tag: str) -> str:
    first, *rest = standard(tag).split("-")
    return "-".join([first, *(part for part in rest if len(part) == 4)])
