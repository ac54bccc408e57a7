"""50 revisions as an editor would mark them: what a diff that reads well is measured by."""

import difflib
import re
from collections import Counter
from pathlib import Path

import pytest

from workflow.review.diff_text import HunkKind, diff

MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
LINES = [
    line
    for path in sorted((Path(__file__).parent / "revisions").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def ours(old, new):
    return [(h.old, h.new) for h in diff(old, new) if h.kind is not HunkKind.EQUAL]


def plain(old, new):
    a, b = re.findall(r"\w+|\s+|\W", old), re.findall(r"\w+|\s+|\W", new)
    codes = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [("".join(a[i:k]), "".join(b[j:m])) for tag, i, k, j, m in codes if tag != "equal"]


def measured(tool):
    """How many hunks a tool makes, and how well they agree with the editor's (F1)."""
    made = same = marks = 0
    for line in LINES:
        hunks = tool(MARK.sub(r"\1", line), MARK.sub(r"\2", line))
        gold = [(m[1].strip(), m[2].strip()) for m in MARK.finditer(line)]
        found = Counter((old.strip(), new.strip()) for old, new in hunks)
        made, marks = made + len(hunks), marks + len(gold)
        same += (found & Counter(gold)).total()
    return made, 2 * same / (made + marks)


def test_there_are_fifty():
    assert len(LINES) == len(set(LINES)) == 50


@pytest.mark.parametrize("line", LINES)
def test_a_revision_is_rebuilt(line):
    hunks = diff(MARK.sub(r"\1", line), MARK.sub(r"\2", line))
    assert "".join(hunk.old for hunk in hunks) == MARK.sub(r"\1", line)
    assert "".join(hunk.new for hunk in hunks) == MARK.sub(r"\2", line)


def test_hunks_are_fewer_and_more_like_an_editors_than_a_plain_word_diffs():
    (our_hunks, our_likeness), (hunks, likeness) = measured(ours), measured(plain)
    assert our_hunks < 0.7 * hunks
    assert our_likeness > likeness
    assert our_likeness > 0.44
