from pathlib import Path

import pytest

from workflow.errors import InputError
from workflow.publish.media import media_file, media_name, media_type


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("media/photo.jpg", "photo.jpg"),
        ("photo one.JPG", "photo one.JPG"),
        ("media/2024/photo%20one.png", "2024/photo one.png"),
    ],
)
def test_a_reference_names_a_file_below_media(reference: str, name: str) -> None:
    assert media_name(reference) == name


@pytest.mark.parametrize(
    "reference",
    [
        *("../a.png", "media/../a.png", "/a.png", "%2e%2e/a.png", "a\\..\\b.png", "C:a.png"),
        *(".git/a.png", "media/", "", "a.svg", "a.html", "a.js", "a"),
    ],
)
def test_other_places_and_kinds_are_refused(reference: str) -> None:
    with pytest.raises(InputError):
        media_name(reference)


def test_media_types() -> None:
    assert media_type("a/b.JPEG") == "image/jpeg"


def test_a_missing_file_and_a_link_out_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "media"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    for name in ("none.png", "link.png"):
        with pytest.raises(InputError, match=name):
            media_file(folder, name)
