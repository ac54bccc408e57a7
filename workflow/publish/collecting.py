"""Putting approved translations together: the same gate as for publishing each of them."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from workflow.errors import InputError, NotReady
from workflow.publish.collection import Collection, Entry, binder
from workflow.publish.occasion import Occasion
from workflow.publish.output import OutputFile
from workflow.publish.readable import readable
from workflow.publish.standing import composed, days_out, site_of
from workflow.review.gates import not_ready, publish_obstacles
from workflow.review.withheld import withheld_obstacles
from workflow.withheld import open_list
from workflow.workspace.files import write_atomic
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace


def collect(targets: Sequence[Target], title: str, now: datetime) -> Collection:
    """Return a collection of targets in this order; `now` is aware of its time zone.

    Raises NotReady where the gate of one of them is closed, and InputError for several languages
    or a missing title.
    """
    if not title.strip():
        raise InputError("a collection needs a title", hint='Add --title "Our year in letters".')
    refused = [error for target in targets if (error := _refusal(target, now))]
    if refused:
        raise NotReady(
            "\n".join(error.message for error in refused),
            hint=" ".join(dict.fromkeys(error.hint for error in refused)),
        )
    return Collection(title=title.strip(), entries=tuple(_entry(target) for target in targets))


def write_collection(collection: Collection, path: Path, workspace: Workspace) -> None:
    """Write a collection to `path`; its ending says in which format.

    Raises NotReady where a withheld name stands in it, and InputError for another ending and for a
    path below `public/`: what stands there goes when an article is taken down, and a collection
    would not.
    """
    if path.resolve().is_relative_to(workspace.public.resolve()):
        raise InputError(
            f"{path} is below {workspace.public}",
            hint="Write it elsewhere: taking an article down could not take it out of there.",
        )
    data = binder(path.suffix.removeprefix("."), workspace.templates).bound(collection)
    texts = dict(readable([OutputFile(path.name, data)]))
    if obstacles := withheld_obstacles(open_list(workspace), texts):
        raise not_ready(f"{path.name} cannot be written", obstacles)
    write_atomic(path, data)


def _refusal(target: Target, now: datetime) -> NotReady | None:
    article = target.article
    settings = article.workspace.settings
    obstacles = publish_obstacles(target.state, article.source, settings, now)
    name = f"{article.slug} [{target.tag}]"
    return not_ready(f"{name} cannot go into a collection", obstacles) if obstacles else None


def _entry(target: Target) -> Entry:
    settings = target.article.workspace.settings
    first, last = days_out(target.events) or (None, None)
    occasion = Occasion(
        site=site_of(settings),
        first=first,
        last=last,
        machine_note=settings.publish.machine_note,
    )
    article = composed(target, target.state, target.texts, occasion)
    return Entry(article=article, media=target.article.media)
