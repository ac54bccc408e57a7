"""Argos's folders in a place of their own, and small packages to put there."""

import json
import zipfile
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest

STARTER = files("workflow.engines.starter") / "translate-en_es-0_2.argosmodel"

MakePackage = Callable[..., Path]


@pytest.fixture(scope="session")
def user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home without packages, for a whole run: the starter is unpacked there once."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        import argostranslate.settings  # noqa: F401 - it makes its folders here, not in a real home

        yield home


@pytest.fixture(autouse=True)
def packages(user_folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of installed packages, empty at first."""
    from argostranslate import settings

    folder = tmp_path / "argos" / "packages"
    folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(user_folders))
    monkeypatch.setenv("XDG_CACHE_HOME", str(user_folders / "xdg_cache_home"))
    monkeypatch.setattr(settings, "package_data_dir", folder)
    monkeypatch.setattr(settings, "package_dirs", [folder])
    return folder


@pytest.fixture
def make_package(tmp_path: Path) -> MakePackage:
    """Make a package file: the starter's model under another pair of languages.

    `changes` are files to put in, or with None to leave out.
    """

    def make(
        source: str = "en",
        target: str = "es",
        version: str = "1.9",
        *,
        model: bool = True,
        metadata: dict[str, object] | None = None,
        changes: dict[str, bytes | None] | None = None,
    ) -> Path:
        folder = f"translate-{source}_{target}-{version.replace('.', '_')}"
        described = {"package_version": version, "from_code": source, "to_code": target}
        content: dict[str, bytes | None] = {}
        if model:
            with STARTER.open("rb") as raw, zipfile.ZipFile(raw) as starter:
                for name in starter.namelist():
                    content[f"{folder}/{name.partition('/')[2]}"] = starter.read(name)
        else:
            content = {f"{folder}/model/model.bin": b"-", f"{folder}/sentencepiece.model": b"-"}
        content[f"{folder}/metadata.json"] = json.dumps(described | (metadata or {})).encode()
        content |= changes or {}
        file = tmp_path / f"{folder}.argosmodel"
        with zipfile.ZipFile(file, "w") as zipped:
            for name, data in content.items():
                if data is not None:
                    zipped.writestr(name, data)
        return file

    return make
