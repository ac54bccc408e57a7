"""What the memory answers."""

import sqlite3
from pathlib import Path

import pytest

from tests.memory.conftest import pair
from workflow.errors import InputError
from workflow.memory import Entry, Memory


def test_the_very_same_text_is_found(memory: Memory) -> None:
    (match,) = memory.same("The court  extended the arrest.", "en", "es")
    assert match.entry.target == "El tribunal prolongó la detención."
    assert (match.score, match.place, match.in_context) == (1.0, "report", False)


def test_other_capitals_are_not_the_same_text(memory: Memory) -> None:
    assert memory.same("the court extended the arrest.", "en", "es") == []
    (match,) = memory.alike("the court extended the arrest.", "en", "es")
    assert match.score == 0.99


def test_the_neighbours_choose_among_the_same_texts(memory: Memory) -> None:
    inside = memory.same("Yes.", "en", "es", before="Do you agree?", after="Why?")
    assert [(m.entry.target, m.in_context) for m in inside] == [("Sí.", True), ("Claro.", False)]
    outside = memory.same("Yes.", "en", "es", before="Is it raining?")
    assert [m.entry.target for m in outside] == ["Claro.", "Sí."]


def test_a_text_with_one_other_word_is_found_with_its_score(memory: Memory) -> None:
    (match,) = memory.alike("The court extended his arrest.", "en", "es")
    assert match.score == pytest.approx(1 - 1 / 6)
    assert match.entry.target == "El tribunal prolongó la detención."


def test_what_is_less_alike_than_asked_for_is_not_found(memory: Memory) -> None:
    assert memory.alike("The court extended his arrest.", "en", "es", least=0.9) == []
    with pytest.raises(InputError, match="50%"):
        memory.alike("The court", "en", "es", least=0.5)


def test_languages_do_not_mix_but_regions_do(memory: Memory) -> None:
    assert memory.same("Yes.", "en", "fr") == []
    assert memory.alike("The court extended his arrest.", "es", "en") == []
    assert {m.score for m in memory.same("Yes.", "en", "es-MX")} == {0.99}
    assert {m.score for m in memory.same("Yes.", "en-GB", "es")} == {1}


def test_what_was_confirmed_for_a_region_is_good_enough_where_none_is_asked_for(
    memory: Memory,
) -> None:
    memory.replace("cat", "1", [Entry("en-US", "es-ES", "Not so fast.", "Despacio.")])
    memory.finish()
    scores = [memory.same("Not so fast.", "en", tag)[0].score for tag in ("es", "es-ES", "es-MX")]
    assert scores == [1, 1, 0.99]


def test_a_pair_that_stands_in_several_places_is_one_match(memory: Memory) -> None:
    for place in ("one", "two"):
        memory.replace(place, "1", [pair("Nobody came to the hearing.", "Nadie vino.")])
    memory.finish()
    assert len(memory.alike("Nobody came to the second hearing.", "en", "es")) == 1


def test_a_place_that_is_replaced_or_forgotten_answers_no_more(memory: Memory) -> None:
    memory.replace("report", "2", [pair("A new sentence stands here now.", "Nueva.")])
    memory.finish()
    assert memory.alike("The court extended his arrest.", "en", "es") == []
    assert memory.alike("A new sentence stands here today.", "en", "es")
    memory.forget("report")
    assert memory.alike("A new sentence stands here today.", "en", "es") == []
    assert memory.fingerprints() == {}


@pytest.mark.parametrize("text", ["", " ", "!", "中文", "🙂", "a " * 5_000, "' OR 1=1 --"])
def test_any_text_can_be_kept_and_sought(memory: Memory, text: str) -> None:
    memory.replace("odd", "1", [pair(text, "x")])
    memory.finish()
    memory.alike(text, "en", "es")
    assert memory.same(text, "en", "es")


def test_half_a_character_is_not_found(memory: Memory) -> None:
    assert memory.same("\ud800", "en", "es") == memory.alike("\ud800", "en", "es") == []


def test_chinese_signs_count_as_words(memory: Memory) -> None:
    memory.replace("zh", "1", [pair("法院延长了逮捕期限", "x")._replace(source_language="zh")])
    memory.finish()
    (match,) = memory.alike("法院延长了拘留期限", "zh", "es")
    assert match.score == pytest.approx(1 - 2 / 9)


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"no database" * 1000)
    with Memory(path) as memory:
        assert memory.fingerprints() == {}


def test_a_file_of_another_version_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with Memory(path) as memory:
        memory.replace("report", "1", [pair("Yes.", "Sí.")])
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 77")
    connection.close()
    with Memory(path) as memory:
        assert memory.fingerprints() == {}
