from workflow.review.diff_text import Hunk, HunkKind, diff

FIRST = "The first hearing took 20 minutes."
SECOND = "The second was closed to the public."
THIRD = "Nobody knows why."


def moved(old: str, new: str) -> list[tuple[str, str, int]]:
    return [(h.old, h.new, h.move) for h in diff(old, new) if h.kind is not HunkKind.EQUAL]


def test_sentences_that_changed_places_are_one_move():
    found = moved(f"{FIRST} {SECOND} {THIRD}", f"{SECOND} {FIRST} {THIRD}")
    assert found in (
        [(f"{FIRST} ", "", 1), ("", f"{FIRST} ", 1)],
        [("", f"{SECOND} ", 1), (f"{SECOND} ", "", 1)],
    )


def test_the_space_around_a_sentence_moves_with_it():
    hunks = diff(f"{FIRST} {SECOND}", f"{SECOND} {FIRST}")
    assert [h.move for h in hunks if h.kind is not HunkKind.EQUAL] == [1, 1]


def test_two_moves_have_two_numbers():
    fourth = "Relatives waited outside until midnight."
    found = moved(f"{FIRST} {SECOND} A. B. C. {fourth}", f"{fourth} A. B. C. {SECOND} {FIRST}")
    assert {move for *_, move in found} >= {1, 2}


def test_a_change_beside_a_moved_sentence_is_a_change_of_its_own():
    found = moved(f"{FIRST} {SECOND} {THIRD}", f"{SECOND} {FIRST} Nobody ever knew why.")
    assert ("knows", "ever knew", 0) in found


def test_a_few_words_that_come_again_are_no_move():
    assert all(move == 0 for *_, move in moved("No. It was late.", "It was late. No."))


def test_a_sentence_that_only_went_is_deleted():
    assert moved(f"{FIRST} {SECOND}", SECOND) == [(f"{FIRST} ", "", 0)]


def test_hunk_says_nothing_of_moves_by_default():
    assert Hunk("a", "b").move == 0
