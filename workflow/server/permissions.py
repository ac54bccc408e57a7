"""What a contributor's roles let them see and do on the review page.

A person with `languages` in the settings sees and works on targets in these alone; the publisher
sees everything. Whether a text is ready to be submitted or approved is not asked here: that is for
the gates.
"""

from enum import StrEnum

from workflow.server.refusal import not_allowed, not_found
from workflow.workspace.settings import Contributor, Role
from workflow.workspace.state import Stage

_T, _E, _R, _F, _P = (
    Role.TRANSLATOR,
    Role.EDITOR,
    Role.REVIEWER,
    Role.PROOFREADER,
    Role.PUBLISHER,
)


class Action(StrEnum):
    """What can be done on the page; the value reads behind "Your roles do not let you"."""

    COMMENT = "comment"
    EDIT = "change this text"
    WAIVE = "let a finding stand"
    CLAIM = "claim edits"
    RESOLVE = "settle this comment"
    SUBMIT = "submit a translation"
    SEND_BACK = "send a translation back"
    APPROVE = "approve a translation"
    ADD_TERM = "change the glossary"
    INVITE = "make links for others"


_ROLES = {
    Action.COMMENT: frozenset(Role),
    Action.EDIT: frozenset({_T, _E, _R, _F}),
    Action.WAIVE: frozenset({_T, _E, _R}),
    Action.CLAIM: frozenset({_T, _E, _R, _F}),
    Action.RESOLVE: frozenset({_E, _R, _P}),
    Action.SUBMIT: frozenset({_T, _E}),
    Action.SEND_BACK: frozenset({_E, _R}),
    Action.APPROVE: frozenset({_E, _R}),
    Action.ADD_TERM: frozenset({_E, _R, _P}),
    Action.INVITE: frozenset({_P}),
}
_DONE = (Stage.APPROVED, Stage.PUBLISHED)


def sees(person: Contributor, tag: str) -> bool:
    """Whether a person sees the targets of a language; who knows `pt` sees `pt-BR` too."""
    known = any(tag == own or tag.startswith(f"{own}-") for own in person.languages)
    return known or not person.languages or Role.PUBLISHER in person.roles


def may(person: Contributor, action: Action, stage: Stage | None = None) -> bool:
    """Whether a person's roles let them do something to a target at a stage.

    What is approved is no longer the translators' to change: an editor reopens it.
    """
    roles = set(person.roles)
    if action is Action.EDIT and stage in _DONE:
        roles -= {_T, _F}
    return not roles.isdisjoint(_ROLES[action])


def require(person: Contributor, action: Action, stage: Stage | None = None) -> None:
    """Raise Refusal where a person's roles do not let them do something."""
    if not may(person, action, stage):
        raise not_allowed(action.value)


def require_sight(person: Contributor, tag: str) -> None:
    """Raise Refusal, as if there were no such page, where a target is not for a person."""
    if not sees(person, tag):
        raise not_found()
