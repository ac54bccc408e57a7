"""Web pages that Safari saves: a property list of a page and of what it shows."""

import plistlib
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin
from xml.parsers.expat import ExpatError

from workflow.document.importing import html
from workflow.document.importing.clutter import Keep
from workflow.document.importing.context import Context
from workflow.document.importing.encoding import MAX_SIZE
from workflow.document.importing.imported import Reading
from workflow.document.importing.links import web_address
from workflow.errors import InputError

EXTENSIONS: tuple[str, ...] = (".webarchive",)


def read(data: bytes, name: str, keep: Keep, context: Context) -> Reading:
    """Read the page in a web archive, with the pictures that the archive carries."""
    main, others = _resources(data, name)
    page = main.get("WebResourceData")
    if not isinstance(page, bytes):
        raise _refused(name)
    address = web_address(str(main.get("WebResourceURL", ""))) or context.address
    pictures = {
        str(other.get("WebResourceURL")): content
        for other in others
        if isinstance(other, dict) and isinstance(content := other.get("WebResourceData"), bytes)
    }

    def find(reference: str) -> bytes | None:
        return pictures.get(urljoin(address or "", reference)) or context.find(reference)

    return html.read(page, name, keep, replace(context, find=find, address=address))


def _resources(data: bytes, name: str) -> tuple[dict[str, Any], list[Any]]:
    if len(data) > MAX_SIZE:
        raise InputError(
            f"{name}: larger than {MAX_SIZE // 2**20} MB", hint="Save the page as “Page Source”."
        )
    try:
        archive = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, RecursionError, OverflowError):
        raise _refused(name) from None
    except (KeyError, IndexError, TypeError, AttributeError, MemoryError):  # of a damaged list
        raise _refused(name) from None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict):
        raise _refused(name)
    others = archive.get("WebSubresources")
    return main, others if isinstance(others, list) else []


def _refused(name: str) -> InputError:
    return InputError(
        f"{name}: this is no web archive, or it is damaged", hint="Save the page as “Page Source”."
    )
