"""Values of a front matter, taken one by one and checked: errors name file, line and key."""

import datetime
import difflib
import re
from enum import StrEnum
from typing import Any, TypeVar

from workflow.document.links import is_inside, is_web_address
from workflow.document.markdown import clean
from workflow.document.source import clock
from workflow.errors import InputError
from workflow.language import tags

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)")
_LONGEST = 1000 * 3600
"""Seconds of the longest sound that anybody will listen to."""
_MOST = 1_000_000
_Choice = TypeVar("_Choice", bound=StrEnum)


class Fields:
    """The keys and values of one mapping in a YAML text.

    `value` is what YAML made of it, `known` the keys that it may have, `path` the key under which
    it stands itself, `lines` the YAML text after a file's first line, to find lines in.
    """

    def __init__(
        self, value: object, name: str, *, known: frozenset[str], lines: str, path: str = ""
    ) -> None:
        self._name, self._path, self._lines = name, path, lines
        if not isinstance(value, dict):
            raise self.error(
                "", "is not a list of keys with values", hint="Write lines `key: value`."
            )
        self._values: dict[Any, Any] = value
        for key in value:
            if key not in known:
                raise self._unknown(str(key), known)

    def error(self, key: str, problem: str, *, hint: str) -> InputError:
        """Return an error about a key, or about the whole mapping where `key` is empty."""
        path = ".".join(part for part in (self._path, key) if part)
        subject = f"`{path}`" if path else "the part between the lines `---`"
        return InputError(f"{self._place(path)}: {subject} {problem}", hint=hint)

    def optional(self, key: str) -> str | None:
        """Return a text, None where there is none."""
        value = self._values.get(key)
        if value is None:
            return None
        return self._text(key, value) or None

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        value = self.optional(key)
        if value is None:
            raise self.error(key, "is missing", hint=f"Add a line `{key}: …`.")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        return tuple(text for value in self._list(key) if (text := self._text(key, value)))

    def tag(self, key: str) -> str:
        """Return a language tag that must be there, in its usual form."""
        return self._standard(key, self.text(key))

    def tags(self, key: str) -> tuple[str, ...]:
        """Return a list of language tags in their usual form."""
        return tuple(self._standard(key, tag) for tag in self.texts(key))

    def choice(self, key: str, choices: type[_Choice], default: _Choice) -> _Choice:
        """Return one of a few words."""
        value = self.optional(key)
        if value is None:
            return default
        try:
            return choices(value)
        except ValueError:
            names = ", ".join(choices)
            raise self.error(key, f"cannot be {value!r}", hint=f"It is one of {names}.") from None

    def url(self, key: str) -> str | None:
        """Return an http or https address."""
        value = self.optional(key)
        if value is not None and not is_web_address(value):
            hint = "Write the whole address, beginning with https:// or http://."
            raise self.error(key, f"is not a web address: {value!r}", hint=hint)
        return value

    def media(self, key: str) -> str | None:
        """Return a path below `media/`."""
        value = self.optional(key)
        if value is not None and not is_inside(value):
            hint = "Write the path of a file below media/, such as `square.jpg`."
            raise self.error(key, f"is not a path inside media/: {value!r}", hint=hint)
        return value

    def duration(self, key: str) -> str | None:
        """Return a length of time as a person writes it; YAML reads `1:02:33` as 3753."""
        value = self._values.get(key)
        if type(value) is not int or value < 0:
            return self.optional(key)
        return clock(value)

    def start(self, key: str) -> int:
        """Return when something begins, in seconds: a number of them, or `1:02:33`, or `2:05`."""
        value = self._values.get(key)
        if isinstance(value, str) and (match := _CLOCK.fullmatch(value.strip())):
            hours, minutes, seconds = (int(part or 0) for part in match.groups())
            return hours * 3600 + minutes * 60 + seconds
        if type(value) is not int or not 0 <= value <= _LONGEST:
            hint = "Write hours, minutes and seconds as in 1:02:33, or 2:05."
            raise self.error(key, "is not a time from the beginning", hint=hint)
        return value

    def count(self, key: str) -> int | None:
        """Return a number of something, 0 or more."""
        value = self._values.get(key)
        if value is not None and (type(value) is not int or not 0 <= value <= _MOST):
            raise self.error(key, "is not a number", hint="Write digits alone, such as 12.")
        return value

    def date(self, key: str) -> datetime.date | None:
        """Return a day."""
        value = self._values.get(key)
        if isinstance(value, str):
            value = _from_iso(datetime.date, value)
        elif value is None or type(value) is datetime.date:
            return value
        if type(value) is not datetime.date:
            hint = "Write year, month and day as in 2024-05-31."
            raise self.error(key, "is not a date", hint=hint)
        return value

    def moment(self, key: str) -> datetime.datetime | None:
        """Return a date and time with its zone: an embargo must not depend on a machine's clock."""
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            value = _from_iso(datetime.datetime, value)
        if not isinstance(value, datetime.datetime) or value.tzinfo is None:
            hint = "Write date, time and difference from UTC as in 2024-05-31T09:00:00+02:00."
            raise self.error(key, "is not a moment with a time zone", hint=hint)
        return value

    def inner(self, key: str, known: frozenset[str], *, short: str = "") -> "Fields | None":
        """Return a mapping; a text alone stands for its key `short`."""
        value = self._values.get(key)
        return None if value is None else self._inner(key, value, known, short)

    def inners(self, key: str, known: frozenset[str], *, short: str = "") -> "tuple[Fields, ...]":
        """Return a list of mappings; one alone is a list of one."""
        return tuple(self._inner(key, value, known, short) for value in self._list(key))

    def _inner(self, key: str, value: object, known: frozenset[str], short: str) -> "Fields":
        if short and isinstance(value, str):
            value = {short: value}
        path = f"{self._path}.{key}" if self._path else key
        return Fields(value, self._name, known=known, lines=self._lines, path=path)

    def _list(self, key: str) -> list[Any]:
        value = self._values.get(key)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def _text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            hint = f'Write a text; put quotes around one that looks like something else: "{value}".'
            raise self.error(key, f"is not a text but {_sort(value)}", hint=hint)
        return clean(value).strip()

    def _standard(self, key: str, tag: str) -> str:
        try:
            return tags.standard(tag)
        except InputError as error:
            raise self.error(key, f"is wrong: {error}", hint=error.hint) from None

    def _unknown(self, key: str, known: frozenset[str]) -> InputError:
        close = difflib.get_close_matches(key, known, n=1)
        hint = f"Did you mean `{close[0]}`?" if close else f"Known are {', '.join(sorted(known))}."
        return self.error(key, "is not known here", hint=hint)

    def _place(self, path: str) -> str:
        """Return the file, and the line of the key at the top that the path begins with."""
        top = re.escape(path.split(".")[0])
        found = top and re.search(rf"^[\"']?{top}[\"']?[ \t]*:", self._lines, re.MULTILINE)
        if not found:
            return self._name
        return f"{self._name}:{self._lines.count(chr(10), 0, found.start()) + 2}"


def _from_iso(
    described: type[datetime.date] | type[datetime.datetime], text: str
) -> datetime.date | None:
    try:
        return described.fromisoformat(text.strip())
    except ValueError:
        return None


def _sort(value: object) -> str:
    match value:
        case bool():
            return "a yes or no"
        case int() | float():
            return "a number"
        case datetime.date():
            return "a date"
        case list():
            return "a list"
        case dict():
            return "a list of keys with values"
    return "nothing that can be used here"
