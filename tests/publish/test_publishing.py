from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from lxml import html

from workflow.errors import InputError, NotReady
from workflow.publish.publishing import Press, publish_target, unpublish_target
from workflow.publish.standing import days_out
from workflow.workspace.events import (
    Approved,
    Event,
    Payload,
    Published,
    Submitted,
    Undone,
    Unpublished,
)
from workflow.workspace.state import Stage
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace

NOW = datetime.now(UTC)
Targets = Callable[[str], Target]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_published_target_has_its_files_the_indexes_and_an_event(
    workspace: Workspace, approved: Targets
) -> None:
    target = approved("es")
    written = publish_target(target, "mara", ["web", "docx"], NOW)
    assert set(tree(workspace.public)) == {
        "es/far-bank/index.html",
        "es/far-bank/far-bank.docx",
        "es/far-bank/media/cover.png",
        "es/index.html",
        "es/archive/index.html",
        "es/people/index.html",
        "es/people/lidia-orlova/index.html",
        "es/people/ana-prueba/index.html",
        "es/search/index.html",
        "es/search/newest.json",
        "es/feed.xml",
        "index.html",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "sitemaps/fronts.xml",
        "sitemaps/newest.xml",
        "assets/style.css",
        "assets/search.js",
        "assets/icon.svg",
    }
    assert {path.relative_to(workspace.public).as_posix() for path in written} == set(
        tree(workspace.public)
    )
    again = workspace.article("far-bank").target("es")
    assert again.state.stage is Stage.PUBLISHED
    assert again.state.last is not None
    assert again.state.last.by == "mara"


def test_the_page_has_the_credits_and_the_index_leads_to_it(
    workspace: Workspace, approved: Targets
) -> None:
    publish_target(approved("es"), "mara", ["web", "docx"], NOW)
    page = (workspace.public / "es/far-bank/index.html").read_text("utf-8")
    assert "Traducción: <bdi>Ana Prueba</bdi>" in page
    assert "Revisión: <bdi>Mara Sundal</bdi>" in page
    assert 'href="far-bank.docx"' in page
    index = html.parse(workspace.public / "es/index.html")
    (link,) = index.xpath("//a[@href='far-bank/index.html'][normalize-space()]")
    assert link.text_content() == "La escuela de la otra orilla"
    assert not (workspace.public / "ru/index.html").exists()


@pytest.mark.parametrize(
    ("person", "line"),
    [
        ('link = "https://ana.example"', '<a href="https://ana.example"'),
        ('pseudonym = "A. P."', "Traducción: <bdi>A. P.</bdi>"),
        ('pseudonym = "AUTHOR"', "Autotraducción"),
    ],
)
def test_credits_name_people_as_they_wish(
    workspace: Workspace, approved: Targets, person: str, line: str
) -> None:
    author = workspace.article("far-bank").source.authors[0]
    settings = workspace.root / "workflow.toml"
    text = settings.read_text("utf-8")
    wish = person.replace("AUTHOR", author)
    settings.write_text(
        text.replace('name = "Ana Prueba"', f'name = "Ana Prueba"\n{wish}'), "utf-8"
    )
    target = approved("es")
    publish_target(
        target.article.workspace.find(workspace.root).article("far-bank").target("es"),
        "mara",
        ["web"],
        NOW,
    )
    assert line in (workspace.public / "es/far-bank/index.html").read_text("utf-8")


def test_a_closed_gate_says_why_and_writes_nothing(
    workspace: Workspace, translated: Targets
) -> None:
    with pytest.raises(
        NotReady, match=r"far-bank \[es\] cannot be published: .* not been approved"
    ):
        publish_target(translated("es"), "mara", ["web"], NOW)
    assert not workspace.public.exists()


def test_a_text_changed_after_approval_is_not_published(
    workspace: Workspace, approved: Targets
) -> None:
    target = approved("es")
    unit = next(key for key in target.texts if key.startswith("p-"))
    target.edit({unit: "Otra cosa."}, "ana")
    with pytest.raises(NotReady):
        publish_target(target, "mara", ["web"], NOW)
    assert not workspace.public.exists()


