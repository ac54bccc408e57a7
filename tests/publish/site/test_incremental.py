"""A site that has grown change by change is the one that is made of its articles at once."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.publish.site.newsroom import Newsroom
from workflow.publish.guard import Guard
from workflow.publish.outlet import Outlet
from workflow.publish.site import listing, search, sitemap
from workflow.publish.site.building import Building
from workflow.publish.site.card import Card, CardSound
from workflow.publish.site.record import Listed, Record, Stub, StubKind

SLUGS = [f"story-{number}" for number in range(14)]
DAYS = [f"2024-03-{day:02}" for day in range(1, 8)]


@pytest.fixture(autouse=True)
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (listing, search, sitemap):
        monkeypatch.setattr(module, "REACH", 1)


@st.composite
def cards(draw: st.DrawFn, slug: str, language: str) -> Card:
    some = st.lists(st.sampled_from(["Rivers", "rivers", "Schools"]), max_size=2, unique=True)
    people = st.lists(st.sampled_from(["Ana Prueba", "Lidia Orlova"]), max_size=1)
    day = draw(st.sampled_from(DAYS))
    return Card(
        language=language,
        slug=slug,
        kind="article",
        kicker="Article",
        title=draw(st.sampled_from(["The quay", "The boat"])),
        summary="",
        authors=tuple(draw(people)),
        translators=tuple(draw(people)),
        topics=tuple(draw(some)),
        date=draw(st.sampled_from(["", *DAYS])),
        published=f"{day}T10:00:00Z",
        modified=f"2024-03-{draw(st.integers(8, 9)):02}T10:00:00Z",
        sounds=(CardSound(title="", path="a.mp3"),) if draw(st.booleans()) else (),
    )


@st.composite
def records(draw: st.DrawFn, slug: str) -> Record:
    """An article that is out in some languages, was withdrawn in others, or has moved here."""
    out = draw(st.lists(st.sampled_from(["en", "es"]), max_size=2, unique=True))
    withdrawn = sorted({"en", "es"} - set(out)) if draw(st.booleans()) else []
    earlier = draw(st.none() | st.sampled_from([other for other in SLUGS if other != slug]))
    gone = [
        Stub(kind=StubKind.WITHDRAWN, language=tag, slug=slug, value="2024-04-01")
        for tag in withdrawn
    ]
    moved = [
        Stub(kind=StubKind.MOVED, language=tag, slug=earlier, value=slug) for tag in out if earlier
    ]
    return Record(
        slug=slug,
        stamp="x",
        listed=tuple(Listed(card=draw(cards(slug, tag)), words="quay boat") for tag in out),
        folders=tuple(f"{tag}/{slug}" for tag in sorted(out)),
        former=(f"en/{slug}", f"es/{slug}", *(f"{s.language}/{s.slug}" for s in moved)),
        stubs=(*gone, *moved),
    )


@st.composite
def changes(draw: st.DrawFn) -> list[list[Record | str]]:
    """Some publications, each of some articles as they then are; of a slug alone, it is gone."""
    one = st.sampled_from(SLUGS).flatmap(lambda slug: st.just(slug) | records(slug))
    more = st.sampled_from(SLUGS).flatmap(records)
    first = draw(st.lists(more, min_size=6, max_size=len(SLUGS), unique_by=_slug))
    few = st.lists(one, min_size=1, max_size=2, unique_by=_slug)
    return [list(first), *draw(st.lists(few, max_size=5))]


def _slug(change: Record | str) -> str:
    return change if isinstance(change, str) else change.slug


def publish(room: Newsroom, changed: list[Record | str], *, thorough: bool) -> None:
    """Bring the site of a newsroom in line; of articles, only their addresses matter here."""
    workspace = room.workspace
    building = Building(workspace, Guard(workspace), Outlet(workspace.public))
    for each in changed:
        if isinstance(each, str):
            building.index.retire(each)
            continue
        building.index.keep(each)
        for folder in each.folders:
            page = workspace.public / folder / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(each.slug)
    made = building.pages(thorough=thorough)
    building.clear_folders()
    building.clear_pages(made)
    building.done()


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=changes())
def test_change_by_change_or_at_once(history: list[list[Record | str]]) -> None:
    now: dict[str, Record] = {}
    with TemporaryDirectory() as folder:
        grown, fresh = Newsroom(Path(folder, "grown")), Newsroom(Path(folder, "fresh"))
        for changed in history:
            publish(grown, changed, thorough=False)
            for each in changed:
                if isinstance(each, str):
                    now.pop(each, None)
                else:
                    now[each.slug] = each
        publish(fresh, list(now.values()), thorough=True)
        assert sorted(grown.files()) == sorted(fresh.files())
        assert grown.files() == fresh.files()
