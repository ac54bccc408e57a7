"""Pages of the site that nothing leads to any longer, where no index remembers them."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from workflow.publish.addresses import FEED, PAGE, PODCAST, RESERVED, folder_of
from workflow.publish.site.sitemap import FOLDER


def left_behind(public: Path, languages: Iterable[str], pages: Collection[str]) -> Iterator[str]:
    """Yield the files, relative to `public`, that are in the site's own places and not in `pages`.

    What people have put elsewhere is not named.
    """
    for language in languages:
        own = (f"{folder_of(language)}/{name}" for name in (PAGE, FEED, PODCAST))
        yield from (path for path in own if path not in pages and (public / path).is_file())
    folders = [folder_of(tag, name) for tag in languages for name in sorted(RESERVED)]
    for folder in (*folders, FOLDER):
        for path in sorted((public / folder).rglob("*")):
            name = path.relative_to(public).as_posix()
            if path.is_file() and name not in pages:
                yield name
