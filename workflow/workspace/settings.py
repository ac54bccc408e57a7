"""The settings of a workspace, as values. Every key has a default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workflow.document.subtitles.limits import Limits, usual_limits
from workflow.language.tags import language


class Role(StrEnum):
    """What a contributor may do."""

    TRANSLATOR = "translator"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    PROOFREADER = "proofreader"
    PUBLISHER = "publisher"


@dataclass(frozen=True, kw_only=True)
class Contributor:
    """A person of the newsroom; `email` recognises git's `user.email` and is never rendered.

    `pseudonym` stands instead of the name wherever readers see it, `link` leads to a page of the
    person, and with `named` false no page names the person at all.
    """

    id: str
    name: str
    roles: tuple[Role, ...] = ()
    languages: tuple[str, ...] = ()
    email: str | None = None
    pseudonym: str | None = None
    link: str | None = None
    named: bool = True


@dataclass(frozen=True, kw_only=True)
class Newsroom:
    """`[workspace]`: the newsroom's name and address, and the languages it translates into."""

    name: str = "Our newsroom"
    url: str | None = None
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ServerSettings:
    """`[engines.NAME]`: the server of an engine that works elsewhere.

    `key` is the name of the environment variable that holds its key, never the key; `model` is what
    a server with several is asked for; `timeout` is in seconds.
    """

    url: str
    key: str = ""
    model: str = ""
    timeout: float = 60.0


@dataclass(frozen=True, kw_only=True)
class EngineSettings:
    """`[engines]`: the engines in the order in which they are tried, and their servers by name."""

    order: tuple[str, ...] = ("argos",)
    servers: Mapping[str, ServerSettings] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class MemorySettings:
    """`[memory]`: how alike a text must be to be drafted by another one's translation, 0.7 to 1."""

    least: float = 0.85


@dataclass(frozen=True, kw_only=True)
class CheckSettings:
    """`[checks]`: checks that are switched off, and severities that differ from a check's own.

    `variety` is the house's English, a tag such as `en-GB`, for targets that are `en` alone.
    """

    off: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    variety: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReviewSettings:
    """`[review]`: with `four_eyes`, nobody approves a target that they translated.

    `unchanged_warn` and `unchanged_stop` are percents of a machine's draft: where so much of it
    was left as it was, approval warns, and stops until a reviewer vouches for having read it.
    """

    four_eyes: bool = True
    unchanged_warn: int = 60
    unchanged_stop: int = 95


@dataclass(frozen=True, kw_only=True)
class PodcastSettings:
    """`[publish.podcast]`: what directories of podcasts ask for.

    `category` is one of Apple's, with `>` before one inside it; `owner` and `email` are where the
    newsroom itself is reached; `cover` is a picture in `templates/web/`.
    """

    category: str = "News"
    owner: str | None = None
    email: str | None = None
    explicit: bool = False
    cover: str | None = None


@dataclass(frozen=True, kw_only=True)
class PublishSettings:
    """`[publish]`: the formats that `publish` writes, and what it asks for before it does.

    With `publish_source`, the original stands on the site beside its translations. `licence` is
    that of articles that name none themselves, `licence_url` where its text stands.
    """

    formats: tuple[str, ...] = ("web", "docx")
    permission_required: bool = False
    machine_note: bool = True
    publish_source: bool = False
    licence: str | None = None
    licence_url: str | None = None
    podcast: PodcastSettings = field(default_factory=PodcastSettings)


@dataclass(frozen=True, kw_only=True)
class SubtitleSettings:
    """`[subtitles]`: signs in a line, lines at a time, signs in a second; None for what is usual.

    `languages` are tables such as `[subtitles.ja]`, which stand before the others.
    """

    line: int | None = None
    lines: int | None = None
    speed: float | None = None
    languages: Mapping[str, "SubtitleSettings"] = field(default_factory=dict)

    def limits(self, tag: str) -> Limits:
        """Return what holds for a language, by its tag or by the language alone."""
        own = self.languages.get(tag) or self.languages.get(language(tag)) or SubtitleSettings()
        usual = usual_limits(tag)
        return Limits(
            line=own.line or self.line or usual.line,
            lines=own.lines or self.lines or usual.lines,
            speed=own.speed or self.speed or usual.speed,
        )


@dataclass(frozen=True, kw_only=True)
class WithheldSettings:
    """`[withheld]`: `file` is the list of names never to be published, outside the workspace.

    `readers` are the ids of contributors to whom the screen shows these names.
    """

    file: str | None = None
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All settings of a workspace."""

    workspace: Newsroom = field(default_factory=Newsroom)
    contributors: Mapping[str, Contributor] = field(default_factory=dict)
    engines: EngineSettings = field(default_factory=EngineSettings)
    memory: MemorySettings = field(default_factory=MemorySettings)
    checks: CheckSettings = field(default_factory=CheckSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
    publish: PublishSettings = field(default_factory=PublishSettings)
    subtitles: SubtitleSettings = field(default_factory=SubtitleSettings)
    withheld: WithheldSettings = field(default_factory=WithheldSettings)
