"""What changed in a workspace since a revision of git: the targets that a pull request is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.errors import InputError
from workflow.review.comparison import Comparison
from workflow.review.diff_revisions import diff_revisions
from workflow.workspace.event_json import decode
from workflow.workspace.events import Event
from workflow.workspace.fold import fold
from workflow.workspace.git import git_files
from workflow.workspace.target import Target
from workflow.workspace.workspace import Workspace


@dataclass(frozen=True)
class ChangedTarget:
    """A target, and its journal as a revision of git has it (empty where it was not there)."""

    target: Target
    before: tuple[Event, ...]

    def comparison(self, older: str) -> Comparison:
        """Return the differences; `older` names the revision, or the draft of a new target."""
        target = self.target
        events = [*target.events, *target.pending]
        old = fold(self.before) if self.before else target.revision("draft")
        return Comparison(
            slug=target.article.slug,
            title=target.article.source.title,
            source_language=target.article.source.language,
            target=target.tag,
            older=older if self.before else "draft",
            newer="now",
            units=diff_revisions(old, target.state, events),
            contributors=target.article.workspace.settings.contributors,
        )


def changed_since(workspace: Workspace, revision: str) -> Iterator[ChangedTarget]:
    """Yield the targets whose journal, text or source is not what it was in a revision of git.

    Raises InputError where git does not know the revision.
    """
    for slug in workspace.slugs():
        article = workspace.article(slug)
        below = article.path.relative_to(workspace.root).as_posix()
        files = git_files(workspace.root, revision, f"{below}/history")
        if files is None:
            raise InputError(
                f"git knows no revision {revision} here",
                hint="Fetch it first (git fetch origin main), and name it as git does.",
            )
        for tag in article.targets:
            target = article.target(tag)
            before = _events(files, f"{below}/history/{target.tag}/")
            known = {event.id for event in before}
            if target.pending or any(event.id not in known for event in target.events):
                yield ChangedTarget(target, before)


def _events(files: dict[str, bytes], folder: str) -> tuple[Event, ...]:
    """Return the events in the journals below a folder, as git has them."""
    events: dict[str, Event] = {}
    for path, data in files.items():
        if path.startswith(folder) and path.endswith(".jsonl"):
            for line in data.decode("utf-8", errors="replace").splitlines():
                try:
                    event = decode(line)
                except ValueError:  # a line that a crash or a merge left; the journal tells of it
                    continue
                events[event.id] = event
    return tuple(events[key] for key in sorted(events))
