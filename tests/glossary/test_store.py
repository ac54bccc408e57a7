"""A glossary that was read once is opened without YAML and without its index being made again."""

from pathlib import Path

import pytest

from workflow.glossary.loader import load_glossary

INCLUDING = "include: [builtin:human-rights]\nconcepts:\n- {id: a, terms: {en: alpha gate}}\n"


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.yaml"
    path.write_text(INCLUDING, encoding="utf-8")
    return path


def fail(*_: object) -> None:
    raise AssertionError("it was made again")


def test_what_was_read_once_is_the_same_without_yaml(
    glossary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_glossary(glossary, tmp_path)
    text = "The alpha gates; foreign agents before the European Court of Human Rights"
    matches = first.matcher("en").find(text)
    monkeypatch.setattr("workflow.glossary.loader.parse_concepts", fail)
    monkeypatch.setattr("workflow.glossary.store.entries", fail)
    again = load_glossary(glossary, tmp_path)
    assert again.matcher("en").find(text) == matches
    assert [match.concept.id for match in matches][:2] == ["a", "foreign-agent"]
    assert tuple(again) == tuple(first)
    assert again.concepts[-1] == first.concepts[-1]
    assert len(again.concepts) == len(first.concepts)


def test_a_changed_file_is_read_anew_and_its_old_index_goes(glossary: Path, tmp_path: Path) -> None:
    for word in ("court", "law"):
        glossary.write_text(f"concepts:\n- {{id: a, terms: {{en: {word}}}}}\n", encoding="utf-8")
        assert load_glossary(glossary, tmp_path).matcher("en").find(f"the {word}")
    assert len(list((tmp_path / ".workflow" / "glossary").iterdir())) == 2


@pytest.mark.parametrize("junk", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4096])
def test_junk_in_the_cache_is_no_obstacle(glossary: Path, tmp_path: Path, junk: bytes) -> None:
    load_glossary(glossary, tmp_path).matcher("en").find("law")
    for kept in (tmp_path / ".workflow" / "glossary").iterdir():
        kept.write_bytes(junk)
    assert load_glossary(glossary, tmp_path).matcher("en").find("the alpha gates")


def test_a_cache_that_cannot_be_written_is_no_obstacle(glossary: Path, tmp_path: Path) -> None:
    (tmp_path / ".workflow").touch()
    assert load_glossary(glossary, tmp_path).matcher("en").find("the alpha gate")


def test_the_index_of_a_language_leaves_that_of_its_regions(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    for number in ("um", "dois"):
        text = f"concepts:\n- {{id: a, terms: {{pt-BR: fórum, pt: tribunal {number}}}}}\n"
        path.write_text(text, encoding="utf-8")
        glossary = load_glossary(path, tmp_path)
        assert glossary.matcher("pt-BR").find("o fórum")
        assert glossary.matcher("pt").find(f"o tribunal {number}")
    kept = {file.name.split("-", 1)[-1][:3] for file in (tmp_path / ".workflow/glossary").iterdir()}
    assert "pt-" in kept
    assert len(list((tmp_path / ".workflow/glossary").glob("*-pt-BR-*"))) == 1
