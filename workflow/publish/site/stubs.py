"""Pages that stand where an article was: it moved to another address, or it was withdrawn."""

from collections.abc import Iterator, Mapping
from functools import partial

from workflow.publish.addresses import PAGE, folder_of
from workflow.publish.site.batch import Batch, Page
from workflow.publish.site.desk import Desk, written_day
from workflow.publish.site.page_keys import Span
from workflow.publish.site.record import Stub, StubKind
from workflow.publish.site.scope import Scope


def batches(desk: Desk, language: str, scope: Scope) -> Iterator[Batch]:
    """Yield the pages for the earlier addresses of articles in a language."""
    part, places = f"{language} stubs", scope.addresses()
    if places is None:
        yield Batch(Span(part), [_page(desk, stub) for stub in desk.index.stubs(language)])
        return
    for place in places:
        if place.startswith(f"{folder_of(language)}/"):
            stub = desk.index.stub(place)
            yield Batch(Span(part, place, f"{place}\0"), [_page(desk, stub)] if stub else [])


def _page(desk: Desk, stub: Stub) -> Page:
    place = folder_of(stub.language, stub.slug)
    values, path = partial(_values, desk, stub), f"{place}/{PAGE}"
    return desk.page(stub.kind, path, stub.language, stub, values, since=place)


def _values(desk: Desk, stub: Stub) -> Mapping[str, object]:
    if stub.kind is StubKind.WITHDRAWN:
        return {"day": written_day(stub.value[:10], stub.language), "canonical": None}
    return {
        "href": f"../{stub.value}/{PAGE}",
        "canonical": desk.address(f"{folder_of(stub.language, stub.value)}/{PAGE}"),
    }
