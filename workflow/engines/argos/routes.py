"""From one language to another through the packages that there are."""

from collections import deque
from collections.abc import Iterable
from typing import Protocol, TypeVar

from workflow.language.tags import language

_OWN_CODES = {"pt-BR": "pb", "zh-Hant": "zt", "zh-TW": "zt", "zh-HK": "zt", "no": "nb", "nn": "nb"}
_MOST_STEPS = 3


class Pair(Protocol):
    """Anything that translates from one language into another; Argos's language codes."""

    @property
    def source(self) -> str:
        """The language it translates from."""

    @property
    def target(self) -> str:
        """The language it translates into."""


P = TypeVar("P", bound=Pair)


def codes(tag: str) -> list[str]:
    """Return Argos's codes for a BCP 47 tag, the best first: `pt-BR` → `pb`, `pt`."""
    own = _OWN_CODES.get(tag)
    return [own, language(tag)] if own else [language(tag)]


def find_route(packages: Iterable[P], source: str, target: str) -> list[P] | None:
    """Return the shortest chain of packages between two tags, through English where it can be.

    None when there is no chain of at most three.
    """
    steps: dict[str, list[P]] = {}
    for package in packages:
        steps.setdefault(package.source, []).append(package)
    for choices in steps.values():
        choices.sort(key=lambda package: package.target != "en")
    for start in codes(source):
        for goal in codes(target):
            route = _shortest(steps, start, goal)
            if route:
                return route
    return None


def _shortest(steps: dict[str, list[P]], start: str, goal: str) -> list[P] | None:
    queue: deque[tuple[str, list[P]]] = deque([(start, [])])
    seen = {start}
    while queue:
        place, route = queue.popleft()
        if place == goal:
            return route
        if len(route) == _MOST_STEPS:
            continue
        for package in steps.get(place, []):
            if package.target not in seen:
                seen.add(package.target)
                queue.append((package.target, [*route, package]))
    return None
