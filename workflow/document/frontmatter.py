"""`source.md` as text: YAML front matter between lines of `---`, then CommonMark.

`parse_source` refuses what it does not know by file, line and name; `serialize_source` writes what
`parse_source` reads back as the same Source.
"""

import dataclasses
import re
from functools import cache
from typing import Any

import yaml

from workflow import safe_yaml
from workflow.document.fields import Fields
from workflow.document.markdown import clean
from workflow.document.source import ArticleKind, Audio, AudioPart, Cover, Place, Source, clock
from workflow.errors import InputError

_NOTHING: tuple[Any, ...] = (None, "", [])
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7} |\|{7} |>{7} )", re.MULTILINE)
_CONFLICT_SIGNS = ("<<<<<<< ", "||||||| ", ">>>>>>> ")
"""What a conflict has in any case: plain text is found sooner than a pattern."""
_EMPTY_LINES = re.compile(r"\A(?:[ \t]*\n)+")


def parse_source(text: str, name: str) -> Source:
    """Return the article that the text of a `source.md` describes.

    `name` is the file that errors name. Raises InputError for anything that is not as the format
    says: an unknown key, a value of another type, a language that is no BCP 47 tag, an address that
    is not http or https, a path that leaves `media/`, conflict markers left by git.
    """
    text = clean(text.removeprefix("\ufeff"))
    _refuse_conflict(text, name)
    front, body = _split(text, name)
    values = safe_yaml.load(front, name, first_line=2)
    fields = Fields(values, name, known=_keys(Source) - {"body"}, lines=front)
    return Source(
        title=fields.text("title"),
        language=fields.tag("language"),
        kind=fields.choice("kind", ArticleKind, ArticleKind.ARTICLE),
        authors=fields.texts("authors"),
        translators=fields.texts("translators"),
        date=fields.date("date"),
        publication=_place(fields.inner("publication", _keys(Place), short="name")),
        original=_place(fields.inner("original", _keys(Place), short="name")),
        summary=fields.optional("summary"),
        tags=fields.texts("tags"),
        cover=_cover(fields.inner("cover", _keys(Cover))),
        audio=tuple(_audio(sound) for sound in fields.inners("audio", _keys(Audio))),
        listen=tuple(
            Place(name=place.text("name"), url=place.url("url"))
            for place in fields.inners("listen", _keys(Place), short="name")
        ),
        season=fields.count("season"),
        episode=fields.count("episode"),
        participants=fields.texts("participants"),
        parts=tuple(
            AudioPart(start=part.start("start"), title=part.text("title"))
            for part in fields.inners("parts", _keys(AudioPart))
        ),
        music=fields.optional("music"),
        notes=fields.texts("notes"),
        targets=fields.tags("targets"),
        licence=_place(fields.inner("licence", _keys(Place), short="name")),
        permission=fields.optional("permission"),
        embargo=fields.moment("embargo"),
        body=body,
    )


def serialize_source(source: Source) -> str:
    """Return an article as the text of a `source.md`, in a fixed order, empty keys left out."""
    values = {
        field.name: value
        for field in dataclasses.fields(source)
        if field.name != "body" and (value := _plain(getattr(source, field.name))) not in _NOTHING
    }
    front = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=float("inf"))
    body = _tidy(clean(source.body))
    return f"---\n{front}---\n" + (f"\n{body}\n" if body else "")


def _plain(value: Any) -> Any:
    """Return a value as YAML writes it; a place without an address is its name."""
    if isinstance(value, Place) and value.url is None:
        return value.name
    if isinstance(value, AudioPart):
        return {"start": clock(value.start), "title": value.title}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {key: _plain(inner) for key, inner in pairs if inner}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, ArticleKind):
        return value.value
    return value


@cache
def _keys(described: type) -> frozenset[str]:
    return frozenset(field.name for field in dataclasses.fields(described))


def _place(fields: Fields | None) -> Place | None:
    return None if fields is None else Place(name=fields.text("name"), url=fields.url("url"))


def _cover(fields: Fields | None) -> Cover | None:
    if fields is None:
        return None
    return Cover(
        file=fields.media("file"), alt=fields.optional("alt"), credit=fields.optional("credit")
    )


def _audio(fields: Fields) -> Audio:
    sound = Audio(
        title=fields.text("title"),
        url=fields.url("url"),
        file=fields.media("file"),
        duration=fields.duration("duration"),
        type=fields.optional("type"),
    )
    if not (sound.url or sound.file):
        raise fields.error(
            "url", "is missing", hint="Give each sound a `url`, or a `file` in media/."
        )
    return sound


def _refuse_conflict(text: str, name: str) -> None:
    has_sign = any(sign in text for sign in _CONFLICT_SIGNS)
    if has_sign and (marker := _CONFLICT.search(text)):
        line = text.count("\n", 0, marker.start()) + 1
        raise InputError(
            f"{name}:{line}: a conflict that git left is not settled",
            hint="Keep the lines that are right, and delete the others and the three marker lines.",
        )


def _split(text: str, name: str) -> tuple[str, str]:
    begin = _FENCE.match(text)
    end = _FENCE.search(text, begin.end()) if begin else None
    if begin is None or end is None:
        problem = (
            "does not begin with a line `---`" if begin is None else "has no second line `---`"
        )
        raise InputError(
            f"{name}: {problem}",
            hint="Begin with `---`, lines such as `title: …` and `language: …`, and `---` again.",
        )
    return text[begin.end() + 1 : end.start()], _tidy(text[end.end() + 1 :])


def _tidy(body: str) -> str:
    return _EMPTY_LINES.sub("", body).rstrip()