def test_publishing_the_same_text_again_changes_no_byte_and_adds_no_event(
    workspace: Workspace, approved: Targets
) -> None:
    target = approved("es")
    publish_target(target, "mara", ["web", "docx"], NOW)
    first, events = tree(workspace.public), target.events
    later = workspace.article("far-bank").target("es")
    publish_target(later, "mara", ["web", "docx"], NOW + timedelta(days=9))
    assert tree(workspace.public) == first
    assert later.events == events


def test_a_format_that_is_out_already_is_kept_beside_another(
    workspace: Workspace, approved: Targets
) -> None:
    target = approved("es")
    publish_target(target, "mara", ["docx"], NOW)
    publish_target(target, "mara", ["web"], NOW)
    assert {"es/far-bank/far-bank.docx", "es/far-bank/index.html"} <= set(tree(workspace.public))


def test_files_that_no_longer_belong_to_the_article_go(
    workspace: Workspace, approved: Targets
) -> None:
    publish_target(approved("es"), "mara", ["web", "docx"], NOW)
    stale = workspace.public / "es/far-bank/media/old/photo.png"
    stale.parent.mkdir()
    stale.write_bytes(b"")
    target = workspace.article("far-bank").target("es")
    unit = next(key for key in target.texts if key.startswith("p-"))
    target.edit({unit: "La barca es vieja."}, "ana")
    approve(target)
    publish_target(target, "mara", ["web"], NOW)
    assert {path for path in tree(workspace.public) if path.startswith("es/far-bank/")} == {
        "es/far-bank/index.html",
        "es/far-bank/media/cover.png",
    }


def test_a_translation_has_a_first_day_and_a_last_one() -> None:
    def event(day: int, payload: Payload) -> Event:
        return Event(id=f"{day:026}", at=f"2024-04-{day:02}T10:00:00Z", by="mara", payload=payload)

    out = Published(text="a", source="b", formats=("web",))
    more = Published(text="a", source="b", formats=("docx", "web"))
    changed = Published(text="c", source="b", formats=("web",))
    assert days_out([]) is None
    assert days_out([event(1, out), event(2, more)]) == (date(2024, 4, 1), date(2024, 4, 1))
    assert days_out([event(1, out), event(3, changed)]) == (date(2024, 4, 1), date(2024, 4, 3))
    withdrawn = [event(1, out), event(2, Unpublished(reason="wrong"))]
    assert days_out(withdrawn) is None
    assert days_out([*withdrawn, event(5, out)]) == (date(2024, 4, 5), date(2024, 4, 5))


def test_every_translation_names_all_the_others(workspace: Workspace, approved: Targets) -> None:
    publish_target(approved("es"), "mara", ["web"], NOW)
    publish_target(approved("ru"), "mara", ["web"], NOW)
    for tag in ("es", "ru"):
        page = (workspace.public / tag / "far-bank/index.html").read_text("utf-8")
        for other in ("es", "ru"):
            address = f"https://bulletin.example/{other}/far-bank/"
            assert f'<link rel="alternate" hreflang="{other}" href="{address}">' in page
    unpublish_target(workspace.article("far-bank").target("ru"), "mara", "mistaken identity")
    page = (workspace.public / "es/far-bank/index.html").read_text("utf-8")
    assert 'hreflang="ru"' not in page


def test_what_is_out_as_a_document_alone_is_not_linked_to(
    workspace: Workspace, approved: Targets
) -> None:
    publish_target(approved("es"), "mara", ["docx"], NOW)
    publish_target(approved("ru"), "mara", ["web"], NOW)
    assert not (workspace.public / "es/index.html").exists()
    assert "/es/" not in (workspace.public / "ru/far-bank/index.html").read_text("utf-8")


def test_publishing_one_translation_does_not_let_out_edits_of_another(
    workspace: Workspace, approved: Targets
) -> None:
    spanish = approved("es")
    publish_target(spanish, "mara", ["web"], NOW)
    unit = next(key for key in spanish.texts if key.startswith("p-"))
    spanish.edit({unit: "Nadie ha aprobado esto."}, "ana")
    publish_target(approved("ru"), "mara", ["web"], NOW)
    page = (workspace.public / "es/far-bank/index.html").read_text("utf-8")
    assert "Nadie ha aprobado esto." not in page
    assert "La barca lleva a <strong>once</strong> niños." in page


