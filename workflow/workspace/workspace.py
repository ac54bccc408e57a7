"""The workspace: the folder that a newsroom keeps in git."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from workflow.document.source import Source
from workflow.errors import InputError, SettingsError
from workflow.workspace import moving
from workflow.workspace.article import SOURCE, Article
from workflow.workspace.events import Archived, Renamed, Restored
from workflow.workspace.files import is_there, stays_below
from workflow.workspace.settings import Settings
from workflow.workspace.settings_file import settings_in
from workflow.workspace.settings_text import FILE

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 100
WITHHELD_FINGERPRINT, WITHHELD_VARIABLE = "withheld.fingerprint", "WORKFLOW_WITHHELD"
"""What the repository has of the list of withheld names, and what may say where the list lies."""
_ARCHIVE = "_archive"  # no slug begins with an underscore


class Workspace:
    """A workspace at `root`. Raises nothing by itself: files are read when they are asked for."""

    def __init__(self, root: Path, settings: Settings) -> None:
        self.root, self.settings = root, settings
        self.translations = root / "translations"
        self.templates = root / "templates"
        self.glossary_path = root / "glossary.yaml"
        self.public = root / "public"
        self.cache = root / ".workflow"

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """Return the workspace that `start` is in. Raises SettingsError where there is none."""
        here = start.resolve()
        for folder in (here, *here.parents):
            settings = settings_in(folder)
            if settings is not None:
                return cls(folder, settings)
        raise SettingsError(
            f"{here} is not in a workspace (no {FILE} here or above)",
            hint="Make one with `workflow init`, or go to the folder of yours.",
        )

    @property
    def withholds(self) -> bool:
        """Whether names are withheld here: a list is named, or was when it was made."""
        named = self.settings.withheld.file or os.environ.get(WITHHELD_VARIABLE)
        return bool(named) or (self.root / WITHHELD_FINGERPRINT).exists()

    def slugs(self) -> list[str]:
        """The slugs of all articles that are not archived, sorted."""
        folder = str(self.translations)
        if not self.translations.is_dir():
            return []
        with os.scandir(folder) as found:
            names = [entry.name for entry in found if SLUG.fullmatch(entry.name)]
        return sorted(name for name in names if is_there(f"{folder}/{name}/{SOURCE}"))

    def articles(self) -> Iterator[Article]:
        """All articles that are not archived, by slug."""
        moving.complete_in(self, self.translations / _ARCHIVE)
        return (self.article(slug) for slug in self.slugs())

    def article(self, slug: str) -> Article:
        """Return an article. Raises InputError where there is none of that slug."""
        article = Article(self, slug, self._folder(slug))
        if not (article.path / SOURCE).exists():
            if (self.translations / _ARCHIVE / slug / SOURCE).is_file():
                raise InputError(
                    f"{slug} is in the archive",
                    hint=f"Take it out: workflow archive {slug} --restore",
                )
            raise InputError(f"there is no article {slug!r}", hint=self._near(slug))
        moving.complete(article)
        return article

    def create(
        self,
        slug: str,
        source: Source,
        media: Mapping[str, bytes] | None = None,
        fill: moving.Fill = lambda _: None,
    ) -> Article:
        """Write a new article; `media` maps paths below `media/` to their bytes.

        `fill` puts into it what it shall begin with: all of it is there at once, or nothing is.
        Raises InputError where the slug is taken, here or in the archive, and for a text that could
        not be read again, such as one with conflict markers.
        """
        folder = self._folder(slug)

        def taken() -> None:
            for place in (folder, self.translations / _ARCHIVE / slug):
                if place.exists():
                    raise InputError(
                        f"there is already an article {slug} ({place})",
                        hint="Choose another slug with --slug, or work on that one.",
                    )

        moving.create(self, folder, source, media or {}, fill, taken)
        return self.article(slug)

    def rename(self, old: str, new: str, by: str) -> Article:
        """Give an article another slug and record it in each target's journal."""
        self.article(old)
        payload = Renamed(old=old, new=new)
        return moving.move(self, self._folder(old), self._folder(new), payload, by)

    def archive(self, slug: str, by: str) -> None:
        """Put an article away: it is kept whole, and no command sees it until it is restored."""
        self.article(slug)
        put_away = self.translations / _ARCHIVE / slug
        moving.move(self, self._folder(slug), put_away, Archived(), by)

    def restore(self, slug: str, by: str) -> Article:
        """Take an article out of the archive. Raises InputError where it is not there."""
        folder, stored = self._folder(slug), self.translations / _ARCHIVE / slug
        if not (stored / SOURCE).exists():
            raise InputError(f"{slug} is not in the archive", hint=self._near(slug))
        moving.complete(Article(self, slug, stored))
        return moving.move(self, stored, folder, Restored(), by)

    def _folder(self, slug: str) -> Path:
        if not SLUG.fullmatch(slug) or len(slug) > MAX_SLUG:
            raise InputError(
                f"{slug!r} is not a slug",
                hint=f"Use a-z, 0-9 and single hyphens, {MAX_SLUG} characters at most.",
            )
        folder = self.translations / slug
        if not stays_below(folder, self.root):
            raise InputError(
                f"{folder} leads out of the workspace",
                hint="Replace the symbolic link with the folder itself.",
            )
        return folder

    def _near(self, slug: str) -> str:
        import difflib

        near = difflib.get_close_matches(slug, self.slugs(), n=3)
        if near:
            return f"Did you mean {' or '.join(near)}?"
        return "`workflow status` lists all articles; `workflow new` makes one."
