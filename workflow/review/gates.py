"""The gates: what still stands in the way of submitting, approving, returning and publishing.

Each function is pure and returns all obstacles at once, so that a person mends them in one go.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from workflow.checks.finding import Finding, Severity
from workflow.document.source import Source
from workflow.errors import NotReady
from workflow.review.comments import comment_key
from workflow.review.effort import is_vouched, kept_percent
from workflow.workspace.people import display_name
from workflow.workspace.settings import Contributor, Role, Settings
from workflow.workspace.state import Seal, Stage, State

_NAMED = 3
"""How many units, findings or comments a message names before it says how many more there are."""


@dataclass(frozen=True)
class Obstacle:
    """One reason why a gate is closed, and what opens it.

    A message may name findings or comments by the keys that commands know them by; `keyless`
    says it to somebody who has them before their eyes, and is empty where there are no keys.
    """

    message: str
    hint: str
    keyless: str = ""


def not_ready(what: str, obstacles: Sequence[Obstacle]) -> NotReady:
    """Return the error that lists all obstacles; `what` is `boat-school [es] is not submitted`."""
    if len(obstacles) == 1:
        return NotReady(f"{what}: {obstacles[0].message}", hint=obstacles[0].hint)
    lines = [f"{what}:", *(f"  - {obstacle.message}" for obstacle in obstacles)]
    hints = dict.fromkeys(obstacle.hint for obstacle in obstacles)
    return NotReady("\n".join(lines), hint=" ".join(hints))


def submit_obstacles(state: State, findings: Iterable[Finding]) -> tuple[Obstacle, ...]:
    """Return why a target cannot be submitted: a unit without text, an error without a waiver."""
    return tuple(_against_submitting(state, findings))


def approve_obstacles(
    state: State, person: Contributor, settings: Settings
) -> tuple[Obstacle, ...]:
    """Return why `person` cannot approve a target as it stands."""
    return tuple(_against_approving(state, person, settings))


def return_obstacles(state: State) -> tuple[Obstacle, ...]:
    """Return why a target cannot be sent back to its translator."""
    if state.stage in (Stage.NEW, Stage.DRAFT):
        return (
            Obstacle(
                "it is still with the translator",
                "Leave a remark for them with `workflow review comment`.",
            ),
        )
    return ()


def vouch_obstacles(state: State, person: Contributor, settings: Settings) -> tuple[Obstacle, ...]:
    """Return why `person` cannot say that a draft was read and may stand."""
    return tuple(_against_reviewing(state, person, settings))


def publish_obstacles(
    state: State, source: Source, settings: Settings, now: datetime
) -> tuple[Obstacle, ...]:
    """Return why a target cannot be published at the time `now` (aware of its time zone)."""
    return tuple(_against_publishing(state, source, settings, now))


def unwaived(state: State, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that no waiver lets stand."""
    waived = {(waiver.check, waiver.unit, waiver.excerpt) for waiver in state.waivers}
    return [f for f in findings if (f.check, f.unit, f.about) not in waived]


def _against_submitting(state: State, findings: Iterable[Finding]) -> Iterator[Obstacle]:
    if state.stage not in (Stage.NEW, Stage.DRAFT):
        yield Obstacle(
            f"it is {_at(state.stage)} already",
            "A reviewer approves it with `workflow review approve`, or sends it back.",
        )
    if missing := [key for key, unit in state.units.items() if not unit.text.strip()]:
        yield Obstacle(
            _some(missing, "unit has no translation", "units have no translation"),
            "Draft them with `workflow translate`, or write them with `workflow review edit`.",
        )
    if errors := [f for f in unwaived(state, findings) if f.severity is Severity.ERROR]:
        places = [f.check + (f" in {f.unit}" if f.unit else "") for f in errors]
        named = [f"{f.key} {place}" for f, place in zip(errors, places, strict=True)]
        yield Obstacle(
            _some(named, "error stands", "errors stand"),
            "Mend the text (`workflow check` shows each place), or record with "
            "`workflow review waive` why it may stand.",
            _some(places, "error stands", "errors stand"),
        )


