"""After a page went out: corrections, withdrawal, another address, an embargo."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.publish.site.newsroom import Newsroom
from workflow.errors import NotReady
from workflow.publish.labels.catalogue import labels
from workflow.publish.labels.label import Label


def change_source(room: Newsroom, slug: str, old: str, new: str) -> None:
    path = room.workspace.article(slug).path / "source.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_a_withdrawn_article_is_nowhere(newsroom: Newsroom) -> None:
    newsroom.story("far-bank", title="Marble quay", more="tags: [marble]\n")
    newsroom.story("other")
    assert any(b"Marble quay" in data for data in newsroom.files().values())
    newsroom.unpublish("far-bank", "es")
    left = newsroom.files()
    assert [path for path, data in left.items() if b"arble" in data] == []
    assert [path for path in left if "marble" in path] == []
    page = newsroom.text("es/far-bank/index.html")
    assert "Este artículo" in page
    assert 'content="noindex"' in page
    assert newsroom.publish_all() == []
    assert "arble" not in newsroom.text("es/far-bank/index.html")
    newsroom.publish("far-bank")
    assert "Marble quay" in newsroom.text("es/far-bank/index.html")


def test_an_original_goes_with_the_last_of_its_translations(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "bulletin", publish="publish_source = true\n")
    newsroom.story("far-bank", ("es", "ru"), title="Marble quay")
    newsroom.unpublish("far-bank", "es")
    assert "Marble quay" in newsroom.text("en/far-bank/index.html")
    newsroom.unpublish("far-bank", "ru")
    assert "This article has been withdrawn" in newsroom.text("en/far-bank/index.html")
    newsroom.publish("far-bank", "ru")
    assert "Marble quay" in newsroom.text("en/far-bank/index.html")


def test_the_last_article_leaves_a_front_page(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    newsroom.unpublish("far-bank", "es")
    assert "Todavía no se ha publicado nada." in newsroom.text("es/index.html")
    assert "es/feed.xml" not in newsroom.files()


def test_an_earlier_address_leads_to_the_new_one(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    newsroom.workspace.rename("far-bank", "near-bank", "mara")
    newsroom.publish_all()
    page = newsroom.text("es/far-bank/index.html")
    assert "../near-bank/index.html" in page
    assert 'rel="canonical" href="https://bulletin.example/es/near-bank/"' in page
    newsroom.story("far-bank", title="Another text")
    assert "Another text" in newsroom.text("es/far-bank/index.html")


def test_an_embargo_holds_an_article_back_until_its_time(newsroom: Newsroom) -> None:
    until = datetime.now(UTC) + timedelta(hours=1)
    newsroom.write("far-bank", more=f"embargo: {until.isoformat()}\n")
    newsroom.translate("far-bank")
    newsroom.story("other")
    with pytest.raises(NotReady, match="under embargo"):
        newsroom.publish("far-bank")
    path = newsroom.workspace.article("far-bank").path / "source.md"
    held = path.read_text("utf-8")
    path.write_text(re.sub("embargo: .*", "embargo: 2024-01-01T00:00:00Z", held), "utf-8")
    newsroom.publish("far-bank")
    assert "es/far-bank/index.html" in newsroom.files()
    path.write_text(held, "utf-8")
    newsroom.publish_all()
    assert not [path for path, data in newsroom.files().items() if b"far-bank" in data]


def test_readers_are_told_what_was_corrected_and_when(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    newsroom.translate("far-bank", p="La barca lleva a doce niños.")
    newsroom.publish("far-bank", note="Eran doce, no once.")
    page = newsroom.text("es/far-bank/index.html")
    assert "Eran doce, no once." in page
    assert "Cambios desde la publicación" in page
    assert '"dateModified"' in page


def test_a_page_is_made_again_as_it_was_approved_after_its_original_has_changed(
    newsroom: Newsroom,
) -> None:
    newsroom.story("far-bank")
    change_source(newsroom, "far-bank", "eleven", "twelve")
    newsroom.publish_all()
    page = newsroom.text("es/far-bank/index.html")
    assert "<strong>eleven</strong>" in page
    assert labels("es").text(Label.ORIGINAL_CHANGED) in page
    before = newsroom.files()
    for path in sorted(newsroom.public.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    newsroom.publish_all()
    assert newsroom.files() == before


def test_what_is_outdated_is_told(newsroom: Newsroom) -> None:
    from workflow.publish.publishing import Press

    newsroom.story("far-bank")
    change_source(newsroom, "far-bank", "eleven", "twelve")
    press = Press(newsroom.workspace)
    list(press.publish_all(newsroom.order()))
    assert press.finish(small=True).outdated == [("far-bank", "es")]


def test_a_correction_on_the_same_day_is_told_above_the_text_too(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    assert "#changes" not in newsroom.text("es/far-bank/index.html")
    newsroom.translate("far-bank", p="La barca lleva **doce** niños.")
    newsroom.publish("far-bank", note="Eran doce.")
    page = newsroom.text("es/far-bank/index.html")
    assert page.index('<a href="#changes">') < page.index('id="changes"')