def test_unpublish_removes_the_files_and_the_entry_and_records_why(
    workspace: Workspace, approved: Targets
) -> None:
    target = approved("es")
    publish_target(target, "mara", ["web", "docx"], NOW)
    gone = unpublish_target(target, "mara", "a source is in danger")
    assert {path.name for path in gone} == {"index.html", "far-bank.docx", "cover.png"}
    assert set(tree(workspace.public / "es/far-bank")) == {"index.html"}
    assert target.events[-1].payload.reason == "a source is in danger"  # type: ignore[union-attr]
    with pytest.raises(InputError, match="is not published"):
        unpublish_target(target, "mara", "again")


def test_the_index_keeps_the_published_title_while_a_new_one_is_in_work(
    workspace: Workspace, approved: Targets
) -> None:
    spanish = approved("es")
    publish_target(spanish, "mara", ["web"], NOW)
    title = next(key for key in spanish.texts if key.startswith("title-"))
    spanish.edit({title: "Un título sin aprobar"}, "ana")
    source = workspace.article("far-bank").path / "source.md"
    source.write_text(source.read_text("utf-8").replace("The school", "A school"), "utf-8")
    publish_target(approved_russian(workspace), "mara", ["web"], NOW)
    index = (workspace.public / "es/index.html").read_text("utf-8")
    assert "La escuela de la otra orilla" in index
    assert "sin aprobar" not in index
    assert "A school" not in index


def approved_russian(workspace: Workspace) -> Target:
    article = workspace.article("far-bank")
    target = article.add_target("ru", "ana")
    target.edit({unit.id: f"Текст {unit.kind}" for unit in article.units}, "ana")
    approve(target)
    return target


def approve(target: Target) -> None:
    state = target.state
    target.record(Submitted(text=state.text_hash, source=state.source_hash), "ana")
    target.record(Approved(text=state.text_hash, source=state.source_hash), "mara")


def test_a_preview_shows_any_draft_outside_public_and_says_so(
    workspace: Workspace, translated: Targets
) -> None:
    written = Press(workspace).preview(translated("es"), ["web", "docx"])
    assert not workspace.public.exists()
    assert all(workspace.cache / "preview" in path.parents for path in written)
    page = (workspace.cache / "preview/es/far-bank/index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert "Borrador no aprobado para su publicación." in page
    assert "canonical" not in page


def test_a_renamed_article_moves_and_leaves_nothing_behind(
    workspace: Workspace, approved: Targets
) -> None:
    publish_target(approved("es"), "mara", ["web", "docx"], NOW)
    workspace.rename("far-bank", "the-boat", "mara")
    finished = Press(workspace).finish()
    assert {path.name for path in finished.removed} == {"far-bank.docx", "cover.png"}
    assert set(tree(workspace.public / "es/far-bank")) == {"index.html"}
    assert set(tree(workspace.public / "es/the-boat")) == {
        "index.html",
        "the-boat.docx",
        "media/cover.png",
    }
    assert "the-boat/index.html" in (workspace.public / "es/index.html").read_text("utf-8")


def test_an_archived_article_goes_and_what_others_put_there_stays(
    workspace: Workspace, approved: Targets
) -> None:
    publish_target(approved("es"), "mara", ["web"], NOW)
    about = workspace.public / "es" / "about" / "index.html"
    about.parent.mkdir()
    about.write_text("About us")
    workspace.archive("far-bank", "mara")
    Press(workspace).finish()
    assert set(tree(workspace.public / "es")) == {"about/index.html"}


def test_a_publication_that_was_undone_goes(workspace: Workspace, approved: Targets) -> None:
    target = approved("es")
    publish_target(target, "mara", ["web"], NOW)
    last = workspace.article("far-bank").target("es").events[-1]
    target.record(Undone(event=last.id), "mara")
    assert Press(workspace).finish().removed
    assert not (workspace.public / "es").exists()
