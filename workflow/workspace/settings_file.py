"""`workflow.toml` (or `[tool.workflow]` in pyproject.toml), read into settings.

An unknown key is refused by its full name.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from workflow.errors import SettingsError
from workflow.workspace import settings_values as read
from workflow.workspace.settings import (
    CheckSettings,
    Contributor,
    EngineSettings,
    MemorySettings,
    Newsroom,
    PodcastSettings,
    PublishSettings,
    ReviewSettings,
    ServerSettings,
    Settings,
    SubtitleSettings,
    WithheldSettings,
)
from workflow.workspace.settings_text import FILE, settings_text
from workflow.workspace.settings_values import Key

CONTRIBUTOR_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
RESERVED_IDS = frozenset({"nobody"})
"""The journal file of edits that nobody has claimed has this name."""

Readers = Mapping[str, Callable[[Any, Key], Any]]
"""By the keys of a table: what reads the value of each."""

_NEWSROOM: Readers = {"name": read.text, "url": read.site, "targets": read.tags}
_CONTRIBUTOR: Readers = {
    "name": read.text,
    "roles": read.roles,
    "languages": read.tags,
    "email": read.text,
    "pseudonym": read.text,
    "link": read.site,
    "named": read.truth,
}
_SERVER: Readers = {
    "url": read.server,
    "key": read.variable,
    "model": read.text,
    "timeout": read.seconds,
}
_ENGINES: Readers = {"order": read.texts}
_MEMORY: Readers = {"least": read.likeness}
_CHECKS: Readers = {"off": read.texts, "severity": read.severities, "variety": read.english}
_REVIEW: Readers = {
    "four_eyes": read.truth,
    "unchanged_warn": read.percent,
    "unchanged_stop": read.percent,
}
_SUBTITLES: Readers = {"line": read.signs, "lines": read.signs, "speed": read.signs_a_second}
_WITHHELD: Readers = {"file": read.text, "readers": read.texts}
_PUBLISH: Readers = {
    "formats": read.texts,
    "permission_required": read.truth,
    "machine_note": read.truth,
    "publish_source": read.truth,
    "licence": read.text,
    "licence_url": read.page,
    "podcast": lambda value, key: _podcast(value, key),
}
_PODCAST: Readers = {
    "category": read.category,
    "owner": read.text,
    "email": read.address,
    "explicit": read.truth,
    "cover": read.picture,
}


def settings_in(folder: Path) -> Settings | None:
    """Return the settings of the workspace at `folder`, None where there is no workspace."""
    found = settings_text(folder)
    if found is None:
        return None
    path, text = found
    return parse_settings(text, str(path), () if path.name == FILE else ("tool", "workflow"))


def parse_settings(text: str, name: str, table: tuple[str, ...] = ()) -> Settings:
    """Return the settings in a TOML `text`; `name` is the file that errors name.

    `table` leads to the settings inside the file: `("tool", "workflow")` in pyproject.toml. Raises
    SettingsError for broken TOML, an unknown key (by its full name) or a value of the wrong kind.
    """
    try:
        values: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            f"{name}: {error}", hint="Mend the TOML there; see https://toml.io for its rules."
        ) from None
    for key in table:
        values = values.get(key, {}) if isinstance(values, dict) else values
    return _settings(values, Key(name))


def _settings(values: Any, file: Key) -> Settings:
    tables = read.table(values, file, Settings.__dataclass_fields__)

    def fields(name: str, readers: Readers) -> dict[str, Any]:
        return _fields(tables.get(name, {}), file.below(name), readers)

    people = file.below("contributors")
    settings = Settings(
        workspace=Newsroom(**fields("workspace", _NEWSROOM)),
        contributors={
            id: _contributor(id, value, people.below(id))
            for id, value in read.table(tables.get("contributors", {}), people).items()
        },
        engines=_engines(tables.get("engines", {}), file.below("engines")),
        memory=MemorySettings(**fields("memory", _MEMORY)),
        checks=CheckSettings(**fields("checks", _CHECKS)),
        review=ReviewSettings(**fields("review", _REVIEW)),
        subtitles=_subtitles(tables.get("subtitles", {}), file.below("subtitles")),
        withheld=WithheldSettings(**fields("withheld", _WITHHELD)),
        publish=PublishSettings(**fields("publish", _PUBLISH)),
    )
    return _refuse_private_address(settings, file)


def _fields(values: Any, key: Key, readers: Readers) -> dict[str, Any]:
    """Return the values of a table, each as its reader returns it."""
    table = read.table(values, key, readers)
    return {name: readers[name](value, key.below(name)) for name, value in table.items()}


def _contributor(id: str, values: Any, key: Key) -> Contributor:
    if not CONTRIBUTOR_ID.fullmatch(id) or id in RESERVED_IDS:
        raise key.error(
            "is not a contributor's id", "Use a short name in a-z, 0-9, - and _ (not 'nobody')."
        )
    fields = _fields(values, key, _CONTRIBUTOR)
    if "name" not in fields:
        raise key.error("has no name", 'Add name = "…" as it shall stand in the credits.')
    return Contributor(id=id, **fields)


def _podcast(values: Any, key: Key) -> PodcastSettings:
    return PodcastSettings(**_fields(values, key, _PODCAST))


def _refuse_private_address(settings: Settings, file: Key) -> Settings:
    """Raise SettingsError where a contributor's address, which is never published, would be."""
    address = (settings.publish.podcast.email or "").casefold()
    if address and address in {(p.email or "").casefold() for p in settings.contributors.values()}:
        raise file.below("publish.podcast.email").error(
            "is a contributor's address, and everybody could read it in the feed",
            "Write one of the newsroom itself.",
        )
    return settings


def _engines(values: Any, key: Key) -> EngineSettings:
    own, servers = _parted(values, key)
    return EngineSettings(
        **_fields(own, key, _ENGINES),
        servers={name: _server(value, key.below(name)) for name, value in servers.items()},
    )


def _server(values: Any, key: Key) -> ServerSettings:
    fields = _fields(values, key, _SERVER)
    if "url" not in fields:
        raise key.error("has no url", 'Add url = "https://…", its address.')
    return ServerSettings(**fields)


def _subtitles(values: Any, key: Key) -> SubtitleSettings:
    own, inner = _parted(values, key)
    languages: dict[str, SubtitleSettings] = {}
    for name, value in inner.items():
        (tag,) = read.tags([name], key.below(name))
        if tag in languages:
            raise key.below(name).error(f"is {tag}, which has a table already", "Write it once.")
        languages[tag] = _subtitles(value, key.below(name))
    return SubtitleSettings(**_fields(own, key, _SUBTITLES), languages=languages)


def _parted(values: Any, key: Key) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what a table says itself, and the tables within it."""
    table = read.table(values, key)
    inner = {name: value for name, value in table.items() if isinstance(value, dict)}
    return {name: value for name, value in table.items() if name not in inner}, inner
