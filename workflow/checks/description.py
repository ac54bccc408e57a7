"""What a check's docstring says of it, for the table in the docs and for the tests.

    What it finds, in a sentence.

    Why: why that is worth a person's time.

    Fails (ru → en): Он ушёл в 3 часа. ⇒ He left at 4 o'clock.
    Fails (en): We saw the the prisoners.
    Passes (en): We saw the prisoners.

An example names its languages; ` ⇒ ` stands between source and translation, and ` ¶ ` between the
units of an example that needs several. What stands on the screen begins with its time, as in
`00:01.000 --> 00:02.500 He left.`; a caption or another kind of unit with its kind, as in `[cap]
The harbour`. Lines that belong to the same part are indented further.
"""

import re
from dataclasses import dataclass

from workflow.checks.check import Check, Pair
from workflow.document.subtitles.captions import Screen
from workflow.document.subtitles.cue import read_times
from workflow.document.subtitles.limits import usual_limits
from workflow.document.units import UnitKind

_PART = re.compile(r"(Why|Fails|Passes)(?: \(([\w-]+)(?: → ([\w-]+))?\))?:\s*(.*)", re.DOTALL)
_KIND = re.compile(r"\[([a-z]+)\] ")
_TIMES = re.compile(r"[\d:.]+ --> [\d:.]+ ")
_NEW_PART = re.compile(r"\n\s*\n|\n(?= {0,4}(?:Why|Fails|Passes)\b)")


@dataclass(frozen=True)
class Example:
    """A text that a check complains of, or one that it leaves alone."""

    text: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Description:
    """The parts of a check's docstring."""

    what: str
    why: str
    fails: tuple[Example, ...]
    passes: tuple[Example, ...]


def describe(check: Check) -> Description:
    """Return what the docstring of `check` says. Raises ValueError where it lacks a part."""
    what, *parts = (
        " ".join(part.split()) if "⇒" not in part else re.sub(r"\s*\n\s*", " ", part).strip()
        for part in _NEW_PART.split(check.doc.strip())
    )
    why = ""
    examples: dict[str, list[Example]] = {"Fails": [], "Passes": []}
    for part in parts:
        match = _PART.fullmatch(part)
        if match is None:
            raise ValueError(f"the docstring of the check {check.name} has a stray part: {part!r}")
        name, first, second, text = match.groups()
        if name == "Why":
            why = text
        else:
            examples[name].append(_example(text, first, second))
    if not (what and why and examples["Fails"] and examples["Passes"]):
        raise ValueError(f"the docstring of the check {check.name} lacks a part")
    return Description(what, why, tuple(examples["Fails"]), tuple(examples["Passes"]))


def _example(text: str, first: str, second: str | None) -> Example:
    pairs = []
    for number, unit in enumerate(text.split(" ¶ ")):
        cue = read_times(times[0]) if (times := _TIMES.match(unit)) else None
        unit = unit[times.end() :] if times else unit
        kind = _KIND.match(unit)
        unit = unit[kind.end() :] if kind else unit
        source, _, target = unit.rpartition("⇒") if second else ("", "", unit)
        pairs.append(
            Pair(
                unit=f"p-{number}",
                kind=UnitKind(kind[1]) if kind else None,
                source=source.strip() if second else None,
                target=target.strip() if second else target,
                source_language=first if second else None,
                target_language=second or first,
                screen=Screen((cue,), usual_limits(second or first)) if cue else None,
            )
        )
    return Example(text, tuple(pairs))