def _against_approving(state: State, person: Contributor, settings: Settings) -> Iterator[Obstacle]:
    if state.stage is not Stage.REVIEW:
        done = state.stage in (Stage.APPROVED, Stage.PUBLISHED)
        yield Obstacle(
            f"it is {_at(state.stage)} already" if done else "it has not been submitted for review",
            "Nothing is left to approve."
            if done
            else "The translator runs `workflow review submit`.",
        )
    yield from _against_reviewing(state, person, settings)
    if drafts := [key for key, unit in state.units.items() if not unit.confirmed]:
        yield Obstacle(
            _some(
                drafts,
                "unit has not been confirmed by a person",
                "units have not been confirmed by a person",
            ),
            "Read them in `workflow review edit` and put an x in their brackets.",
        )
    if blocking := [c for c in state.comments if c.blocking and c.resolved_by is None]:
        places = [f"on {comment.unit or 'the article'}" for comment in blocking]
        named = [f"{comment_key(c)} {place}" for c, place in zip(blocking, places, strict=True)]
        yield Obstacle(
            _some(named, "blocking comment is open", "blocking comments are open"),
            "Settle each and run `workflow review resolve`.",
            _some(places, "blocking comment is open", "blocking comments are open"),
        )
    percent = kept_percent(state)
    if percent is not None and percent >= settings.review.unchanged_stop and not is_vouched(state):
        yield Obstacle(
            f"{percent} % of the machine's draft was left as it was",
            "Read it against the source; a reviewer who has done so records it, and why the text "
            "may stand, with `workflow review vouch`.",
        )
    if state.unclaimed:
        yield Obstacle(
            "the file was edited by somebody who has not said so",
            "Whoever did it runs `workflow review claim`.",
        )


def _against_reviewing(state: State, person: Contributor, settings: Settings) -> Iterator[Obstacle]:
    if not {Role.REVIEWER, Role.EDITOR} & set(person.roles):
        yield Obstacle(
            f"{person.name} is neither a reviewer nor an editor",
            "Ask one of them, or add the role to the person in workflow.toml.",
        )
    if settings.review.four_eyes and person.id in state.translators:
        yield Obstacle(
            f"{person.name} translated it, and nobody approves their own translation",
            "Ask a second person (a newsroom of one sets four_eyes = false under [review]).",
        )


def _against_publishing(
    state: State, source: Source, settings: Settings, now: datetime
) -> Iterator[Obstacle]:
    seal = state.approved
    if seal is None:
        yield Obstacle(
            "it has not been approved",
            "A reviewer runs `workflow review approve`; --preview shows the page before that.",
        )
    elif changes := _since(seal, state):
        name = display_name(seal.by, settings.contributors)
        yield Obstacle(
            f"{' and '.join(changes)} changed since {name} approved it",
            "Look at `workflow diff --from approved`, then have it approved again.",
        )
    elif state.stage not in (Stage.APPROVED, Stage.PUBLISHED):
        yield Obstacle(
            "it was sent back to the translator after it had been approved",
            "Submit it and have it approved again.",
        )
    if source.embargo and (until := _aware(source.embargo)) > now:
        yield Obstacle(
            f"it is under embargo until {until:%Y-%m-%d %H:%M %Z}",
            "Publish it then, or change `embargo` in source.md.",
        )
    if settings.publish.permission_required and not source.permission:
        yield Obstacle(
            "there is no permission to publish a translation",
            "Write who gave it, and when, as `permission` in source.md.",
        )


def _since(seal: Seal, state: State) -> list[str]:
    text = ["the text"] if seal.text != state.text_hash else []
    return text + (["the source"] if seal.source != state.source_hash else [])


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _at(stage: Stage) -> str:
    return "in review" if stage is Stage.REVIEW else stage.value


def _some(names: Sequence[str], one: str, many: str) -> str:
    """Return such as `2 errors stand (a, b)`, with a few names at most."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{len(names)} {one if len(names) == 1 else many} ({', '.join(names[:_NAMED])}{more})"
