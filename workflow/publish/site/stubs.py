"""Pages that stand where an article was: it moved to another address, or it was withdrawn."""

from collections.abc import Iterator, Mapping
from functools import partial

from workflow.publish.addresses import PAGE, folder_of
from workflow.publish.site.desk import Desk, Page, written_day
from workflow.publish.site.record import Stub, StubKind


def pages(desk: Desk, language: str) -> Iterator[Page]:
    """Yield the pages for the earlier addresses of articles in a language."""
    for stub in desk.index.stubs(language):
        path = f"{folder_of(language, stub.slug)}/{PAGE}"
        yield desk.page(stub.kind, path, language, stub, partial(_values, desk, stub))


def _values(desk: Desk, stub: Stub) -> Mapping[str, object]:
    if stub.kind is StubKind.WITHDRAWN:
        return {"day": written_day(stub.value, stub.language), "canonical": None}
    return {
        "href": f"../{stub.value}/{PAGE}",
        "canonical": desk.address(f"{folder_of(stub.language, stub.value)}/{PAGE}"),
    }
