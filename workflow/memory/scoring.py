"""How alike two texts are, as translators count it, and where they differ.

The score is that of CAT tools: 1 − d / max(n, m), where n and m are the numbers of words (marks
count as words) and d is the Levenshtein distance between the two rows of words: how many must be
put in, taken out or replaced. (V. I. Levenshtein, "Binary codes capable of correcting deletions,
insertions and reversals", 1966.)
"""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from workflow.memory.tokens import normal, tokens

SAME_WORDS = 0.99
"""The score of texts that differ only in capitals or spaces."""


def similarity(first: Sequence[object], second: Sequence[object], least: float = 0.0) -> float:
    """Return how alike two rows of words are, from 0 to 1; 0 for anything below `least`."""
    return float(Levenshtein.normalized_similarity(first, second, score_cutoff=least))


def score(first: str, second: str) -> float:
    """Return how alike two texts are; 1 only where they are the same."""
    if normal(first) == normal(second):
        return 1.0
    return min(SAME_WORDS, similarity(tokens(first), tokens(second)))


def difference(old: str, new: str) -> str:
    """Return `new` with what is other in `old`, in the marks of git's word diff.

    `The court met on [-Monday.-] {+Friday.+}`
    """
    before, after = old.split(), new.split()
    pieces: list[str] = []
    for step in Levenshtein.opcodes(before, after):
        gone = " ".join(before[step.src_start : step.src_end])
        put = " ".join(after[step.dest_start : step.dest_end])
        if step.tag == "equal":
            pieces.append(put)
        else:
            pieces += [f"[-{gone}-]"] if gone else []
            pieces += [f"{{+{put}+}}"] if put else []
    return " ".join(pieces)
