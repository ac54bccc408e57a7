from pathlib import Path

import pytest

from workflow.glossary.cache import read_concepts
from workflow.glossary.shipped import shipped_glossary


def fail(*_: object) -> None:
    raise AssertionError("the YAML was read")


def test_what_was_read_once_is_the_same_without_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_concepts(shipped_glossary(), tmp_path)
    monkeypatch.setattr("workflow.glossary.cache.parse_concepts", fail)
    assert read_concepts(shipped_glossary(), tmp_path) == first


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    for word in ("court", "law"):
        path.write_text(f"concepts:\n- {{id: a, terms: {{en: {word}}}}}\n", encoding="utf-8")
        _, [concept] = read_concepts(path, tmp_path / "cache")
        assert concept.terms["en"][0].text == word
    assert len(list((tmp_path / "cache").iterdir())) == 1


@pytest.mark.parametrize("junk", [b"", b"[]", b'{"stamp": 1}', b"\xff\xfe"])
def test_junk_in_the_cache_is_no_obstacle(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text("concepts:\n- {id: a, terms: {en: court}}\n", encoding="utf-8")
    read_concepts(path, tmp_path / "cache")
    [kept] = (tmp_path / "cache").iterdir()
    kept.write_bytes(junk)
    assert read_concepts(path, tmp_path / "cache") == read_concepts(path)


def test_a_cache_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text("concepts:\n- {id: a, terms: {en: court}}\n", encoding="utf-8")
    assert read_concepts(path, path / "cache") == read_concepts(path)
