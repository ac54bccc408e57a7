"""Packages installed from files, which may come from anywhere, and removed."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.engines.argos import archive
from workflow.engines.argos.installed import installed_packages
from workflow.engines.argos.installing import files_in, install_file, remove
from workflow.engines.argos.package import parse_metadata
from workflow.errors import InputError

FOLDER = "translate-en_es-1_9"

MakePackage = Callable[..., Path]


def installed() -> list[str]:
    return [package.metadata.label for package in installed_packages()]


def test_a_package_is_installed_where_argos_finds_it(
    make_package: MakePackage, packages: Path
) -> None:
    package = install_file(make_package(model=False))
    assert package.path == packages / FOLDER
    assert installed() == ["en-es 1.9"]
    assert [path.name for path in packages.parent.iterdir()] == ["packages"]


def test_a_newer_version_takes_the_place_of_the_older(make_package: MakePackage) -> None:
    install_file(make_package(version="1.0", model=False))
    install_file(make_package(version="1.9", model=False))
    assert installed() == ["en-es 1.9"]


def test_installing_again_mends_what_is_there(make_package: MakePackage) -> None:
    file = make_package(model=False)
    package = install_file(file)
    (package.path / "sentencepiece.model").unlink()
    assert (install_file(file).path / "sentencepiece.model").is_file()


def test_a_removed_package_is_gone(make_package: MakePackage, packages: Path) -> None:
    install_file(make_package(model=False))
    assert [package.metadata.label for package in remove("en", "es")] == ["en-es 1.9"]
    assert list(packages.iterdir()) == []
    with pytest.raises(InputError, match="en → es"):
        remove("en", "es")


def test_other_things_in_the_folder_are_passed_over(packages: Path) -> None:
    (packages / "notes.txt").write_text("mine")
    (packages / "sbd").mkdir()
    assert installed() == []


def test_parts_that_could_run_code_stay_behind(make_package: MakePackage) -> None:
    changes = {f"{FOLDER}/stanza/en.pt": b"\x80\x04", f"{FOLDER}/model/run.py": b"boom"}
    package = install_file(make_package(model=False, changes=changes))
    names = {path.name for path in package.path.rglob("*")}
    assert names == {"metadata.json", "model", "model.bin", "sentencepiece.model"}


@pytest.mark.parametrize(
    "changes",
    [
        {"../evil.json": b"{}"},
        {f"{FOLDER}/../../evil.json": b"{}"},
        {"/tmp/evil.json": b"{}"},
        {f"{FOLDER}\\..\\evil.json": b"{}"},
        {"another/notes.txt": b"a"},
        {"loose.txt": b"a"},
        {f"{FOLDER}/metadata.json": None},
        {f"{FOLDER}/metadata.json": b"[1]"},
        {f"{FOLDER}/metadata.json": b"[" * 50_000},
        {f"{FOLDER}/sentencepiece.model": None},
        {f"{FOLDER}/model/model.bin": None},
    ],
)
def test_a_file_that_is_no_package_is_refused_and_leaves_nothing(
    make_package: MakePackage, packages: Path, tmp_path: Path, changes: dict[str, bytes | None]
) -> None:
    file = make_package(model=False, changes=changes)
    with pytest.raises(InputError):
        install_file(file)
    assert list(packages.iterdir()) == []
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize(
    "metadata",
    [
        {"from_code": "../.."},
        {"to_code": ""},
        {"to_code": 5},
        {"package_version": "1/../../x"},
        {"package_version": None},
        {"type": "sbd"},
        {"target_prefix": "x" * 1000},
    ],
)
def test_metadata_that_is_out_of_shape_is_refused(
    make_package: MakePackage, metadata: dict[str, object]
) -> None:
    with pytest.raises(InputError):
        install_file(make_package(model=False, metadata=metadata))


def test_a_package_that_would_fill_the_disk_is_refused(
    make_package: MakePackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_MOST_BYTES", 10)
    with pytest.raises(InputError, match="GB"):
        install_file(make_package(model=False))


def test_a_package_of_very_many_files_is_refused(
    make_package: MakePackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_MOST_FILES", 2)
    with pytest.raises(InputError, match="more than 2 files"):
        install_file(make_package(model=False))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"<html>"])
def test_a_file_that_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.argosmodel"
    file.write_bytes(content)
    with pytest.raises(InputError, match="not an Argos language package"):
        install_file(file)


def test_a_damaged_zip_is_refused(make_package: MakePackage, packages: Path) -> None:
    file = make_package(model=False)
    data = bytearray(file.read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        offset = zipped.getinfo(f"{FOLDER}/model/model.bin").header_offset
    data[offset + 30 + len(f"{FOLDER}/model/model.bin")] ^= 1
    file.write_bytes(data)
    with pytest.raises(InputError, match="CRC"):
        install_file(file)
    assert list(packages.iterdir()) == []


def test_a_folder_of_packages(make_package: MakePackage, tmp_path: Path) -> None:
    files = [make_package("en", "fr", model=False), make_package("en", "es", model=False)]
    assert set(files_in(tmp_path)) == set(files)
    with pytest.raises(InputError):
        files_in(tmp_path / "argos")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.argosmodel"):
        install_file(tmp_path / "gone.argosmodel")


def test_the_error_names_the_file() -> None:
    with pytest.raises(InputError, match="package from Eve"):
        parse_metadata("{}", where="package from Eve")
