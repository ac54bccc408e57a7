from pathlib import Path

import pytest

from workflow.errors import InputError
from workflow.glossary.loader import load_glossary
from workflow.glossary.shipped import shipped_glossary


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_concept_replaces_the_included_one_of_its_id(tmp_path: Path) -> None:
    write(
        tmp_path / "names" / "people.yaml",
        "concepts:\n- {id: a, terms: {en: alpha}}\n- {id: b, terms: {en: beta}}\n",
    )
    path = write(
        tmp_path / "glossary.yaml",
        "include: [names/people.yaml]\nconcepts:\n- {id: a, terms: {en: aleph}}\n",
    )
    glossary = load_glossary(path, tmp_path)
    assert [concept.id for concept in glossary] == ["a", "b"]
    assert glossary.preferred("ALEPH", "en", "en") == "aleph"
    assert glossary.preferred("alpha", "en", "en") is None


def test_the_shipped_glossary_can_be_built_upon(tmp_path: Path) -> None:
    path = write(tmp_path / "glossary.yaml", "include: [builtin:human-rights]\n")
    glossary = load_glossary(path, tmp_path)
    assert len(glossary.concepts) >= 60
    assert glossary.preferred("иностранный агент", "ru", "en") == "foreign agent"
    assert shipped_glossary().is_file()


def test_without_a_file_there_are_no_concepts(tmp_path: Path) -> None:
    assert not load_glossary(None).concepts
    assert not load_glossary(tmp_path / "glossary.yaml").concepts


def test_an_include_stays_inside_the_workspace(tmp_path: Path) -> None:
    write(tmp_path / "other.yaml", "concepts: []\n")
    path = write(tmp_path / "ws" / "glossary.yaml", "include: [../other.yaml]\n")
    with pytest.raises(InputError, match="outside the workspace"):
        load_glossary(path, tmp_path / "ws")


def test_an_include_that_leads_back_is_told(tmp_path: Path) -> None:
    write(tmp_path / "b.yaml", "include: [a.yaml]\n")
    path = write(tmp_path / "a.yaml", "include: [b.yaml]\n")
    with pytest.raises(InputError, match="includes itself"):
        load_glossary(path, tmp_path)


def test_an_include_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", "include: [builtin:human-right]\n")
    with pytest.raises(InputError) as caught:
        load_glossary(path, tmp_path)
    assert caught.value.hint == "Did you mean builtin:human-rights?"
    path = write(tmp_path / "a.yaml", "include: [b.yaml]\n")
    with pytest.raises(InputError, match="cannot be read"):
        load_glossary(path, tmp_path)


def test_a_conflict_that_git_left_is_told_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", "concepts:\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n")
    with pytest.raises(InputError, match=r"a\.yaml:2: git left a conflict"):
        load_glossary(path, tmp_path)


def test_names_are_translated_whole_and_only_whole(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.yaml",
        "concepts:\n- id: paper\n  terms:\n    ru: Новая заря\n    en: [The New Dawn]\n",
    )
    glossary = load_glossary(path, tmp_path)
    assert glossary.preferred("«Новая\u00a0заря»", "ru", "en-GB") == "The New Dawn"
    assert glossary.preferred("Новая заря сегодня", "ru", "en") is None
    assert glossary.preferred("Новая заря", "ru", "es") is None
