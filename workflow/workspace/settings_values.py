"""The values of a settings file: what each may be, and what is said where it is not."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from workflow.errors import InputError, SettingsError
from workflow.language.tags import standard
from workflow.workspace.podcast_categories import CATEGORIES, is_category
from workflow.workspace.settings import Role

_SEVERITIES = ("info", "warning", "error")


@dataclass(frozen=True)
class Key:
    """A key of a settings file; `name` is the full one (`engines.argos.url`), empty for the whole.

    `file` is the file that errors name.
    """

    file: str
    name: str = ""

    @property
    def last(self) -> str:
        """The key alone: `url`."""
        return self.name.rsplit(".", 1)[-1]

    def below(self, key: str) -> Key:
        """Return a key of the table that this one names."""
        return Key(self.file, f"{self.name}.{key}" if self.name else key)

    def error(self, problem: str, hint: str) -> SettingsError:
        """Return the error that this key has a `problem`, such as `must be text`."""
        return SettingsError(f"{self.file}: {self.name or 'the settings'} {problem}", hint=hint)


def table(value: Any, key: Key, known: Collection[str] | None = None) -> Mapping[str, Any]:
    """Return a table; with `known`, one that has no other keys."""
    if not isinstance(value, dict):
        raise key.error("must be a table", f"Write it as [{key.name}].")
    for name in value if known is not None else ():
        if name not in (known or ()):
            near = difflib.get_close_matches(name, list(known or ()), n=1)
            hint = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known or ())}."
            raise key.below(name).error("is not a setting", hint)
    return value


def text(value: Any, key: Key) -> str:
    """Return a text that is not empty, without the spaces around it."""
    if not isinstance(value, str) or not value.strip():
        raise key.error("must be text", f'Write it in quotes: {key.last} = "…".')
    return value.strip()


def texts(value: Any, key: Key) -> tuple[str, ...]:
    """Return a list of texts."""
    if not isinstance(value, list):
        raise key.error("must be a list", f'Write it as {key.last} = ["…", "…"].')
    return tuple(text(item, key) for item in value)


def truth(value: Any, key: Key) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise key.error("must be true or false", f"Write {key.last} = true.")
    return value


def percent(value: Any, key: Key) -> int:
    """Return a whole number from 0 to 101; the last is more than there is."""
    if not _is_whole(value) or not 0 <= value <= 101:
        raise key.error("must be a percent", f"Write {key.last} = 95; 101 is never reached.")
    return int(value)


def signs(value: Any, key: Key) -> int:
    """Return how many signs or lines, from 1 to 200."""
    if not _is_whole(value) or not 1 <= value <= 200:
        raise key.error("must be from 1 to 200", f"Write {key.last} = 20.")
    return int(value)


def signs_a_second(value: Any, key: Key) -> float:
    """Return how many signs in a second, from 1 to 200."""
    if not _is_number(value) or not 1 <= value <= 200:
        raise key.error("must be from 1 to 200", f"Write {key.last} = 20.")
    return float(value)


def seconds(value: Any, key: Key) -> float:
    """Return seconds, an hour at most."""
    if not _is_number(value) or not 0 < value <= 3600:
        raise key.error("must be seconds", f"Write {key.last} = 60.")
    return float(value)


def likeness(value: Any, key: Key) -> float:
    """Return how alike two texts are, from 0.7 to 1."""
    if not _is_number(value) or not 0.7 <= value <= 1:
        raise key.error("must be from 0.7 to 1", f"Write {key.last} = 0.85.")
    return float(value)


def page(value: Any, key: Key) -> str:
    """Return the address of a page, as it was written."""
    address = text(value, key)
    if not re.fullmatch(r"https?://[^\s\"'<>]+", address):
        raise key.error("must be a web address", "Begin it with https://.")
    return address


def site(value: Any, key: Key) -> str:
    """Return the address of a site, without a stroke at its end."""
    return page(value, key).rstrip("/")


def server(value: Any, key: Key) -> str:
    """Return the address of an engine's server: encrypted, or near, and without a password."""
    address = site(value, key)
    try:
        parts = urlsplit(address)
    except ValueError:
        raise key.error("must be a web address", "Begin it with https://.") from None
    if parts.username or parts.password or parts.query or parts.fragment:
        raise key.error("holds more than an address", "A key belongs into a variable: key.")
    if parts.scheme == "http" and not _is_near(parts.hostname or ""):
        raise key.error("would send texts unencrypted", "Begin it with https://, or use localhost.")
    return address


def variable(value: Any, key: Key) -> str:
    """Return the name of an environment variable."""
    name = text(value, key)
    if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
        raise key.error(
            "must be the name of an environment variable",
            "The key itself belongs into no file: put it into a variable such as "
            "TRANSLATION_KEY, and write that name here.",
        )
    return name


def tags(value: Any, key: Key) -> tuple[str, ...]:
    """Return languages' tags in their standard form, each once."""
    names = texts(value, key)
    try:
        return tuple(dict.fromkeys(standard(name) for name in names))
    except InputError as error:
        raise key.error(f"holds {error.message}", error.hint) from None


def english(value: Any, key: Key) -> str:
    """Return the tag of a kind of English, such as `en-GB`."""
    (tag,) = tags([value], key)
    if not tag.startswith("en-"):
        raise key.error(f"is {tag!r}, no kind of English", 'Write "en-GB" or "en-US".')
    return tag


def category(value: Any, key: Key) -> str:
    """Return one of Apple's categories of podcasts: `News`, or `News > Politics`."""
    name, _, inner = (part.strip() for part in text(value, key).partition(">"))
    if not is_category(name, inner):
        known = [*CATEGORIES, *(each for inside in CATEGORIES.values() for each in inside)]
        near = difflib.get_close_matches(inner or name, known, n=1)
        first = next((top for top, inside in CATEGORIES.items() if near and near[0] in inside), "")
        spelt = f"{first} > {near[0]}" if first else near[0] if near else "News"
        raise key.error(f"is {value!r}, no category of Apple's", f'Did you mean "{spelt}"?')
    return f"{name} > {inner}" if inner else name


def address(value: Any, key: Key) -> str:
    """Return a mail address."""
    found = text(value, key)
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", found):
        raise key.error("must be a mail address", "Write it as podcast@bulletin.example.")
    return found


def picture(value: Any, key: Key) -> str:
    """Return the name of a JPEG or PNG file."""
    name = text(value, key)
    if not re.fullmatch(r"[\w-][\w. -]*\.(?:jpe?g|png)", name):
        raise key.error(
            "must be the name of a JPEG or PNG file", f'Write {key.last} = "cover.jpg".'
        )
    return name


def roles(value: Any, key: Key) -> tuple[Role, ...]:
    """Return the roles of a contributor."""
    names = texts(value, key)
    for name in names:
        if name not in list(Role):
            raise key.error(f"names {name!r}", f"The roles are {', '.join(Role)}.")
    return tuple(Role(name) for name in names)


def severities(value: Any, key: Key) -> dict[str, str]:
    """Return severities by the names of checks."""
    for check, severity in table(value, key).items():
        if severity not in _SEVERITIES:
            raise key.below(check).error(f"is {severity!r}", f"Use {', '.join(_SEVERITIES)}.")
    return dict(value)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_near(host: str) -> bool:
    """Say whether a host is this machine, or one of its own network."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith(".local")
