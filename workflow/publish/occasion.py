"""The circumstances of a publication."""

from dataclasses import dataclass, field
from datetime import date

from workflow.publish.amendments import Amendment
from workflow.publish.article import Site
from workflow.workspace.settings import SubtitleSettings


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """The circumstances of a publication.

    `first` and `last` are the days on which the translation went out, None before that; `languages`
    are the languages that are published, `formats` the outputs that are written together.
    `amendments` are what was changed after the first publication, the latest last;
    `original_changed` says that the source was changed since the last. With `machine_note`, the
    credits say that a machine made the draft; with `both_texts`, the source text goes along.
    `subtitles` say how much of them can be read.
    """

    site: Site
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    amendments: tuple[Amendment, ...] = ()
    original_changed: bool = False
    draft: bool = False
    machine_note: bool = True
    both_texts: bool = False
    subtitles: SubtitleSettings = field(default_factory=SubtitleSettings)
