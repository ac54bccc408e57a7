"""A text goes out with masks for its names and comes back with the names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import InputError
from workflow.withheld import WithheldList
from workflow.withheld.masks import Masks

LISTED = WithheldList(("Anna Orlinskaya", "Pavel Orlin"), "key")


def test_a_name_has_the_same_mask_wherever_it_stands() -> None:
    masks = Masks(LISTED)
    mask = masks.masked("Anna Orlinskaya")
    assert mask.startswith("Withheld-")
    assert Masks(LISTED).masked("To Anna Orlinskaya!") == f"To {mask}!"
    assert masks.masked("Анны Орлинской") != mask
    assert Masks(WithheldList(LISTED.names, "other key")).masked("Anna Orlinskaya") != mask


def test_a_mask_can_be_moved_and_repeated() -> None:
    masks = Masks(LISTED)
    mask = masks.masked("Анну Орлинскую")
    assert masks.restored(f"{mask}? Да, {mask}.") == "Анну Орлинскую? Да, Анну Орлинскую."


def test_a_mask_that_stands_for_nobody_is_refused() -> None:
    with pytest.raises(InputError, match="Withheld-00000 stands for no name"):
        Masks(LISTED).restored("Withheld-00000 left")


def test_names_can_be_learnt_before_a_text_comes_back() -> None:
    mask = Masks(LISTED).masked("Pavel Orlin")
    masks = Masks(LISTED)
    masks.learn([{"text": "Pavel Orlin left"}])
    assert masks.restored(mask) == "Pavel Orlin"


def test_places_move_with_the_text() -> None:
    text = "Then Anna Orlinskaya met him; later Pavel Orlin left."
    masked = Masks(LISTED).with_places(text)
    for word in ("Then", "met", "later", "left"):
        place = masked.place(text.index(word))
        assert masked.text[place:].startswith(word)


@given(st.lists(st.sampled_from(["Anna Orlinskaya", "Павла Орлина", "and", "left.", "\n", "Anna"])))
def test_what_goes_out_comes_back(parts: list[str]) -> None:
    text = " ".join(parts)
    masks = Masks(LISTED)
    masked = masks.masked(text)
    assert "Orlin" not in masked
    assert masks.restored(masked) == text
