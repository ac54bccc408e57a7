"""Only what has changed is made again, and what is made depends on nothing but the workspace."""

import os
import shutil
from pathlib import Path

import pytest

from tests.publish.site.newsroom import Newsroom
from workflow.errors import InputError, NotReady
from workflow.workspace.files import write_atomic


def times(public: Path) -> dict[str, int]:
    """Every file with the time of its last change."""
    return {
        path.relative_to(public).as_posix(): path.stat().st_mtime_ns
        for path in public.rglob("*")
        if path.is_file()
    }


def age(public: Path) -> None:
    for path in public.rglob("*"):
        os.utime(path, (0, 0))


def test_a_site_made_step_by_step_is_one_that_is_made_at_once(with_originals: Newsroom) -> None:
    room = with_originals
    for number in range(3):
        room.story(f"story-{number}", ("es", "ru"), more="tags: [rivers]\n")
    room.unpublish("story-1", "ru")
    step_by_step = room.files()
    shutil.rmtree(room.public)
    shutil.rmtree(room.workspace.cache)
    room.publish_all()
    made = room.files()
    assert {path: data for path, data in made.items() if step_by_step.get(path) != data} == {}
    assert set(made) == set(step_by_step)


def test_an_unchanged_workspace_is_passed_over(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    newsroom.publish_all()
    age(newsroom.public)
    assert newsroom.publish_all() == []
    assert set(times(newsroom.public).values()) == {0}


def test_only_what_leads_to_a_new_article_is_written(newsroom: Newsroom) -> None:
    newsroom.story("far-bank", more="tags: [rivers]\n")
    newsroom.story("letters", more="tags: [schools]\n")
    age(newsroom.public)
    newsroom.story("winter", more="tags: [schools]\n")
    written = {path for path, time in times(newsroom.public).items() if time}
    assert {
        "es/winter/index.html",
        "es/index.html",
        "es/feed.xml",
        "es/search/newest.json",
    } <= written
    assert "es/topics/es-schools/index.html" in written
    assert (
        not {
            *("es/far-bank/index.html", "es/letters/index.html", "es/topics/es-rivers/index.html"),
            *("assets/style.css", "404.html", "robots.txt", "index.html"),
        }
        & written
    )


def test_a_file_that_somebody_removed_comes_back(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    newsroom.story("other")
    before = newsroom.files()
    shutil.rmtree(newsroom.public / "es" / "far-bank")
    (newsroom.public / "es" / "other" / "index.html").unlink()
    (newsroom.public / "es" / "archive" / "index.html").unlink()
    newsroom.publish_all()
    assert newsroom.files() == before


def test_a_changed_template_makes_every_page_anew(newsroom: Newsroom) -> None:
    newsroom.story("far-bank")
    own = newsroom.workspace.templates / "web" / "article.html"
    write_atomic(own, b"<p>{{ article.title_text }} in our own way</p>")
    newsroom.publish_all()
    assert "in our own way" in newsroom.text("es/far-bank/index.html")


@pytest.mark.parametrize("damage", [b"", b"no database at all"])
def test_a_damaged_index_is_made_anew(newsroom: Newsroom, damage: bytes) -> None:
    newsroom.story("far-bank")
    before = newsroom.files()
    (newsroom.workspace.cache / "site.sqlite").write_bytes(damage)
    newsroom.publish_all()
    assert newsroom.files() == before


def test_what_no_index_remembers_goes_and_what_others_put_there_stays(
    newsroom: Newsroom,
) -> None:
    newsroom.story("far-bank")
    write_atomic(newsroom.public / "es/topics/old/index.html", b"old")
    write_atomic(newsroom.public / "es/about/index.html", b"about us")
    (newsroom.workspace.cache / "site.sqlite").unlink()
    newsroom.publish_all()
    assert "es/topics/old/index.html" not in newsroom.files()
    assert "es/about/index.html" in newsroom.files()


def test_what_is_wrong_with_one_article_keeps_no_other_back(newsroom: Newsroom) -> None:
    for slug in ("far-bank", "winter"):
        newsroom.write(slug, more="cover: {file: bridge.png, alt: A bridge}\n")
        newsroom.translate(slug)
    (newsroom.workspace.article("far-bank").media / "bridge.png").write_bytes(b"no picture")
    with pytest.raises(NotReady, match=r"far-bank cannot be published: bridge\.png"):
        newsroom.publish_all_or_raise()
    assert "es/winter/index.html" in newsroom.files()
    assert "winter" in newsroom.text("es/index.html")
    assert "far-bank" not in newsroom.text("es/index.html")


def test_after_a_broken_template_the_lists_have_what_went_out_before_it_was_mended(
    newsroom: Newsroom,
) -> None:
    newsroom.story("far-bank")
    own = newsroom.workspace.templates / "web" / "archive.html"
    newsroom.publish_all()
    write_atomic(own, b"{{ nonsense }}")
    newsroom.write("winter")
    newsroom.translate("winter")
    with pytest.raises(InputError, match="nonsense"):
        newsroom.publish("winter")
    own.unlink()
    newsroom.story("other")
    assert "winter" in newsroom.text("es/archive/index.html")
