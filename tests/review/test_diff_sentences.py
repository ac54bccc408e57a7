import pytest

from workflow.review.diff_sentences import align
from workflow.review.tokens import sentences, tokens


def groups(old: str, new: str) -> list[tuple[str, str]]:
    cut = [tuple(sentences(tokens(text))) for text in (old, new)]
    return [("".join(group.old), "".join(group.new)) for group in align(*cut)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "He left. She stayed.",
            "He left. She stayed.",
            [("He left. ", "He left. "), ("She stayed.", "She stayed.")],
        ),
        (
            "He left. She stayed.",
            "She stayed.",
            [("He left. ", ""), ("She stayed.", "She stayed.")],
        ),
        (
            "The ministry denied it, and the lawyers appealed.",
            "The ministry denied it. The lawyers appealed.",
            [
                (
                    "The ministry denied it, and the lawyers appealed.",
                    "The ministry denied it. The lawyers appealed.",
                )
            ],
        ),
        (
            "The ministry denied it. The lawyers appealed.",
            "The ministry denied it, and the lawyers appealed.",
            [
                (
                    "The ministry denied it. The lawyers appealed.",
                    "The ministry denied it, and the lawyers appealed.",
                )
            ],
        ),
        (
            "He went home early. It ended at six.",
            "He went home at noon, early.",
            [("He went home early. ", "He went home at noon, early."), ("It ended at six.", "")],
        ),
        ("He left.", "Nobody knows why.", [("He left.", ""), ("", "Nobody knows why.")]),
        ("", "", []),
    ],
    ids=["kept", "gone", "split", "joined", "one word by chance", "unlike", "empty"],
)
def test_sentences_are_paired_with_what_became_of_them(old, new, expected):
    assert groups(old, new) == expected
