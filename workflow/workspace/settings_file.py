"""`workflow.toml` (or `[tool.workflow]` in pyproject.toml), read into settings.

An unknown key is refused by its full name.
"""

import difflib
import re
import tomllib
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from workflow.errors import InputError, SettingsError
from workflow.language.tags import standard
from workflow.workspace.files import decode, read_bytes
from workflow.workspace.settings import (
    CheckSettings,
    Contributor,
    EngineSettings,
    MemorySettings,
    Newsroom,
    PublishSettings,
    ReviewSettings,
    Role,
    ServerSettings,
    Settings,
    SubtitleSettings,
    WithheldSettings,
)

FILE = "workflow.toml"
CONTRIBUTOR_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
RESERVED_IDS = frozenset({"nobody"})
"""The journal file of edits that nobody has claimed has this name."""


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
    return _Reader(name).settings(values)


class _Reader:
    """Turns TOML values into settings; knows the file and the key for its errors."""

    def __init__(self, name: str) -> None:
        self.name = name

    def settings(self, values: Any) -> Settings:
        tables = self._table(values, "", Settings.__dataclass_fields__)
        return Settings(
            workspace=self._newsroom(tables.get("workspace", {})),
            contributors={
                key: self._contributor(key, value)
                for key, value in self._table(
                    tables.get("contributors", {}), "contributors"
                ).items()
            },
            engines=self._engines(tables.get("engines", {})),
            memory=MemorySettings(
                **self._read(
                    tables.get("memory", {}), "memory", MemorySettings, least=self._likeness
                )
            ),
            checks=CheckSettings(
                **self._read(
                    tables.get("checks", {}),
                    "checks",
                    CheckSettings,
                    off=self._texts,
                    severity=self._severities,
                    variety=self._english,
                )
            ),
            review=ReviewSettings(
                **self._read(
                    tables.get("review", {}),
                    "review",
                    ReviewSettings,
                    four_eyes=self._truth,
                    unchanged_warn=self._percent,
                    unchanged_stop=self._percent,
                )
            ),
            subtitles=self._subtitles(tables.get("subtitles", {}), "subtitles"),
            withheld=WithheldSettings(
                **self._read(
                    tables.get("withheld", {}),
                    "withheld",
                    WithheldSettings,
                    file=self._text,
                    readers=self._texts,
                )
            ),
            publish=PublishSettings(
                **self._read(
                    tables.get("publish", {}),
                    "publish",
                    PublishSettings,
                    formats=self._texts,
                    permission_required=self._truth,
                    machine_note=self._truth,
                    publish_source=self._truth,
                    licence=self._text,
                    licence_url=self._page,
                )
            ),
        )

    def _newsroom(self, values: Any) -> Newsroom:
        return Newsroom(
            **self._read(
                values,
                "workspace",
                Newsroom,
                name=self._text,
                url=self._address,
                targets=self._tags,
            )
        )

    def _engines(self, values: Any) -> EngineSettings:
        table = self._table(values, "engines")
        servers = {key: value for key, value in table.items() if isinstance(value, dict)}
        others = {key: value for key, value in table.items() if key not in servers}
        known = self._table(others, "engines", {"order": None})
        return EngineSettings(
            **{key: self._texts(value, f"engines.{key}") for key, value in known.items()},
            servers={key: self._server(key, value) for key, value in servers.items()},
        )

    def _subtitles(self, values: Any, where: str) -> SubtitleSettings:
        table = self._table(values, where)
        inner = {key: value for key, value in table.items() if isinstance(value, dict)}
        own = {key: value for key, value in table.items() if key not in inner}
        tags = dict(zip(inner, self._tags(list(inner), where), strict=True))
        known = self._table(own, where, dict.fromkeys(("line", "lines", "speed")))
        return SubtitleSettings(
            **{key: self._signs(value, f"{where}.{key}") for key, value in known.items()},
            languages={
                tags[key]: self._subtitles(value, f"{where}.{key}") for key, value in inner.items()
            },
        )

    def _server(self, name: str, values: Any) -> ServerSettings:
        where = f"engines.{name}"
        read = self._read(
            values,
            where,
            ServerSettings,
            url=self._server_address,
            key=self._variable,
            model=self._text,
            timeout=self._seconds,
        )
        if "url" not in read:
            raise self._error(where, "has no url", 'Add url = "https://…", its address.')
        return ServerSettings(**read)

    def _contributor(self, key: str, values: Any) -> Contributor:
        where = f"contributors.{key}"
        if not CONTRIBUTOR_ID.fullmatch(key) or key in RESERVED_IDS:
            raise self._error(
                where,
                "is not a contributor's id",
                "Use a short name in a-z, 0-9, - and _ (not 'nobody').",
            )
        read = self._read(
            values,
            where,
            Contributor,
            name=self._text,
            roles=self._roles,
            languages=self._tags,
            email=self._text,
            pseudonym=self._text,
            link=self._address,
            named=self._truth,
        )
        if "name" not in read:
            raise self._error(
                where, "has no name", 'Add name = "…" as it shall stand in the credits.'
            )
        return Contributor(id=key, **read)

    def _read(self, values: Any, where: str, shape: type, **readers: Any) -> dict[str, Any]:
        known = {key: None for key in shape.__dataclass_fields__ if key != "id"}  # type: ignore[attr-defined]
        table = self._table(values, where, known)
        return {key: readers[key](value, f"{where}.{key}") for key, value in table.items()}

    def _table(
        self, values: Any, where: str, known: Mapping[str, Any] | None = None
    ) -> Mapping[str, Any]:
        if not isinstance(values, dict):
            raise self._error(where, "must be a table", f"Write it as [{where}].")
        for key in values if known is not None else ():
            if key not in (known or {}):
                full = f"{where}.{key}" if where else key
                near = difflib.get_close_matches(key, list(known or {}), n=1)
                names = (
                    f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known or {})}."
                )
                raise self._error(full, "is not a setting", names)
        return values

    def _text(self, value: Any, where: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self._error(where, "must be text", f'Write it in quotes: {_last(where)} = "…".')
        return value.strip()

    def _texts(self, value: Any, where: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self._error(where, "must be a list", f'Write it as {_last(where)} = ["…", "…"].')
        return tuple(self._text(item, where) for item in value)

    def _truth(self, value: Any, where: str) -> bool:
        if not isinstance(value, bool):
            raise self._error(where, "must be true or false", f"Write {_last(where)} = true.")
        return value

    def _percent(self, value: Any, where: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 101:
            raise self._error(
                where, "must be a percent", f"Write {_last(where)} = 95; 101 is never reached."
            )
        return value

    def _address(self, value: Any, where: str) -> str:
        text = self._text(value, where)
        if not re.fullmatch(r"https?://[^\s\"'<>]+", text):
            raise self._error(where, "must be a web address", "Begin it with https://.")
        return text.rstrip("/")

    def _page(self, value: Any, where: str) -> str:
        self._address(value, where)
        return self._text(value, where)

    def _server_address(self, value: Any, where: str) -> str:
        url = self._address(value, where)
        try:
            parts = urlsplit(url)
        except ValueError:
            raise self._error(where, "must be a web address", "Begin it with https://.") from None
        if parts.username or parts.password or parts.query or parts.fragment:
            raise self._error(
                where, "holds more than an address", "A key belongs into a variable: key."
            )
        if parts.scheme == "http" and not _is_near(parts.hostname or ""):
            raise self._error(
                where, "would send texts unencrypted", "Begin it with https://, or use localhost."
            )
        return url

    def _variable(self, value: Any, where: str) -> str:
        name = self._text(value, where)
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            raise self._error(
                where,
                "must be the name of an environment variable",
                "The key itself belongs into no file: put it into a variable such as "
                "TRANSLATION_KEY, and write that name here.",
            )
        return name

    def _signs(self, value: Any, where: str) -> Any:
        wanted = int | float if where.endswith("speed") else int
        if isinstance(value, bool) or not isinstance(value, wanted) or not 1 <= value <= 200:
            raise self._error(where, "must be from 1 to 200", f"Write {_last(where)} = 20.")
        return value

    def _seconds(self, value: Any, where: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 3600:
            raise self._error(where, "must be seconds", f"Write {_last(where)} = 60.")
        return float(value)

    def _likeness(self, value: Any, where: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0.7 <= value <= 1:
            raise self._error(where, "must be from 0.7 to 1", f"Write {_last(where)} = 0.85.")
        return float(value)

    def _tags(self, value: Any, where: str) -> tuple[str, ...]:
        try:
            return tuple(dict.fromkeys(standard(tag) for tag in self._texts(value, where)))
        except SettingsError:
            raise
        except InputError as error:
            raise self._error(where, f"holds {error.message}", error.hint) from None

    def _roles(self, value: Any, where: str) -> tuple[Role, ...]:
        names = self._texts(value, where)
        for name in names:
            if name not in list(Role):
                raise self._error(where, f"names {name!r}", f"The roles are {', '.join(Role)}.")
        return tuple(Role(name) for name in names)

    def _english(self, value: Any, where: str) -> str:
        (tag,) = self._tags([value], where)
        if not tag.startswith("en-"):
            raise self._error(where, f"is {tag!r}, no kind of English", 'Write "en-GB" or "en-US".')
        return tag

    def _severities(self, value: Any, where: str) -> dict[str, str]:
        allowed = ("info", "warning", "error")
        for key, severity in self._table(value, where).items():
            if severity not in allowed:
                raise self._error(
                    f"{where}.{key}", f"is {severity!r}", f"Use {', '.join(allowed)}."
                )
        return dict(value)

    def _error(self, where: str, problem: str, hint: str) -> SettingsError:
        return SettingsError(f"{self.name}: {where or 'the settings'} {problem}", hint=hint)


def _is_near(host: str) -> bool:
    """Say whether a host is this machine, or one of its own network."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith(".local")


def _last(where: str) -> str:
    return where.rsplit(".", 1)[-1]


def settings_in(folder: Path) -> Settings | None:
    """Return the settings of the workspace at `folder`, None where there is no workspace."""
    path = folder / FILE
    if path.exists():
        return parse_settings(_read(path), str(path))
    project = folder / "pyproject.toml"
    if project.is_file():
        text = _read(project)
        if re.search(r"^\s*\[tool\.workflow[.\]]", text, re.MULTILINE):
            return parse_settings(text, str(project), ("tool", "workflow"))
    return None


def _read(path: Path) -> str:
    try:
        return decode(read_bytes(path), path)
    except InputError as error:
        raise SettingsError(error.message, hint=error.hint) from None
