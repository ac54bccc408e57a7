"""A preview of a draft, and that nothing on it leads nowhere."""

from pathlib import Path

from tests.publish.site.newsroom import Newsroom
from tests.publish.site.test_site import PODCAST, links_of
from workflow.publish.publishing import Press


def test_every_link_of_a_preview_leads_somewhere(with_originals: Newsroom) -> None:
    room = with_originals
    room.write("episode", kind="podcast", more=f"tags: [rivers, schools]\n{PODCAST}")
    target = room.translate("episode")
    Press(room.workspace).preview(target, ["web"])
    preview = room.workspace.cache / "preview"
    broken = [
        (path.relative_to(preview).as_posix(), link)
        for path in sorted(preview.rglob("*.html"))
        for link in links_of(path)
        if not link.startswith(("https:", "#")) and not _there(path, link)
    ]
    assert broken == []


def _there(page: Path, link: str) -> bool:
    return (page.parent / link.partition("#")[0]).is_file()
