"""Licences by the names that people know them by."""

import re

from workflow.document.source import Place

_CREATIVE_COMMONS = re.compile(r"CC[- ](BY(?:-NC)?(?:-SA|-ND)?)[- ](\d\.\d)", re.IGNORECASE)
_ZERO = re.compile(r"CC0(?:[- ]1\.0)?", re.IGNORECASE)


def with_address(licence: Place) -> Place:
    """Return a licence with the address of its text, where that follows from its name.

    `CC BY-SA 4.0` and its like stand at https://creativecommons.org/licenses/.
    """
    if licence.url:
        return licence
    if match := _CREATIVE_COMMONS.fullmatch(licence.name):
        code, version = match[1].lower(), match[2]
        return Place(
            name=licence.name, url=f"https://creativecommons.org/licenses/{code}/{version}/"
        )
    if _ZERO.fullmatch(licence.name):
        return Place(name=licence.name, url="https://creativecommons.org/publicdomain/zero/1.0/")
    return licence
