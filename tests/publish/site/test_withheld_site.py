"""A withheld name anywhere stops all of a run: what readers see stays as it was."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.publish.site.newsroom import Newsroom
from tests.publish.site.test_site import PODCAST
from workflow.errors import NotReady
from workflow.publish.publishing import Press
from workflow.workspace.files import write_atomic
from workflow.workspace.state import Stage

Withhold = Callable[[str], None]
NAME = "Zoya Krasova"
TOPIC = "tags: [Zoya Krasova]\n"


@pytest.fixture
def withhold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Withhold:
    """A function that puts a name on the list."""

    def put(name: str) -> None:
        path = tmp_path / "withheld.txt"
        path.write_text(f"# key: 0123456789abcdef\n{name}\n", encoding="utf-8")
        monkeypatch.setenv("WORKFLOW_WITHHELD", str(path))

    return put


def refusal(publish: Callable[[], object]) -> str:
    """What is said where a run is stopped; never the name."""
    with pytest.raises(NotReady, match="a withheld name stands in") as refused:
        publish()
    told = f"{refused.value.message} {refused.value.hint}"
    assert not {"zoya", "krasova", "зоя"} & set(told.lower().replace("-", " ").split())
    return told


def test_one_name_stops_all_and_nothing_has_happened(
    newsroom: Newsroom, withhold: Withhold
) -> None:
    newsroom.story("out-already")
    for slug in ("far-bank", "winter"):
        newsroom.write(slug)
    newsroom.translate("far-bank", p=f"{NAME} sat **in the boat**.")
    newsroom.translate("winter")
    before = newsroom.files()
    withhold(NAME)
    told = refusal(newsroom.publish_all_or_raise)
    (unit,) = [u.id for u in newsroom.workspace.article("far-bank").units if u.kind == "p"]
    assert "far-bank [es]" in told
    assert unit in told
    assert newsroom.files() == before
    stages = {s: newsroom.workspace.article(s).target("es").state.stage for s in ("winter",)}
    assert stages == {"winter": Stage.APPROVED}
    assert not (newsroom.workspace.cache / "outgoing").exists()


def test_once_it_is_mended_all_goes_out_as_if_no_name_were_withheld(
    newsroom: Newsroom, withhold: Withhold
) -> None:
    newsroom.write("far-bank")
    newsroom.write("winter", more="tags: [rivers]\n")
    newsroom.translate("winter")
    newsroom.translate("far-bank", p=f"{NAME} sat in the boat.")
    withhold(NAME)
    refusal(newsroom.publish_all_or_raise)
    newsroom.translate("far-bank", p="A woman sat in the boat.")
    newsroom.publish_all_or_raise()
    newsroom.publish("far-bank")
    target = newsroom.workspace.article("far-bank").target("es")
    assert [e.payload.__class__.__name__ for e in target.events].count("Published") == 1
    assert newsroom.publish_all() == []
    made = newsroom.files()
    assert {"es/far-bank/index.html", "es/winter/index.html", "es/topics/es-rivers/index.html"} <= {
        *made
    }
    shutil.rmtree(newsroom.public)
    shutil.rmtree(newsroom.workspace.cache)
    withhold("Somebody Else")
    newsroom.publish_all()
    assert newsroom.files() == made


@pytest.mark.parametrize(
    "fields",
    [
        {"title": NAME},
        {"more": TOPIC},
        {"more": f"notes: ['Thanks to {NAME}']\n"},
        {"more": f"cover: {{file: bridge.png, alt: {NAME} on a bridge}}\n"},
        {"more": f"cover: {{file: bridge.png, alt: A bridge, credit: {NAME}}}\n"},
        {"kind": "podcast", "more": PODCAST.replace("Pavel Gorin", NAME)},
        {"kind": "podcast", "more": PODCAST.replace("The quay", NAME)},
        {"kind": "podcast", "more": PODCAST.replace("The crossing", NAME)},
    ],
    ids=["title", "topic", "note", "alt", "credit", "participant", "chapter", "sound"],
)
def test_a_name_that_is_withheld_later_leaves_the_site_as_it_was(
    fields: dict[str, str], newsroom: Newsroom, withhold: Withhold
) -> None:
    newsroom.story("far-bank", **fields)
    newsroom.story("other")
    before = newsroom.files()
    withhold(NAME)
    newsroom.write("fresh")
    newsroom.translate("fresh")
    refusal(lambda: newsroom.publish("fresh"))
    refusal(newsroom.publish_all_or_raise)
    assert newsroom.files() == before
    assert newsroom.workspace.article("fresh").target("es").state.stage is Stage.APPROVED


@pytest.mark.parametrize("name", ["archive", "front", "search", "topics", "people", "not_found"])
def test_a_name_in_the_template_of_a_list_stops_the_site(
    name: str, newsroom: Newsroom, withhold: Withhold
) -> None:
    newsroom.story("far-bank", more="tags: [rivers]\n")
    before = newsroom.files()
    withhold(NAME)
    shipped = (Path(__file__).parents[3] / "templates/web" / f"{name}.html").read_text("utf-8")
    own = shipped.replace("{% block main %}", f"{{% block main %}}<p>{NAME}</p>")
    write_atomic(newsroom.workspace.templates / "web" / f"{name}.html", own.encode())
    newsroom.write("winter")
    newsroom.translate("winter")
    assert "the site cannot be published as a whole" in refusal(newsroom.publish_all_or_raise)
    assert newsroom.files() == before
    assert newsroom.workspace.article("winter").target("es").state.stage is Stage.APPROVED


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("base.html", "<body", f'<meta name="designer" content="{NAME}"><body'),
        ("archive.html", "<h1", f'<p aria-label="{NAME}"></p><h1'),
        ("archive.html", "<h1", f"<!-- by {NAME} --><h1"),
        ("archive.html", "<h1", "<a href='https://zoyakrasova.example/'>us</a><h1"),
        ("style.css", ":root", f"/* by {NAME} */ :root"),
        ("style.css", ".audible::before {", f'.foot::before {{ content: "{NAME}" }} .a {{'),
        ("search.js", "", f"// by {NAME}\n"),
        ("icon.svg", "<svg", f"<svg aria-label='{NAME}'"),
    ],
    ids=["meta", "label", "comment", "address", "style", "content", "script", "icon"],
)
def test_a_name_that_no_reader_sees_stops_the_site_too(
    name: str, before: str, after: str, newsroom: Newsroom, withhold: Withhold
) -> None:
    newsroom.write("far-bank")
    newsroom.translate("far-bank")
    shipped = (Path(__file__).parents[3] / "templates/web" / name).read_text("utf-8")
    own = shipped.replace(before, after, 1)
    write_atomic(newsroom.workspace.templates / "web" / name, own.encode())
    withhold(NAME)
    refusal(newsroom.publish_all_or_raise)
    assert not newsroom.public.exists()


def test_a_name_in_the_slug_is_not_printed(newsroom: Newsroom, withhold: Withhold) -> None:
    newsroom.write("zoya-krasova-letter", title="A letter")
    newsroom.translate("zoya-krasova-letter")
    withhold(NAME)
    assert "es/…/index.html" in refusal(lambda: newsroom.publish("zoya-krasova-letter"))
    assert not newsroom.public.exists()


def test_a_slug_with_a_name_leaves_nothing_at_its_address(
    newsroom: Newsroom, withhold: Withhold
) -> None:
    newsroom.story("zoya-krasova", title="A letter")
    newsroom.story("letter-of-zoya-krasova", title="Another letter")
    withhold(NAME)
    newsroom.workspace.rename("zoya-krasova", "the-woman", "mara")
    newsroom.unpublish("letter-of-zoya-krasova", "es")
    newsroom.publish_all_or_raise()
    assert "es/the-woman/index.html" in newsroom.files()
    told = [path for path, data in newsroom.files().items() if b"krasova" in data or "zoya" in path]
    assert told == []


def test_taking_down_waits_for_nothing(newsroom: Newsroom, withhold: Withhold) -> None:
    newsroom.story("named", title=NAME)
    newsroom.story("far-bank", title="Marble quay")
    withhold(NAME)
    refusal(lambda: newsroom.unpublish("far-bank", "es"))
    left = newsroom.files()
    assert [path for path, data in left.items() if b"arble" in data] == []
    assert [path for path, data in left.items() if b"Krasova" in data] == ["es/named/index.html"]
    newsroom.unpublish("named", "es")
    assert [path for path, data in newsroom.files().items() if b"Krasova" in data] == []


def test_what_waits_is_gone_after_a_run_that_was_cut_short(
    newsroom: Newsroom, withhold: Withhold
) -> None:
    withhold(NAME)
    stray = newsroom.workspace.cache / "outgoing/files/es/stray/index.html"
    write_atomic(stray, b"half a page")
    newsroom.story("far-bank")
    assert "es/stray/index.html" not in newsroom.files()


def test_two_who_publish_at_the_same_time_lose_nothing(
    newsroom: Newsroom, withhold: Withhold
) -> None:
    for slug in ("far-bank", "winter"):
        newsroom.write(slug)
        newsroom.translate(slug)
    withhold(NAME)
    press = Press(newsroom.workspace)
    press.publish(newsroom.workspace.article("far-bank").target("es"), newsroom.order())
    newsroom.publish("winter")
    press.finish(small=True)
    front = newsroom.text("es/index.html")
    for slug in ("far-bank", "winter"):
        assert (newsroom.public / "es" / slug / "index.html").is_file()
        assert f"{slug}/index.html" in front


def test_a_text_that_changes_meanwhile_does_not_go_out(
    newsroom: Newsroom, withhold: Withhold
) -> None:
    from workflow.errors import StaleError

    newsroom.write("far-bank")
    target = newsroom.translate("far-bank")
    withhold(NAME)
    press = Press(newsroom.workspace)
    press.publish(newsroom.workspace.article("far-bank").target("es"), newsroom.order())
    target.edit({target.article.units[0].id: "Another title"}, "ana")
    with pytest.raises(StaleError):
        press.finish(small=True)
    assert not newsroom.public.exists()
