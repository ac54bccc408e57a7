"""The list of all checks for `docs/checks.md`, made from their own docstrings.

`python -m workflow.checks.table` brings the page up to date; a test says when it is not.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from workflow.checks.catalogue import CHECKS
from workflow.checks.check import Check
from workflow.checks.description import Example, describe

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
_BETWEEN = re.compile(r"(<!-- checks -->\n).*(<!-- end of checks -->)", re.DOTALL)


def updated(page: str) -> str:
    """Return the page with the list of checks between its two marks as it should be now."""
    return _BETWEEN.sub(lambda marks: f"{marks[1]}\n{listing()}\n{marks[2]}", page)


def listing() -> str:
    """Return all checks in Markdown: a table of them, and a section for each."""
    rows = [
        f"| [{check.name}](#{check.name}) | {describe(check).what} | {check.severity} "
        f"| {_texts(check)} |"
        for check in CHECKS
    ]
    head = ["| check | what it finds | severity | texts |", "| --- | --- | --- | --- |"]
    sections = ["\n".join(_section(check)) for check in CHECKS]
    return "\n".join([*head, *rows, "", *sections])


def _texts(check: Check) -> str:
    languages = ", ".join(sorted(check.languages)) or "all languages"
    return f"{languages}, with a source" if check.bilingual else languages


def _section(check: Check) -> Iterator[str]:
    description = describe(check)
    yield f"### {check.name}\n"
    yield f"{description.what} {description.why[0].upper()}{description.why[1:]}\n"
    yield from (f"- ✗ {_shown(example)}" for example in description.fails)
    yield from (f"- ✓ {_shown(example)}" for example in description.passes)
    yield ""


def _shown(example: Example) -> str:
    return " and ".join(
        f"{_code(pair.source)} → {_code(pair.target)}"
        if pair.source is not None
        else _code(pair.target)
        for pair in example.pairs
    )


def _code(text: str) -> str:
    """Return a text as it is written, in a code span that its own backticks cannot close."""
    return f"`` {text} ``" if "`" in text else f"`{text}`" if text else "*(nothing)*"


if __name__ == "__main__":
    PAGE.write_text(updated(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
