"""How much of a subtitle can be read, by language."""

from dataclasses import dataclass

from workflow.language.tags import language


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Signs in a line, lines at a time, and signs that are read in a second."""

    line: int = 42
    lines: int = 2
    speed: float = 17.0

    @property
    def room(self) -> int:
        """How many signs stand on the screen at a time."""
        return self.line * self.lines


_BY_LANGUAGE = {
    "en": Limits(speed=20),
    "ja": Limits(line=13, speed=4),
    "ko": Limits(line=16, speed=12),
    "zh": Limits(line=16, speed=9),
}
"""After Netflix's Timed Text Style Guides, https://partnerhelp.netflixstudios.com, for adults."""


def usual_limits(tag: str) -> Limits:
    """Return what readers of a language (a BCP 47 tag) can follow."""
    return _BY_LANGUAGE.get(language(tag), Limits())
