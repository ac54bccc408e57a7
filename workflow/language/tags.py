"""Language tags as in BCP 47 (RFC 5646)."""

import re
from functools import lru_cache

from workflow.errors import InputError

_SHAPE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?")


def standard(tag: str) -> str:
    """Return a language tag in its usual form: `PT_br` → `pt-BR`, `sr-latn` → `sr-Latn`.

    Only language, script and region are taken: the parts that change how a text is written. Raises
    InputError for anything else, so that a tag can stand in a file name as it is.
    """
    text = tag.strip().replace("_", "-")
    if not _SHAPE.fullmatch(text):
        raise InputError(
            f"{tag!r} is not a language tag",
            hint="Write a BCP 47 tag such as en, es, pt-BR or sr-Latn.",
        )
    first, *rest = text.split("-")
    return "-".join([first.lower(), *(p.title() if len(p) == 4 else p.upper() for p in rest)])


def known(tag: str) -> str:
    """Return a language tag in its usual form, if its parts are registered with IANA.

    Raises InputError for a tag of the right shape that names no language, such as `zz`.
    """
    import langcodes  # its tables take a tenth of a second: only where a new tag comes in

    usual = standard(tag)
    if not langcodes.tag_is_valid(usual):
        raise InputError(
            f"{tag!r} names no language",
            hint="Write a BCP 47 tag such as en, es, pt-BR or sr-Latn.",
        )
    return usual


@lru_cache(maxsize=1000)
def language(tag: str) -> str:
    """Return the language alone: `pt-BR` → `pt`."""
    return tag.split("-")[0].lower()
